import { decisionsAfter, decisionsAtOnce, type Ledger } from '@nachra/delivery';
import type { CopyEvents } from './anchor-store';

/** What came of a copy. */
interface Copied {
  /** Up to where no event can be missing any more: where the next copy begins, also after a restart. */
  cursor: number;
  /** How many were copied that were not before. */
  fresh: number;
}

/** Copies a ledger's decisions to the content, one ledger after another. */
interface DecisionCopy {
  /**
   * Copies all decisions after a number, however many there are. Idempotent by ledger and event.
   *
   * @param after -1 for those since the ledger was last held
   * @param before the number before which to end; all of them by default
   */
  copy(uid: string, after: number, before?: number): Promise<Copied>;
}

/** An event may become visible after one with a higher number; for this long after it was seen it is read again. */
const settledMs = 60_000;

/** @param elapsedMs since any moment, by a clock that nobody sets: the clocks of those who wrote the events may be hours apart */
export function openDecisionCopy(
  ledger: Ledger,
  copyEvents: CopyEvents,
  elapsedMs: () => number = () => performance.now(),
): DecisionCopy {
  let of = '';
  /** Events after the cursor that are copied already. */
  let copied = new Set<number>();
  /** Up to which event was read, and when. */
  let sightings: { last: number; at: number }[] = [];

  return {
    async copy(uid, after, before) {
      if (uid !== of) {
        of = uid;
        copied = new Set();
        sightings = [];
      }
      let [last, fresh] = [after, 0];
      for (;;) {
        const events = await decisionsAfter(ledger, last, before);
        const news = events.filter(({ id }) => !copied.has(id));
        if (news.length > 0) await copyEvents(uid, news);
        for (const { id } of news) copied.add(id);
        fresh += news.length;
        last = events.at(-1)?.id ?? last;
        if (events.length < decisionsAtOnce) break;
      }
      const now = elapsedMs();
      if (last > (sightings.at(-1)?.last ?? after)) sightings.push({ last, at: now });
      const settled = sightings.filter(({ at }) => now - at > settledMs).at(-1)?.last ?? after;
      sightings = sightings.filter(({ last: seen }) => seen > settled);
      for (const id of copied) if (id <= settled) copied.delete(id);
      return { cursor: settled, fresh };
    },
  };
}
