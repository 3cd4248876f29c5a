import type { Words } from '../desk-words';
import { languages } from './terms-fr';

export const expectations = {
  text: 'il est vide',
  address: 'il doit être une adresse électronique, comme lettre@exemple.org',
  'short-local-part': '18 caractères au plus avant le @, car un jeton de 45 au plus s’y ajoute',
  'list-id': 'il doit s’écrire comme un nom de domaine : amanews.exemple.org',
  url: 'il doit être une adresse, comme https://lettre.exemple.org',
  'feedback-id': 'il doit avoir 5 à 15 lettres, chiffres, traits d’union ou tirets bas',
} as const;

/** For what only the operator of the installation can fix. */
const operators = (code: string) =>
  `Cela ne peut pas se faire pour l’instant, et seul votre administrateur peut y remédier : donnez-lui l’heure et le code ${code}.`;

export const campaignUnknown = () => 'Cet envoi n’existe pas.';
export const addressInvalid = () =>
  'Ce n’est pas une adresse électronique. Écrivez-la sous la forme nom@example.org.';

/** Held campaigns that nobody has decided on, and what to do. */
export const undecided = (count: number) =>
  count === 1
    ? 'Un envoi attend encore une décision : prenez-la, puis autorisez de nouveau l’envoi.'
    : `${count} envois attendent encore une décision : décidez de chacun, puis autorisez de nouveau l’envoi.`;

/** What the delivery engine refuses, in French. */
export const delivery: Words['delivery'] = {
  ADDRESS_INVALID: addressInvalid,
  ASSET_MISSING: () => operators('ASSET_MISSING'),
  AUDIENCE_UNBALANCED: () => operators('AUDIENCE_UNBALANCED'),
  CAMPAIGN_CANCELLED: () =>
    'Cet envoi a été annulé : il ne reprend pas et ne renvoie plus rien. Préparez-en un nouveau s’il le faut.',
  CAMPAIGN_NOT_HELD: () =>
    'Cet envoi n’attend aucune décision : quelqu’un vient peut-être de la prendre. Rechargez la page.',
  CAMPAIGN_UNKNOWN: campaignUnknown,
  CONFIG_INVALID: () => operators('CONFIG_INVALID'),
  EDITION_MISSING: ({ language }) =>
    `Il n’y a pas d’édition ${isLanguage(language) ? languages[language] : `en « ${language} »`} à envoyer : approuvez d’abord le numéro dans cette langue.`,
  EDITION_SPOILT: () => operators('EDITION_SPOILT'),
  HOLD_CHOICE_UNFIT: () =>
    'Cette décision ne convient pas à ce qui retient cet envoi. Rechargez la page pour voir celles qui sont possibles.',
  LEDGER_DAMAGED: () =>
    'Le registre des envois est endommagé, et quelque chose a pu être perdu. Plus rien ne part. Prévenez tout de suite votre administrateur, avec le code LEDGER_DAMAGED : il faut le restaurer depuis une sauvegarde.',
  LEDGER_MIGRATION: () => operators('LEDGER_MIGRATION'),
  LEDGER_NEWER: () => operators('LEDGER_NEWER'),
  LEDGER_UNDECIDED: ({ campaigns }) => undecided(campaigns),
  LEDGER_UNREACHABLE: () => operators('LEDGER_UNREACHABLE'),
  LEDGER_UNWRITABLE: () => operators('LEDGER_UNWRITABLE'),
  LIFT_REASON_MISSING: () =>
    'La personne s’est désabonnée ou s’est plainte elle-même. Son adresse ne se rétablit qu’à sa demande : indiquez-en la raison et confirmez qu’elle l’a demandé.',
  MAILBOX_FAILED: () => operators('MAILBOX_FAILED'),
  MAILBOX_FOLDER: () => operators('MAILBOX_FOLDER'),
  MAILBOX_SIGN_IN: () => operators('MAILBOX_SIGN_IN'),
  MAILBOX_TLS: () => operators('MAILBOX_TLS'),
  MAILBOX_TOKEN: () => operators('MAILBOX_TOKEN'),
  MAILBOX_UNMOVABLE: () => operators('MAILBOX_UNMOVABLE'),
  MAILBOX_UNREACHABLE: () => operators('MAILBOX_UNREACHABLE'),
  MESSAGE_INVALID: () =>
    'Aucun message ne peut être fait de cette édition : cherchez-y de très longues lignes, et donnez à votre administrateur le code MESSAGE_INVALID.',
  SENDER_INVALID: ({ problems }) =>
    `L’expéditeur n’est pas complet. Corrigez dans les réglages de l’institution : ${problems
      .map(({ field, expected }) => `« ${field} » (${expectations[expected]})`)
      .join(', ')}.`,
};

function isLanguage(language: string): language is keyof typeof languages {
  return language in languages;
}
