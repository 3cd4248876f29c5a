import type { Words } from '../desk-words';
import { languages } from './terms-en';

export const expectations = {
  text: 'it is empty',
  address: 'it must be an e-mail address such as news@example.org',
  'short-local-part':
    'at most 18 characters may stand before the @, because a token of up to 45 is added to them',
  'list-id': 'it must look like a domain: amanews.example.org',
  url: 'it must be an address such as https://news.example.org',
  'feedback-id': 'it must have 5 to 15 letters, digits, hyphens or underscores',
} as const;

/** For what only the operator of the installation can fix. */
const operators = (code: string) =>
  `This cannot be done now, and only your administrator can fix this: give them the time and the code ${code}.`;

export const campaignUnknown = () => 'This send does not exist.';
export const addressInvalid = () => 'This is not an e-mail address. Write it as name@example.org.';

/** Held campaigns that nobody has decided on, and what to do. */
export const undecided = (count: number) =>
  count === 1
    ? 'One send still waits for a decision: decide on it, then release sending.'
    : `${count} sends still wait for a decision: decide on each, then release sending.`;

/** What the delivery engine refuses, in English. */
export const delivery: Words['delivery'] = {
  ADDRESS_INVALID: addressInvalid,
  ASSET_MISSING: () => operators('ASSET_MISSING'),
  AUDIENCE_UNBALANCED: () => operators('AUDIENCE_UNBALANCED'),
  CAMPAIGN_CANCELLED: () =>
    'This send was cancelled: it neither goes on nor sends anything again. Prepare a new one if needed.',
  CAMPAIGN_NOT_HELD: () =>
    'This send waits for no decision: perhaps somebody has just decided. Reload the page.',
  CAMPAIGN_UNKNOWN: campaignUnknown,
  CONFIG_INVALID: () => operators('CONFIG_INVALID'),
  EDITION_MISSING: ({ language }) =>
    `There is no edition ${isLanguage(language) ? languages[language] : `in “${language}”`} to send: approve the issue of that language first.`,
  EDITION_SPOILT: () => operators('EDITION_SPOILT'),
  HOLD_CHOICE_UNFIT: () =>
    'This decision does not fit what holds this send. Reload the page to see those that do.',
  LEDGER_DAMAGED: () =>
    'The record of sends is damaged, and something may have been lost. Nothing more is sent. Tell your administrator at once, with the code LEDGER_DAMAGED: it has to be restored from a backup.',
  LEDGER_MIGRATION: () => operators('LEDGER_MIGRATION'),
  LEDGER_NEWER: () => operators('LEDGER_NEWER'),
  LEDGER_UNDECIDED: ({ campaigns }) => undecided(campaigns),
  LEDGER_UNREACHABLE: () => operators('LEDGER_UNREACHABLE'),
  LEDGER_UNWRITABLE: () => operators('LEDGER_UNWRITABLE'),
  LIFT_REASON_MISSING: () =>
    'The person unsubscribed or complained. Their address can be mailed again only at their own request: give the reason, and confirm that they asked for it.',
  MAILBOX_FAILED: () => operators('MAILBOX_FAILED'),
  MAILBOX_FOLDER: () => operators('MAILBOX_FOLDER'),
  MAILBOX_SIGN_IN: () => operators('MAILBOX_SIGN_IN'),
  MAILBOX_TLS: () => operators('MAILBOX_TLS'),
  MAILBOX_TOKEN: () => operators('MAILBOX_TOKEN'),
  MAILBOX_UNMOVABLE: () => operators('MAILBOX_UNMOVABLE'),
  MAILBOX_UNREACHABLE: () => operators('MAILBOX_UNREACHABLE'),
  MESSAGE_INVALID: () =>
    'No message can be made of this edition: look for very long lines in its text, and tell your administrator the code MESSAGE_INVALID.',
  SENDER_INVALID: ({ problems }) =>
    `The sender is not complete. Correct in the institution’s settings: ${problems
      .map(({ field, expected }) => `“${field}” (${expectations[expected]})`)
      .join(', ')}.`,
};

function isLanguage(language: string): language is keyof typeof languages {
  return language in languages;
}
