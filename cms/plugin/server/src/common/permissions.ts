import type { DeskAction } from '../../../shared/lists';

/** As they stand in the role's settings page, in the admin's default language. */
export const displayNames: Record<DeskAction, string> = {
  'desk.read': 'Voir le bureau de la newsletter',
  'desk.edit': 'Préparer un numéro : relecture et envoi de test',
  'issue.approve': 'Approuver un numéro',
  'campaign.send': 'Envoyer un numéro',
  'audience.manage': 'Gérer les adresses écartées',
};
