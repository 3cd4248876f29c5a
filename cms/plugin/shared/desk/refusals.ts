import { senderExpectations, serverTroubles } from '@nachra/delivery';
import { languageSchema } from '@nachra/renderer';
import { z } from 'zod';
import { pictureFaults, revisedTypes } from '../lists';
import { stageEvents } from '../stages';
import { deliveryRefusalCodes, type DeskRefusalCode } from '../refusal-codes';
import { inputProblemSchema } from './input-faults';
import { fourEyesSchema, instantSchema, ledgerHoldSchema } from './wire-values';
import { suppressionReasonSchema } from './suppressions';
import { numberRefusals } from './numbers';
import { spellingRefusals } from './spelling';
import { translationRefusals } from './translations';
import { invitationRefusals } from './invitations';
import { reviewRefusals } from './reviews';
import { findingSchema, obstacleSchema } from './findings';
import { endingSchema, stageSchema } from './issues';

const nothing = z.strictObject({});
const inTheWay = z.strictObject({ obstacles: z.array(obstacleSchema) });
const standing = z.strictObject({ number: z.int(), stage: stageSchema });

/**
 * Everything that the desk refuses on purpose. The codes are permanent; `data` is what the sentence is made from, so that a
 * program need not read the sentence.
 */
export const refusals = {
  /** One problem a field: where it is, what is wrong, and what the sentence about it is made from. */
  INPUT_INVALID: {
    status: 400,
    data: z.strictObject({
      problems: z.array(inputProblemSchema),
    }),
  },
  /** More bytes than a request may have; null where only the parser knows how many. Nobody has looked at it. */
  BODY_TOO_LARGE: { status: 413, data: z.strictObject({ limit: z.int().nullable() }) },
  /** Nested deeper than anything here walks. */
  BODY_TOO_DEEP: { status: 400, data: z.strictObject({ limit: z.int() }) },
  /** Neither JSON nor a form. */
  BODY_UNREADABLE: { status: 400, data: nothing },
  /** Without what the address needs, or about something that there is not. */
  REQUEST_INCOMPLETE: { status: 400, data: nothing },
  /** A parameter of the address of more characters than any page asks with. */
  QUERY_TOO_LONG: { status: 400, data: z.strictObject({ limit: z.int() }) },
  /** Filters that mean nothing to the database. */
  QUERY_UNREADABLE: { status: 400, data: nothing },
  ISSUE_UNKNOWN: { status: 404, data: nothing },
  ISSUE_INVALID: { status: 409, data: inTheWay },
  ISSUE_LOCKED: { status: 409, data: standing },
  ISSUE_SCHEDULED: { status: 409, data: z.strictObject({ number: z.int() }) },
  ...numberRefusals,
  ...translationRefusals,
  ...spellingRefusals,
  ...reviewRefusals,
  ...invitationRefusals,
  STAGE_GUARDED: { status: 409, data: nothing },
  /** A write that does not say which revision it began from. */
  REVISION_MISSING: { status: 409, data: nothing },
  /** Somebody has saved since: who (null for a program), when, and which fields; `revision` is the one there is now. */
  REVISION_STALE: {
    status: 409,
    data: z.strictObject({
      type: z.enum(revisedTypes),
      documentId: z.string(),
      title: z.string().nullable(),
      revision: z.int(),
      by: z.string().nullable(),
      at: instantSchema.nullable(),
      fields: z.array(z.string()),
    }),
  },
  /** What both sides changed has to be decided. */
  CHOICE_MISSING: { status: 409, data: z.strictObject({ keys: z.array(z.string()) }) },
  DOCUMENT_DELETED: {
    status: 409,
    data: z.strictObject({
      type: z.enum(revisedTypes),
      by: z.string().nullable(),
      at: instantSchema.nullable(),
    }),
  },
  DOCUMENT_FORBIDDEN: { status: 403, data: nothing },
  STAGE_REFUSED: { status: 409, data: standing.extend({ event: z.enum(stageEvents) }) },
  APPROVAL_REFUSED: { status: 409, data: inTheWay },
  /** A change that would take back an approval, by somebody who may not. */
  APPROVAL_PROTECTED: { status: 403, data: standing.extend({ language: languageSchema }) },
  /** A change that would end these approvals, by somebody who may, and wants to be asked. */
  APPROVAL_ENDS: { status: 409, data: z.strictObject({ issues: z.array(endingSchema) }) },
  /** What these issues contain would be deleted, by somebody who wants to be asked. */
  DELETION_HELD: { status: 409, data: z.strictObject({ issues: z.array(endingSchema) }) },
  ACKNOWLEDGEMENT_MISSING: { status: 409, data: z.strictObject({ findings: z.array(findingSchema) }) },
  FOUR_EYES: { status: 403, data: fourEyesSchema },
  /** No correction of the issue was begun, so none can be taken back. */
  CORRECTION_UNKNOWN: { status: 409, data: z.strictObject({ number: z.int() }) },
  /** Readers have the issue that is being corrected: it keeps its number and language, and is not deleted. */
  CORRECTION_BOUND: { status: 409, data: z.strictObject({ number: z.int() }) },
  /** The issue is not what was sent any more: these fields were changed for the correction. */
  CORRECTION_EDITED: { status: 409, data: z.strictObject({ number: z.int(), fields: z.array(z.string()) }) },
  /** The asset store lacks a picture that was approved. */
  PICTURE_LOST: {
    status: 409,
    data: z.strictObject({ number: z.int(), language: languageSchema, picture: z.string() }),
  },
  PICTURE_NOT_COPIED: {
    status: 409,
    data: z.strictObject({
      pictures: z.array(z.strictObject({ address: z.string(), fault: z.enum(pictureFaults) })),
    }),
  },
  /** More pixels than the installation takes, counted over all frames; nothing was decoded. */
  PICTURE_TOO_LARGE: {
    status: 400,
    data: z.strictObject({ name: z.string(), megapixels: z.int(), limit: z.int() }),
  },
  /** What is offered as a picture is none of a kind that is taken, or is damaged. */
  PICTURE_UNREADABLE: { status: 400, data: z.strictObject({ name: z.string() }) },
  /** Somebody else's upload. */
  UPLOAD_PROTECTED: { status: 403, data: z.strictObject({ name: z.string() }) },
  /** An upload that names the document it is for: only a save of that document, which is guarded, takes it up. */
  UPLOAD_ATTACHED: { status: 400, data: nothing },
  NOT_APPROVED: { status: 409, data: standing },
  /** Not the edition that the person saw, or not the one that was approved. */
  EDITION_CHANGED: {
    status: 409,
    data: z.discriminatedUnion('since', [
      z.strictObject({ since: z.literal('seen') }),
      z.strictObject({ since: z.literal('approved'), number: z.int(), language: languageSchema }),
    ]),
  },
  /** What a campaign carried in these languages is not sent again: it is being corrected, or its approval does not stand any more. */
  EDITION_CORRECTED: {
    status: 409,
    data: z.strictObject({ number: z.int(), languages: z.array(languageSchema) }),
  },
  AUDIENCE_EMPTY: { status: 400, data: nothing },
  LIST_UNKNOWN: { status: 400, data: nothing },
  SEGMENT_UNKNOWN: { status: 400, data: nothing },
  SEGMENT_INVALID: { status: 409, data: z.strictObject({ name: z.string() }) },
  /** Fields of the brand, by their names there. */
  SENDER_INCOMPLETE: {
    status: 409,
    data: z.strictObject({
      problems: z.array(z.strictObject({ field: z.string(), expected: z.enum(senderExpectations) })),
    }),
  },
  CAMPAIGN_UNKNOWN: { status: 404, data: z.strictObject({ campaignId: z.string() }) },
  START_IN_PAST: { status: 400, data: nothing },
  NO_RECIPIENTS: { status: 409, data: z.strictObject({ candidates: z.int() }) },
  /** All sending is held until a person has decided. */
  SENDING_HELD: { status: 409, data: z.strictObject({ hold: ledgerHoldSchema }) },
  /** Campaigns and issues that wait for a decision. */
  HOLD_UNDECIDED: { status: 409, data: z.strictObject({ count: z.int() }) },
  SMTP_MISSING: { status: 409, data: nothing },
  SMTP_TROUBLE: {
    status: 502,
    data: z.strictObject({
      host: z.string(),
      trouble: z.enum(serverTroubles),
      /** The server's own words; empty when it said nothing. */
      reply: z.string(),
    }),
  },
  ADDRESS_INVALID: { status: 400, data: z.strictObject({ address: z.string() }) },
  SUPPRESSION_UNKNOWN: { status: 404, data: nothing },
  /** Addresses that are neither of the team nor of an allowed domain; whoever may approve can confirm them. */
  TEST_ADDRESS_STRANGE: {
    status: 409,
    data: z.strictObject({
      addresses: z.array(z.string()),
      domains: z.array(z.string()),
      mayConfirm: z.boolean(),
    }),
  },
  /** Addresses that must not be mailed; only whoever sends the test may have it all the same. */
  TEST_ADDRESS_SUPPRESSED: {
    status: 409,
    data: z.strictObject({
      addresses: z.array(z.strictObject({ address: z.string(), reason: suppressionReasonSchema })),
    }),
  },
  /** So many addresses an hour; `again` is when as many as were asked for may go. */
  TEST_LIMIT: {
    status: 409,
    data: z.strictObject({ limit: z.int(), sent: z.int(), again: instantSchema }),
  },
  /** So many messages to the person are on their way at this moment. */
  ERASURE_LEAVING: { status: 409, data: z.strictObject({ count: z.int() }) },
  /** Nothing here is about that address. */
  PERSON_UNKNOWN: { status: 404, data: z.strictObject({ address: z.string() }) },
  /** What is on record is neither changed nor removed. */
  JOURNAL_APPEND_ONLY: { status: 409, data: nothing },
  /** Something that nobody foresaw; the log has it. */
  UNFORESEEN: { status: 500, data: nothing },
} as const satisfies Record<DeskRefusalCode, { status: number; data: z.ZodType }>;

/** What each refusal of the desk is about. */
export type RefusalData = { [Code in DeskRefusalCode]: z.infer<(typeof refusals)[Code]['data']> };

/** The status of what the delivery refuses: it is of a state that no longer allows what was asked. */
export const deliveryRefusalStatus = 409;

/** What stands in the `details` of an error with this code. */
export function detailsSchema<Code extends DeskRefusalCode>(code: Code) {
  return z.strictObject({ code: z.literal(code), data: refusals[code].data });
}

/** The details of what the delivery refuses. Its data are not sent: they may name hosts and files. */
export const deliveryDetailsSchema = z.strictObject({
  code: z.enum(deliveryRefusalCodes),
  data: z.strictObject({}),
});

/** Strapi's error body, which every refusal is sent in: `message` is a sentence in the person's language. */
export function errorBodySchema<Details extends z.ZodType>(status: number, details: Details) {
  return z.strictObject({
    data: z.null(),
    error: z.strictObject({
      status: z.literal(status),
      name: z.string(),
      message: z.string(),
      details,
    }),
  });
}

/** Details of any refusal of the desk: `code` is permanent, `data` belongs to it. */
export type RefusalDetails = {
  [Code in DeskRefusalCode]: { code: Code; data: RefusalData[Code] };
}[DeskRefusalCode];

/** Details of what the delivery refuses. */
export type DeliveryRefusalDetails = z.infer<typeof deliveryDetailsSchema>;
