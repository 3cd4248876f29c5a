import { z } from 'zod';
import { route } from './describe-route';
import { editableSchema } from './findings';
import { journalPersonSchema } from './journal';
import { instantSchema, rowNumberSchema } from './wire-values';

/** A place as the contract names it: `sections[2].articles[0].title`. */
const placePathSchema = z
  .string()
  .max(200)
  .regex(/^[\w.[\]-]*$/);

/** What a comment is about: a place of the issue, and the document that it lies in, so that it survives another order. */
export const commentRequestSchema = z.object({
  /** Empty for the issue as a whole. */
  place: placePathSchema.default(''),
  /** Words of the mail that it is about, as somebody has selected them; empty for none. */
  quote: z.string().trim().max(300).default(''),
  text: z.string().trim().min(1).max(4_000),
  /** The comment that is answered; null for one of its own. */
  answers: rowNumberSchema.nullable().default(null),
});
export type CommentRequest = z.input<typeof commentRequestSchema>;

export const settleRequestSchema = z.object({ isSettled: z.boolean() });

const writtenSchema = z.strictObject({
  id: z.int(),
  by: journalPersonSchema,
  at: instantSchema,
  text: z.string(),
});

export const commentSchema = writtenSchema.extend({
  /** Counted within its issue, in the order in which they were written: it stays the same. */
  number: z.int().min(1),
  /** The words that it is about; empty for none. */
  quote: z.string(),
  /** Where it lies now; null where that is not in the issue any more. */
  place: z.string().nullable(),
  /** The place in words of the person’s language: of what it is now, or what it was called. */
  where: z.string(),
  /** Where it can be mended; null when there is nothing to open. */
  editable: editableSchema.nullable(),
  answers: z.array(writtenSchema),
  /** Null while it is open. */
  settled: z.strictObject({ by: z.string(), at: instantSchema }).nullable(),
});
/** A comment with its answers. */
export type Comment = z.infer<typeof commentSchema>;

export const commentsSchema = z.strictObject({
  /** Open ones first, each in the order of the issue. */
  comments: z.array(commentSchema),
  /** What can be commented on, in the order of the issue. */
  places: z.array(z.strictObject({ place: z.string(), where: z.string() })),
});

const refusals = ['ISSUE_UNKNOWN'] as const;

/** The routes of comments: see `routes.ts`. */
export const commentRoutes = {
  listComments: route({
    summary: 'Comments on an issue, and the places that can be commented on',
    answer: commentsSchema,
    refusals,
  }),
  writeComment: route({
    summary: 'Comment on a place of an issue, or answer a comment',
    body: commentRequestSchema,
    answer: commentsSchema,
    refusals: [...refusals, 'COMMENT_UNKNOWN', 'COMMENT_MISPLACED', 'COMMENT_LIMIT'],
  }),
  settleComment: route({
    summary: 'Settle a comment, or open it again',
    body: settleRequestSchema,
    answer: commentsSchema,
    refusals: [...refusals, 'COMMENT_UNKNOWN'],
  }),
};
