import type { ReviewRefusalWords } from '../desk-words';

/** What is said when something about a review is refused, in French. */
export const reviewRefusals: ReviewRefusalWords = {
  REVIEWER_UNKNOWN: () =>
    'Une des personnes choisies ne peut plus se connecter, ou n’a plus le droit de voir ce numéro : rouvrez la demande et choisissez de nouveau.',
  COMMENT_UNKNOWN: () => 'Ce commentaire n’existe pas : rechargez la page.',
  COMMENT_MISPLACED: () =>
    'L’endroit choisi n’est plus dans le numéro : rechargez la page et choisissez-en un autre.',
  COMMENT_LIMIT: ({ limit }) =>
    `Ce numéro a déjà ${limit} commentaires : répondez à ceux qui y sont, ou dites le reste de vive voix.`,
  INVITATION_UNKNOWN: () =>
    'Cette personne n’attend plus d’invitation : son compte est ouvert ou a été supprimé. Rechargez la page.',
  INVITATION_LIMIT: ({ limit }) =>
    `Cette personne a déjà reçu ${limit} invitations en un jour : attendez demain, ou donnez-lui le lien autrement (Paramètres, Utilisateurs).`,
};
