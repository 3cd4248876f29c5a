/** What a person may be allowed to do at the desk; each is granted to roles by itself. */
export const deskActions = [
  'desk.read',
  'desk.edit',
  'issue.approve',
  'campaign.send',
  'audience.manage',
] as const;
export type DeskAction = (typeof deskActions)[number];

/** The action as Strapi's permission engine knows it: `plugin::newsletter.issue.approve`. */
export function permissionOf<Action extends DeskAction>(action: Action): `plugin::newsletter.${Action}` {
  return `plugin::newsletter.${action}`;
}

/** As they stand in the role's settings page, in the admin's default language. */
export const displayNames: Record<DeskAction, string> = {
  'desk.read': 'Voir le bureau de la newsletter',
  'desk.edit': 'Préparer un numéro : relecture et envoi de test',
  'issue.approve': 'Approuver un numéro',
  'campaign.send': 'Envoyer un numéro',
  'audience.manage': 'Gérer les adresses écartées',
};
