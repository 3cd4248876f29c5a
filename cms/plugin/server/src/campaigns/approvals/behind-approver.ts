import { z } from 'zod';
import type { JournalStore } from '../../content/documents/journal-store';

/** What may stand behind an approval besides the person who gives it. */
export interface BehindApprover {
  /** Who lifted the rule of four eyes, by her id; null where it is in force, or was off from the start. */
  whoLiftedRule(): Promise<string | null>;
  /** Who else has set what somebody signs in with, by her id, so that she may act in that name; null where the person herself did. */
  whoSetKeysOf(userId: string): Promise<string | null>;
}

const ruleSchema = z.object({ after: z.string().nullish() });
const keysSchema = z.object({ id: z.string(), keys: z.array(z.string()) });

/** Reads both from the journal. */
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
  };
}
