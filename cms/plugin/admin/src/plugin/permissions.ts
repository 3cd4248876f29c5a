import type { Permission } from '@strapi/strapi/admin';

import { permissionOf, strapiPermission } from '../../../shared/lists';

/** What the menu link and the pages ask of the signed-in person; the server asks the same again on every route. */
export const PERMISSIONS: Record<
  'read' | 'edit' | 'send' | 'manageAudience' | 'readJournal' | 'invite',
  Permission[]
> = {
  read: [{ action: permissionOf('desk.read'), subject: null }],
  edit: [{ action: permissionOf('desk.edit'), subject: null }],
  send: [{ action: permissionOf('campaign.send'), subject: null }],
  manageAudience: [{ action: permissionOf('audience.manage'), subject: null }],
  readJournal: [{ action: permissionOf('journal.read'), subject: null }],
  invite: [{ action: strapiPermission('admin::users.create'), subject: null }],
};
