import { adminApi } from '@strapi/strapi/admin';

/** The admin's own request cache with the desk's kinds of things in it, so that a change refreshes what shows it. */
export const deskApi = adminApi.enhanceEndpoints({
  addTagTypes: [
    'DeskIssues',
    'DeskIssue',
    'DeskPreview',
    'DeskCampaign',
    'DeskDeliveries',
    'DeskSuppressions',
    'DeskJournal',
    'DeskHolds',
    'DeskComments',
    'DeskVersions',
    'DeskInvitations',
    'DeskNotices',
    'DeskTranslations',
  ],
});
