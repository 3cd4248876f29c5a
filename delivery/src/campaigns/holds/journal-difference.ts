import { z } from 'zod';

/** How a journal differs from what is witnessed of it. Of one that agrees there is none. */
export const journalDifferenceSchema = z.object({
  /** Entries that were witnessed and are not there any more. */
  missing: z.number(),
  /** Entries that say something else than they did. */
  changed: z.number(),
  /** Entries among the witnessed ones that nobody has witnessed. */
  added: z.number(),
  /** Whether what was witnessed is not what this program has written: 1, or 0. */
  forged: z.number(),
});
/** See {@link journalDifferenceSchema}. */
export type JournalDifference = z.infer<typeof journalDifferenceSchema>;
