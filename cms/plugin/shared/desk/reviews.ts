import { z } from 'zod';
import { chosenNotices, noticeReasons, noticeStates, outcomes, reviewEnds } from '../review-lists';
import { stages } from '../stages';
import { journalPersonSchema } from './journal';
import { countSchema, hashSchema, instantSchema } from './wire-values';

/** A person's number in the admin, or a role's. */
const accountSchema = z.int().min(1);

/** Asking for a review: of whom, and what to say to them. Naming nobody asks whoever may approve, without a mail. */
export const reviewAskSchema = z.object({
  people: z.array(accountSchema).max(50).default([]),
  roles: z.array(accountSchema).max(20).default([]),
  message: z.string().trim().max(2_000).default(''),
});
export type ReviewAsk = z.input<typeof reviewAskSchema>;

/** Sending an issue back starts with why: it stands on record, and in the mail to whoever submitted it. */
export const sendBackSchema = z.object({ reason: z.string().trim().min(3).max(2_000) });

/** The reviewer’s word that she has nothing to say of an edition, by its hash; null takes it back. */
export const allClearSchema = z.object({ hash: hashSchema.nullable() });
export type AllClearRequest = z.input<typeof allClearSchema>;

/** What became of the mail to somebody who was asked. */
export const noticeStandingSchema = z.strictObject({
  state: z.enum(noticeStates),
  /** Why it was not sent; null where it was, or will be. */
  reason: z.enum(noticeReasons).nullable(),
});
export type NoticeStanding = z.infer<typeof noticeStandingSchema>;

export const reviewSchema = z.strictObject({
  at: instantSchema,
  by: journalPersonSchema,
  /** What was said; empty for nothing. */
  message: z.string(),
  asked: z.array(
    z.strictObject({
      id: accountSchema,
      name: z.string(),
      /** Whether that is the person who asks. */
      isMine: z.boolean(),
      /** Null where nobody was to be mailed. */
      notice: noticeStandingSchema.nullable(),
      /** That she has read it and has nothing to say, and whether it is still what she read; null where she has not said so. */
      allClear: z.strictObject({ at: instantSchema, isCurrent: z.boolean() }).nullable(),
    }),
  ),
  /** Whether the person who asks is among them. */
  isAsked: z.boolean(),
  /** Null while it goes on. */
  ended: z
    .strictObject({
      because: z.enum(reviewEnds),
      at: instantSchema,
      by: z.string().nullable(),
      /** Why it was sent back; null otherwise. */
      reason: z.string().nullable(),
    })
    .nullable(),
  /** Comments of the issue that nobody has settled. */
  openComments: countSchema,
});
/** The last request for a review of an issue. */
export type Review = z.infer<typeof reviewSchema>;

export const untoldSchema = z.strictObject({
  about: z.enum(outcomes),
  name: z.string(),
  /** Whether it was for the person who asks. */
  isMine: z.boolean(),
  /** Why it did not leave, or why nobody knows whether it did. */
  reason: z.enum(noticeReasons),
});
/** Somebody whom what became of an issue concerns, and whom the mail about it has not reached as far as is known. */
export type Untold = z.infer<typeof untoldSchema>;

export const earlierEditionSchema = z.strictObject({
  /** Null where no version was judged before. */
  earlier: z
    .strictObject({
      /** How that version was judged. */
      because: z.enum(reviewEnds),
      by: z.string().nullable(),
      at: instantSchema,
      subject: z.string(),
      html: z.string(),
      text: z.string(),
    })
    .nullable(),
});
/** What readers would have got of the version that was reviewed or approved last, filled for a sample reader. */
export type EarlierEdition = z.infer<typeof earlierEditionSchema>;

export const reviewersSchema = z.strictObject({
  people: z.array(z.strictObject({ id: accountSchema, name: z.string(), mayApprove: z.boolean() })),
  /** Roles that have at least one of these people. */
  roles: z.array(z.strictObject({ id: accountSchema, name: z.string(), people: countSchema })),
});
/** Who may be asked for a review: people who can sign in and may read the issue, but for the one who asks. */
export type Reviewers = z.infer<typeof reviewersSchema>;

/** Which mails a person gets about issues. */
export const noticeChoiceSchema = z.strictObject({
  muted: z.array(z.enum(chosenNotices)).max(chosenNotices.length),
});

/** What is refused of reviews. */
export const reviewRefusals = {
  /** Somebody who is asked for a review and cannot sign in, or may not read the issue. */
  REVIEWER_UNKNOWN: { status: 409, data: z.strictObject({}) },
  /** The review that somebody answers has ended. */
  REVIEW_OVER: { status: 409, data: z.strictObject({}) },
  /** Somebody answers a review that others were asked for. */
  REVIEW_NOT_ASKED: { status: 403, data: z.strictObject({}) },
  COMMENT_UNKNOWN: { status: 404, data: z.strictObject({}) },
  /** The place of a comment is not one of the issue. */
  COMMENT_MISPLACED: { status: 409, data: z.strictObject({}) },
  /** One issue has so many comments already. */
  COMMENT_LIMIT: { status: 409, data: z.strictObject({ limit: countSchema }) },
  /** Nothing of that key is found any more. */
  FINDING_UNKNOWN: { status: 409, data: z.strictObject({}) },
  /** An error, or what no person can know: it is not set aside. */
  FINDING_BINDING: { status: 409, data: z.strictObject({}) },
  /** What was set aside is part of what was approved. */
  SET_ASIDE_CLOSED: { status: 409, data: z.strictObject({ number: z.int(), stage: z.enum(stages) }) },
  /** Somebody has set a finding aside, or taken one up again, since whoever approves saw which were. */
  SET_ASIDE_CHANGED: { status: 409, data: z.strictObject({}) },
} as const;
