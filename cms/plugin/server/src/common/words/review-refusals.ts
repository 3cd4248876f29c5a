import type { Words } from './desk-words';
import { stageWords } from './stage-words';

type Own =
  | 'REVIEWER_UNKNOWN'
  | 'COMMENT_UNKNOWN'
  | 'COMMENT_MISPLACED'
  | 'COMMENT_LIMIT'
  | 'FINDING_UNKNOWN'
  | 'FINDING_BINDING'
  | 'SET_ASIDE_CLOSED'
  | 'SET_ASIDE_CHANGED'
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
    FINDING_UNKNOWN: () =>
      'Cette remarque ne vaut plus pour le numéro tel qu’il est enregistré : rechargez la page.',
    FINDING_BINDING: () =>
      'Cette remarque ne peut pas être mise de côté : elle empêche l’approbation, ou dit que quelque chose n’a pas pu être vérifié. Corrigez ce qu’elle signale.',
    SET_ASIDE_CLOSED: ({ number, stage }) =>
      `Le numéro ${number} est ${stageWords.fr.stages[stage]} : ce qui y est mis de côté fait partie de ce qui a été approuvé. Pour y revenir, remettez-le d’abord en rédaction.`,
    SET_ASIDE_CHANGED: () =>
      'Une remarque a été mise de côté, ou reprise, depuis que vous avez ouvert cette fenêtre : fermez-la, lisez les contrôles, puis recommencez.',
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
    FINDING_UNKNOWN: () => 'This is not found any more in the issue as it is saved: reload the page.',
    FINDING_BINDING: () =>
      'This cannot be set aside: it forbids approval, or says that something could not be checked. Mend what it tells of.',
    SET_ASIDE_CLOSED: ({ number, stage }) =>
      `Issue ${number} is ${stageWords.en.stages[stage]}: what is set aside in it is part of what was approved. To come back to it, take the issue back to drafting first.`,
    SET_ASIDE_CHANGED: () =>
      'Something was set aside, or taken up again, since you opened this window: close it, read the checks, and begin again.',
    INVITATION_UNKNOWN: () =>
      'This person awaits no invitation any more: the account is open or was deleted. Reload the page.',
    INVITATION_LIMIT: ({ limit }) =>
      `This person got ${limit} invitations within a day: wait until tomorrow, or hand over the link otherwise (Settings, Users).`,
  },
};
