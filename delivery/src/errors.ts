/** Every code a {@link DeliveryError} may have. Permanent: programs, logs and the words of a user interface go by them. */
export const deliveryErrorCodes = [
  'ADDRESS_INVALID',
  'ASSET_MISSING',
  'AUDIENCE_UNBALANCED',
  'CAMPAIGN_CANCELLED',
  'CAMPAIGN_NOT_HELD',
  'CAMPAIGN_UNKNOWN',
  'CONFIG_INVALID',
  'EDITION_MISSING',
  'EDITION_SPOILT',
  'HOLD_CHOICE_UNFIT',
  'LEDGER_DAMAGED',
  'LEDGER_MIGRATION',
  'LEDGER_NEWER',
  'LEDGER_UNDECIDED',
  'LEDGER_UNREACHABLE',
  'LEDGER_UNWRITABLE',
  'LIFT_REASON_MISSING',
  'MAILBOX_FAILED',
  'MAILBOX_FOLDER',
  'MAILBOX_SIGN_IN',
  'MAILBOX_TLS',
  'MAILBOX_TOKEN',
  'MAILBOX_UNMOVABLE',
  'MAILBOX_UNREACHABLE',
  'MESSAGE_INVALID',
  'SENDER_INVALID',
] as const;
/** One of {@link deliveryErrorCodes}. */
export type DeliveryErrorCode = (typeof deliveryErrorCodes)[number];

/** What is wrong with a variable: it is not set, cannot be used as it is, or names a file that cannot be read. */
export type ConfigFault = 'missing' | 'unusable' | 'unreadable-file';

/**
 * What a field of the sender has to be.
 * - `short-local-part`: at most 18 characters before the `@`, because a token of up to 45 is added to them
 * - `list-id`: RFC 2919, without angle brackets, such as `amanews.example.org`
 * - `feedback-id`: 5 to 15 letters, digits, hyphens or underscores
 */
export const senderExpectations = [
  'text',
  'address',
  'short-local-part',
  'list-id',
  'url',
  'feedback-id',
] as const;
/** One of {@link senderExpectations}. */
export type SenderExpectation = (typeof senderExpectations)[number];

/** A field of the sender that is missing or wrong. */
export interface SenderProblem {
  /** Its name in `SenderIdentity`. */
  field: string;
  expected: SenderExpectation;
}

/** Where a ledger is kept (a file, or a database without its password), and what the driver said, in its own words. */
interface LedgerTrouble {
  place: string;
  driverSaid: string;
}

/** `failure` is a code of the IMAP client or server (`ECONNREFUSED`, `NONEXISTENT`); null where it gave none. */
interface MailboxTrouble {
  host: string;
  port: number;
  failure: string | null;
}

/**
 * What each code comes with, so that a sentence can be made of it in any language. Names, counts, limits and codes; words
 * only where another program's are quoted, and never a password or a token.
 */
export interface DeliveryErrorData extends Record<DeliveryErrorCode, object> {
  /** What was to be suppressed is not an e-mail address. */
  ADDRESS_INVALID: { address: string };
  /** The ledger has lost the bytes of a frozen picture: the file is damaged. `asset` is the picture's name. */
  ASSET_MISSING: { asset: string };
  /** Candidates are not recipients and exclusions together: a fault of the program. */
  AUDIENCE_UNBALANCED: { candidates: number; recipients: number; exclusions: number };
  /** The campaign was cancelled, so it neither goes on nor sends anything again. */
  CAMPAIGN_CANCELLED: { campaignId: string };
  /** There is no campaign of this id. */
  CAMPAIGN_UNKNOWN: { campaignId: string };
  /** Variables are missing or wrong. The values are not told: they may be secret. */
  CONFIG_INVALID: { problems: readonly { variable: string; fault: ConfigFault }[] };
  /** A frozen edition, or one of its pictures, is not what was frozen: the file is damaged, or somebody changed it. */
  EDITION_SPOILT: { part: string };
  /** No edition in a language that must have one; `campaignId` is null before the campaign is frozen. */
  EDITION_MISSING: { language: string; campaignId: string | null };
  /** The campaign waits for nobody's decision. */
  CAMPAIGN_NOT_HELD: { campaignId: string };
  /** The campaign is held for a reason after which that choice makes no sense. */
  HOLD_CHOICE_UNFIT: { campaignId: string };
  /** What the ledger's database has stored is damaged. */
  LEDGER_DAMAGED: LedgerTrouble;
  /** A newer version has written the ledger: steps that this one does not know. */
  LEDGER_NEWER: { steps: readonly string[] };
  /** Sending cannot be released before somebody has decided on each held campaign. */
  LEDGER_UNDECIDED: { campaigns: number };
  /** A step of the ledger's schema failed; nothing of it was kept. */
  LEDGER_MIGRATION: { step: string; driverSaid: string };
  /** The ledger's database cannot be reached or refuses us. */
  LEDGER_UNREACHABLE: LedgerTrouble;
  /** The ledger's file or schema cannot be written. */
  LEDGER_UNWRITABLE: LedgerTrouble;
  /** An unsubscription or a complaint is lifted only with a reason and at the person's own request. */
  LIFT_REASON_MISSING: { reason: string };
  /** The bounce mailbox's server did not do what was asked. */
  MAILBOX_FAILED: MailboxTrouble;
  /** The bounce mailbox has no such folder. */
  MAILBOX_FOLDER: { host: string; port: number; folder: string };
  /** The bounce mailbox's server refuses name and password, or the token. */
  MAILBOX_SIGN_IN: { host: string; port: number };
  /** The bounce mailbox's server offers no TLS that can be trusted. */
  MAILBOX_TLS: MailboxTrouble;
  /** No access token; `status` is the HTTP status that was answered, null without an answer. */
  MAILBOX_TOKEN: { status: number | null };
  /** Messages are on record, and the account may not move them. */
  MAILBOX_UNMOVABLE: { host: string; folder: string; count: number };
  /** The bounce mailbox's server cannot be reached. */
  MAILBOX_UNREACHABLE: MailboxTrouble;
  /** No message can be made of an edition: its lines are not such as SMTP carries, or it holds its own part boundary. */
  MESSAGE_INVALID: { fault: 'lines' | 'boundary' };
  /** Fields of the sender are missing or wrong. */
  SENDER_INVALID: { problems: readonly SenderProblem[] };
}

/** A code with the data that belongs to it, then the English message. */
type DeliveryErrorArguments = {
  [Code in DeliveryErrorCode]: [
    code: Code,
    data: DeliveryErrorData[Code],
    message: string,
    options?: ErrorOptions,
  ];
}[DeliveryErrorCode];

/** One sentence, or whatever else is made of it, for each code. A missing code is an error of the compiler. */
export type DeliveryErrorTable<Words> = {
  [Code in DeliveryErrorCode]: (data: DeliveryErrorData[Code]) => Words;
};

/**
 * The one error of this package. Told apart by `code`; `data` is what a sentence is made of in a person's language, and
 * `message` the same in English, for logs and the command line: what happened, why, and what to do.
 */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError';
  readonly code: DeliveryErrorCode;
  /** Belongs to `code`; {@link explainBy} hands it out with its own type. */
  readonly data: DeliveryErrorData[DeliveryErrorCode];

  constructor(...[code, data, message, options]: DeliveryErrorArguments) {
    super(message, options);
    this.code = code;
    this.data = data;
  }

  /**
   * Picks out of a table that has an entry for each code, and hands it the data of this one.
   *
   * @example error.explainBy({ CAMPAIGN_UNKNOWN: ({ campaignId }) => `La campagne ${campaignId} n’existe pas.`, … })
   */
  explainBy<Words>(table: DeliveryErrorTable<Words>): Words {
    // The constructor lets no code be with another's data.
    const entry = table[this.code] as (data: DeliveryErrorData[DeliveryErrorCode]) => Words;
    return entry(this.data);
  }
}

/** One variable that is missing or wrong. */
export function configError(variable: string, fault: ConfigFault, message: string): DeliveryError {
  return new DeliveryError('CONFIG_INVALID', { problems: [{ variable, fault }] }, message);
}

/** The message of anything thrown, for a log or for a sentence of ours to quote. Pure. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
