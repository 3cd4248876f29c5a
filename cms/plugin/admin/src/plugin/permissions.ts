import type { Permission } from '@strapi/strapi/admin';

/** What the menu link and the pages ask of the signed-in person; the server asks the same again on every route. */
export const PERMISSIONS: Record<'read' | 'send' | 'manageAudience', Permission[]> = {
  read: [{ action: 'plugin::newsletter.desk.read', subject: null }],
  send: [{ action: 'plugin::newsletter.campaign.send', subject: null }],
  manageAudience: [{ action: 'plugin::newsletter.audience.manage', subject: null }],
};
