import type { Language } from '@nachra/renderer';
import { z } from 'zod';
import { placeIn } from '../common/words/obstacle-words';
import { wordsOf } from '../common/words/words-of';
import { nullableField } from '../content/documents/stored-fields';
import { placeOf } from '../editions/place-of';
import type { IssueDraft } from '../editions/to-issue';
import { isWhole } from './comment-places';

/** `plugin::newsletter.comment`: a comment, or an answer to one. */
export const commentRowSchema = z.object({
  id: z.number(),
  place: nullableField(z.string()).transform((place) => place ?? ''),
  subject: nullableField(z.string()),
  section: nullableField(z.string()),
  calledBefore: nullableField(z.string()),
  /** Words of the mail that it is about; null for none. */
  quote: nullableField(z.string()),
  text: z.string(),
  /** The comment that it answers; null for one of its own. */
  answers: nullableField(z.number()),
  byId: z.string(),
  byName: z.string(),
  at: z.coerce.date(),
  settledAt: nullableField(z.coerce.date()),
  /** Null also of what was settled before this was kept. */
  settledById: nullableField(z.string()),
  settledByName: nullableField(z.string()),
});
/** See {@link commentRowSchema}. */
export type CommentRow = z.infer<typeof commentRowSchema>;

/** A place in words of a language. Pure. */
export function calledIn(place: string, draft: IssueDraft, language: Language): string {
  const found = placeOf(place, draft);
  return isWhole(place) ? wordsOf(language).place(found) : placeIn(found, language);
}
