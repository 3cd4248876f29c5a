import type { Words } from './desk-words';

type Own = 'REVIEWER_UNKNOWN' | 'COMMENT_UNKNOWN' | 'COMMENT_MISPLACED' | 'COMMENT_LIMIT';

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
  },
  en: {
    REVIEWER_UNKNOWN: () =>
      'One of the chosen people cannot sign in any more, or may not see this issue: open the request again and choose anew.',
    COMMENT_UNKNOWN: () => 'There is no such comment: reload the page.',
    COMMENT_MISPLACED: () =>
      'The chosen place is not in the issue any more: reload the page and choose another.',
    COMMENT_LIMIT: ({ limit }) =>
      `This issue has ${limit} comments already: answer those that are there, or say the rest in person.`,
  },
};
