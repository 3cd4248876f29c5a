import type { Core } from '@strapi/strapi';
import { deskActions, displayNames } from './actions';

/** Makes the desk's actions known to Strapi's roles. Must run in `bootstrap`: Strapi takes no action after it. */
export async function registerPermissions(strapi: Core.Strapi): Promise<void> {
  const actions = deskActions.map((uid) => ({
    section: 'plugins',
    pluginName: 'newsletter',
    subCategory: uid.split('.')[0],
    uid,
    displayName: displayNames[uid],
  }));
  await strapi.service('admin::permission').actionProvider.registerMany(actions);
}
