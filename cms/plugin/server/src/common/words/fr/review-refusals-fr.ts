import type { ReviewRefusalWords } from '../desk-words';
import { stages } from './terms-fr';

/** What is said when something about a review is refused, in French. */
export const reviewRefusals: ReviewRefusalWords = {
  REVIEWER_UNKNOWN: () =>
    'Une des personnes choisies ne peut plus se connecter, ou n’a plus le droit de voir ce numéro : rouvrez la demande et choisissez de nouveau.',
  REVIEW_OVER: () => 'Cette relecture est terminée : rechargez la page pour voir où en est le numéro.',
  REVIEW_NOT_ASKED: () =>
    'Cette relecture a été demandée à d’autres que vous : dites ce que vous avez à dire par un commentaire.',
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
    `Le numéro ${number} est ${stages[stage]} : ce qui y est mis de côté fait partie de ce qui a été approuvé. Pour y revenir, remettez-le d’abord en rédaction.`,
  SET_ASIDE_CHANGED: () =>
    'Une remarque a été mise de côté, ou reprise, depuis que vous avez ouvert cette fenêtre : fermez-la, lisez les contrôles, puis recommencez.',
  INVITATION_UNKNOWN: () =>
    'Cette personne n’attend plus d’invitation : son compte est ouvert ou a été supprimé. Rechargez la page.',
  INVITATION_LIMIT: ({ limit }) =>
    `Cette personne a déjà reçu ${limit} invitations en un jour : attendez demain, ou donnez-lui le lien autrement (Paramètres, Utilisateurs).`,
};
