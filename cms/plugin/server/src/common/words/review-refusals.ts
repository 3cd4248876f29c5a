import type { Words } from './desk-words';

type Own =
  | 'REVIEWER_UNKNOWN'
  | 'COMMENT_UNKNOWN'
  | 'COMMENT_MISPLACED'
  | 'COMMENT_LIMIT'
  | 'INVITATION_UNKNOWN'
  | 'INVITATION_LIMIT';

/** What is said when something about a review is refused. */
export const reviewRefusalWords: Record<'fr' | 'en', Pick<Words['refusals'], Own>> = {
  fr: {
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
  },
  en: {
    REVIEWER_UNKNOWN: () =>
      'One of the chosen people cannot sign in any more, or may not see this issue: open the request again and choose anew.',
    COMMENT_UNKNOWN: () => 'There is no such comment: reload the page.',
    COMMENT_MISPLACED: () =>
      'The chosen place is not in the issue any more: reload the page and choose another.',
    COMMENT_LIMIT: ({ limit }) =>
      `This issue has ${limit} comments already: answer those that are there, or say the rest in person.`,
    INVITATION_UNKNOWN: () =>
      'This person awaits no invitation any more: the account is open or was deleted. Reload the page.',
    INVITATION_LIMIT: ({ limit }) =>
      `This person got ${limit} invitations within a day: wait until tomorrow, or hand over the link otherwise (Settings, Users).`,
  },
};
