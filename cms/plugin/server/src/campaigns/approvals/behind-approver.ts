import { z } from 'zod';
import type { JournalStore } from '../../content/documents/journal-store';

/** What the journal says of an approval besides what was done to its issue. */
export interface BehindApprover {
  /** Who lifted the rule of four eyes, by her id; null where it is in force, or was off from the start. */
  whoLiftedRule(): Promise<string | null>;
  /** Who else has set what somebody signs in with, by her id, so that she may act in that name; null where the person herself did. */
  whoSetKeysOf(userId: string): Promise<string | null>;
  /** When the journal was last found to be another one than was written; null for never. What order it shows before that is not certain. */
  whenJournalChanged(): Promise<Date | null>;
}

const ruleSchema = z.object({ after: z.string().nullish() });
const keysSchema = z.object({ id: z.string(), keys: z.array(z.string()) });

/** Reads all of it from the journal. */
export function openBehindApprover(entries: Pick<JournalStore, 'each'>): BehindApprover {
  return {
    async whoLiftedRule() {
      for await (const { name, byId, data } of entries.each({ kind: 'rights' }))
        if (name === 'four-eyes.set') return ruleSchema.parse(data).after === 'off' ? byId : null;
      return null;
    },
    async whoSetKeysOf(userId) {
      for await (const { name, byId, data } of entries.each({ kind: 'rights' })) {
        const set = name === 'user.changed' ? keysSchema.safeParse(data).data : undefined;
        if (set?.id === userId && set.keys.length > 0) return byId === userId ? null : byId;
      }
      return null;
    },
    async whenJournalChanged() {
      for await (const { name, at, data } of entries.each({ kind: 'ledger' }))
        if (name === 'ledger.held' && data['hold'] === 'journal-changed') return at;
      return null;
    },
  };
}
