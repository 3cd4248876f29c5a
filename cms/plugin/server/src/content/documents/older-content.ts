import type { LedgerHold } from '@nachra/delivery';
import { z } from 'zod';
import type { JournalPoint } from '../../common/journal';
import type { JournalStore } from './journal-store';

/** Holds after which the content too may be older than what was sent: where the ledger alone is lost, it still knows what went out. */
const heldWithContent: readonly LedgerHold[] = ['restored', 'rolled-back', 'moved', 'another'];

const heldSchema = z.object({ hold: z.string() });

/** When the content may have been put back to an earlier state: a point of the journal. */
interface PutBack {
  entry: number;
  at: Date;
}

/** Whether sending is held because the content too may be older than what left. Pure. */
export function mayBePutBack(hold: LedgerHold | null): boolean {
  return heldWithContent.some((one) => one === hold);
}

/** The last time that sending was held for that reason, as the journal has it; null for never. */
export async function lastPutBack(entries: Pick<JournalStore, 'each'>): Promise<PutBack | null> {
  for await (const { id: entry, name, data, at } of entries.each({ kind: 'ledger' })) {
    const hold = name === 'ledger.held' ? heldSchema.safeParse(data).data?.hold : undefined;
    if (heldWithContent.some((one) => one === hold)) return { entry, at };
  }
  return null;
}

/** Whether somebody has approved after that, and so knew of it. Pure. */
export function isApprovedSince(approval: JournalPoint | undefined, { entry, at }: PutBack): boolean {
  if (approval === undefined) return false;
  return approval.entry === null ? approval.at >= at : approval.entry >= entry;
}
