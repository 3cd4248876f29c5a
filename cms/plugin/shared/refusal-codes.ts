import type { DeliveryErrorCode } from '@nachra/delivery';
import { inFull } from './lists';

/** A request with this header is refused where it would take something along that the person should be asked about first. */
export const askFirstHeader = 'x-newsletter-ask-first';

/** A save with this header brings back the revision that it names; it is a save like any other, and says so on record. */
export const bringBackHeader = 'x-newsletter-bring-back';

/** What the desk refuses on purpose, besides what the ledger refuses. Permanent; `desk/refusals.ts` says what each is about. */
export const deskRefusalCodes = [
  'INPUT_INVALID',
  'BODY_TOO_LARGE',
  'BODY_TOO_DEEP',
  'BODY_UNREADABLE',
  'REQUEST_INCOMPLETE',
  'QUERY_TOO_LONG',
  'QUERY_UNREADABLE',
  'ISSUE_UNKNOWN',
  'ISSUE_INVALID',
  'ISSUE_LOCKED',
  'ISSUE_SCHEDULED',
  'NUMBER_UNKNOWN',
  'NUMBER_UNTRANSLATED',
  'NUMBER_TAKEN',
  'NUMBER_UNFIT',
  'NUMBER_FORBIDDEN',
  'COPY_CLOSED',
  'ARTICLE_UNKNOWN',
  'TRANSLATION_TAKEN',
  'WORDS_HOMELESS',
  'WORDS_FULL',
  'REVIEWER_UNKNOWN',
  'REVIEW_OVER',
  'REVIEW_NOT_ASKED',
  'COMMENT_UNKNOWN',
  'COMMENT_MISPLACED',
  'COMMENT_LIMIT',
  'FINDING_UNKNOWN',
  'FINDING_BINDING',
  'SET_ASIDE_CLOSED',
  'SET_ASIDE_CHANGED',
  'INVITATION_UNKNOWN',
  'INVITATION_LIMIT',
  'STAGE_GUARDED',
  'REVISION_MISSING',
  'REVISION_STALE',
  'CHOICE_MISSING',
  'CORRECTION_EDITED',
  'CORRECTION_UNKNOWN',
  'CORRECTION_BOUND',
  'DOCUMENT_DELETED',
  'DOCUMENT_FORBIDDEN',
  'STAGE_REFUSED',
  'APPROVAL_REFUSED',
  'APPROVAL_PROTECTED',
  'APPROVAL_ENDS',
  'DELETION_HELD',
  'ACKNOWLEDGEMENT_MISSING',
  'FOUR_EYES',
  'PICTURE_LOST',
  'PICTURE_NOT_COPIED',
  'PICTURE_TOO_LARGE',
  'PICTURE_UNREADABLE',
  'UPLOAD_PROTECTED',
  'UPLOAD_ATTACHED',
  'NOT_APPROVED',
  'EDITION_CHANGED',
  'EDITION_CORRECTED',
  'AUDIENCE_EMPTY',
  'LIST_UNKNOWN',
  'SEGMENT_UNKNOWN',
  'SEGMENT_INVALID',
  'SENDER_INCOMPLETE',
  'CAMPAIGN_UNKNOWN',
  'START_IN_PAST',
  'NO_RECIPIENTS',
  'SENDING_HELD',
  'HOLD_UNDECIDED',
  'SMTP_MISSING',
  'SMTP_TROUBLE',
  'ADDRESS_INVALID',
  'SUPPRESSION_UNKNOWN',
  'ERASURE_LEAVING',
  'PERSON_UNKNOWN',
  'JOURNAL_APPEND_ONLY',
  'TEST_ADDRESS_STRANGE',
  'TEST_ADDRESS_SUPPRESSED',
  'TEST_LIMIT',
  'UNFORESEEN',
] as const;
export type DeskRefusalCode = (typeof deskRefusalCodes)[number];

/**
 * What the delivery refuses (its `deliveryErrorCodes`) and the desk has no code of its own for: the code is passed on and said
 * in the person's language.
 */
export const deliveryRefusalCodes = inFull<Exclude<DeliveryErrorCode, DeskRefusalCode>>()([
  'ASSET_MISSING',
  'AUDIENCE_UNBALANCED',
  'CAMPAIGN_CANCELLED',
  'CAMPAIGN_NOT_HELD',
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
]);

/** What a save is refused for, field by field, in Strapi's own answer to it. Permanent; `common/save-problem.ts` says what each is about. */
const saveProblemCodes = [
  'LINK_INVALID',
  'TEXT_TOO_LONG',
  'LIST_TOO_DEEP',
  'BODY_INVALID',
  'FRAMING_INVALID',
  'ENDS_BEFORE_START',
  'ISSUE_TAKEN',
  'FIGURES_INVALID',
  'FIGURES_UNNAMED',
  'RULE_INVALID',
  'ADDRESS_INVALID',
  'SENDER_BEYOND_ASCII',
  'ADDRESS_TAKEN',
  'ADDRESS_ALIKE',
] as const;
export type SaveProblemCode = (typeof saveProblemCodes)[number];

/** Every code that a refusal of the desk may have. */
type RefusalCode = DeskRefusalCode | DeliveryErrorCode;

const own: readonly string[] = deskRefusalCodes;
const all: readonly string[] = [...deskRefusalCodes, ...deliveryRefusalCodes];

/** Whether the desk has this code itself, with data and a status of its own. */
export function isDeskRefusalCode(code: string): code is DeskRefusalCode {
  return own.includes(code);
}

export function isRefusalCode(code: unknown): code is RefusalCode {
  return typeof code === 'string' && all.includes(code);
}

export function isSaveProblemCode(code: unknown): code is SaveProblemCode {
  return (saveProblemCodes as readonly unknown[]).includes(code);
}
