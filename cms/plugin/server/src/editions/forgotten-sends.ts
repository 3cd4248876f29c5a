import { mayHaveLeft, type Finding } from '@nachra/renderer';
import type { LedgerHold } from '@nachra/delivery';
import { z } from 'zod';
import type { ApprovalStore } from '../content/documents/approval-store';
import type { IssueHead } from '../content/documents/issue';
import type { JournalStore } from '../content/documents/journal-store';

/** Holds after which the content too may be older than what was sent: where the ledger alone is lost, it still knows what went out. */
const heldWithContent: readonly LedgerHold[] = ['restored', 'rolled-back', 'moved', 'another'];

const heldSchema = z.object({ hold: z.string() });

/**
 * Says of an issue that it may have been sent since the state that the data were put back to: it was there before the last such hold,
 * and nobody has approved it since, knowing of that.
 */
export function openForgottenSends({
  entries,
  records,
}: {
  entries: Pick<JournalStore, 'each'>;
  records: Pick<ApprovalStore, 'past'>;
}): (issue: Pick<IssueHead, 'documentId' | 'createdAt'>) => Promise<Finding[]> {
  async function lastHold(): Promise<{ id: number; at: Date } | null> {
    for await (const { id, name, data, at } of entries.each({ kind: 'ledger' })) {
      if (name !== 'ledger.held') continue;
      const hold = heldSchema.safeParse(data).data?.hold;
      if (heldWithContent.some((one) => one === hold)) return { id, at };
    }
    return null;
  }

  return async ({ documentId, createdAt }) => {
    const held = await lastHold();
    if (held === null || createdAt === undefined || new Date(createdAt) >= held.at) return [];
    const [last] = await records.past(documentId);
    const isSince = last !== undefined && (last.entry === null ? last.at >= held.at : last.entry >= held.id);
    if (isSince) return [];
    return [mayHaveLeft(held.at.toISOString().slice(0, 10))];
  };
}
