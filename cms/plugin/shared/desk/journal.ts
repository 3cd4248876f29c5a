import { z } from 'zod';
import { journalKinds, journalNames } from '../journal-lists';
import { idSchema, instantSchema } from './wire-values';

/** Whoever stands in the journal. */
export const journalPersonSchema = z.strictObject({
  /** The admin's number of the person; `system` for what nobody did, `token:…` for an API token, `terminal` for a command. */
  id: z.string(),
  name: z.string(),
});
export type JournalPerson = z.infer<typeof journalPersonSchema>;

/** Which entries of the journal: all of these at once. */
export const journalFilter = {
  by: z.string().min(1).max(100).optional(),
  number: z.coerce.number().int().min(0).max(2_147_483_647).optional(),
  kind: z.enum(journalKinds).optional(),
  from: instantSchema.optional(),
  /** Up to, and not including. */
  to: instantSchema.optional(),
};

export const journalRowSchema = z.strictObject({
  id: z.int(),
  at: instantSchema,
  name: z.enum(journalNames),
  kind: z.enum(journalKinds),
  by: journalPersonSchema,
  /** The document it is about, the number and language, the campaign; null where it is about none. */
  documentId: z.string().nullable(),
  number: z.int().nullable(),
  language: z.string().nullable(),
  campaign: idSchema.nullable(),
  /** What was decided, in a sentence of the person's language. */
  sentence: z.string(),
  /** What the sentence was made from; each name has data of its own. */
  data: z.record(z.string(), z.unknown()),
});
/** One line of the journal: who decided what, and when. */
export type JournalRow = z.infer<typeof journalRowSchema>;
