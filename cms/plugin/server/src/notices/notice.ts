import { languageSchema } from '@nachra/renderer';
import { z } from 'zod';
import { noticeKinds, noticeReasons, noticeStates } from '../../../shared/review-lists';
import { nullableField } from '../content/documents/stored-fields';

/** What a notice is about, and what it quotes. Never the edition itself. */
const factsSchema = z.object({
  /** Document id of the issue; null for an invitation. */
  issue: z.string().nullable(),
  number: z.number().nullable(),
  language: languageSchema.nullable(),
  /** Name of whoever did it; null for nobody. */
  by: z.string().nullable(),
  /** What was said with it; empty for nothing. */
  words: z.string(),
  /** Of comments, from where on they are told: rows after this one, and what was settled since. */
  news: z.object({ after: z.number(), since: z.string() }).optional(),
  /** Of a send that has ended, the approval whose figures are told. */
  approval: z.string().optional(),
});
/** See {@link factsSchema}. */
export type NoticeFacts = z.infer<typeof factsSchema>;

/** `plugin::newsletter.notice`: a mail to one person of the admin. */
export const noticeSchema = z.object({
  id: z.number(),
  /** What it is known by: the same decision tells the same person once. */
  key: z.string(),
  kind: z.enum(noticeKinds),
  userId: z.number(),
  /** Whoever caused it, as actors are identified. */
  byId: z.string(),
  /** Null once it is over: what was quoted is not kept. */
  facts: nullableField(factsSchema),
  state: z.enum(noticeStates),
  reason: nullableField(z.enum(noticeReasons)),
  attempts: z.number(),
  madeAt: z.coerce.date(),
  nextAt: z.coerce.date(),
});
/** See {@link noticeSchema}. */
export type StoredNotice = z.infer<typeof noticeSchema>;

/** A notice that is to be written. */
export type NewNotice = Pick<StoredNotice, 'key' | 'kind' | 'userId' | 'byId'> & {
  facts: NoticeFacts;
  /** Whether it may have been sent before, by whoever had these data then: it is put in doubt and not sent. */
  isDoubtful?: boolean;
};
