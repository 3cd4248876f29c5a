import type { Core } from '@strapi/strapi';
import { deskActions, type DeskAction } from '../../../shared/lists';

/** Names of the permissions in the role's settings page, in the admin's default language. */
const displayNames: Record<DeskAction, string> = {
  'desk.read': 'Voir le pupitre',
  'desk.edit': 'Préparer un numéro : relecture et envoi d’essai',
  'issue.approve': 'Approuver un numéro',
  'campaign.send': 'Envoyer un numéro',
  'audience.manage': 'Gérer les adresses écartées',
  'journal.read': 'Lire le journal des décisions',
};

/** The part of Strapi's service that is used here; Strapi types its services loosely. */
interface PermissionService {
  actionProvider: { registerMany(actions: object[]): Promise<unknown> };
}

/** Makes the desk's actions known to Strapi's roles. Must run in `bootstrap`: Strapi takes no action after it. */
export async function registerPermissions(strapi: Core.Strapi): Promise<void> {
  const actions = deskActions.map((uid) => ({
    section: 'plugins',
    pluginName: 'newsletter',
    subCategory: uid.split('.')[0],
    uid,
    displayName: displayNames[uid],
  }));
  const permissions = strapi.service('admin::permission') as unknown as PermissionService;
  await permissions.actionProvider.registerMany(actions);
}
