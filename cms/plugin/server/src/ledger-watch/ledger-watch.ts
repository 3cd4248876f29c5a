import {
  cancelCampaign,
  decisionsAfter,
  examineLedger,
  markWitnessed,
  putBackSuppressions,
  readTestimony,
  releaseLedger,
  type Ledger,
  type LedgerHold,
  type RecordedDecision,
  type SuppressionDecision,
  type WaitingCampaign,
} from '@nachra/delivery';
import { system, type Actor } from '../common/journal';
import type { EventLog } from '../common/log';
import type { AnchorStore, CopyEvents, StoredAnchor } from './anchor-store';

/** In whose name a campaign that was stopped is cancelled, by its id: whoever finds its approval ended says so. */
export type CampaignStops = Map<string, Actor>;

/** What the watch needs. */
interface WatchDependencies {
  ledger: Ledger;
  anchors: AnchorStore;
  linkSecret: string;
  copyEvents: CopyEvents;
  /** What the content knows of each person who was ever suppressed: the second record. */
  readSuppressionRecords: () => Promise<SuppressionDecision[]>;
  /** Whether an approval stands, and goes on standing until the content's transaction around it is over. */
  claimApproval: (name: string) => Promise<boolean>;
  stops: CampaignStops;
  log: EventLog;
  now: () => Date;
}

/** Keeps content and ledger known to each other, and says when they do not agree. */
export interface LedgerWatch {
  /** Compares both, before anything is sent, and puts suppressions back that the ledger has lost. */
  examine(): Promise<void>;
  /** Why nothing may leave; null when all is well. */
  hold(): LedgerHold | null;
  /**
   * Stores the ledger's position in the content now, which lets new campaigns leave, and copies what was decided. From a held ledger
   * only decisions are copied. @throws what either database throws
   */
  witness(): Promise<void>;
  /** The worker has found the ledger damaged. */
  damaged(): void;
  /** Lets sending go on, by a person's word. @throws {DeliveryError} `LEDGER_UNDECIDED`, `LEDGER_DAMAGED` */
  release(by: Actor): Promise<void>;
  stop(): Promise<void>;
}

/** An event may become visible after one with a higher number; for this long after it was written it is read again. */
const settledMs = 60_000;

/** @param everyMs between two testimonies by itself */
export function watchLedger(dependencies: WatchDependencies, everyMs = 1_000): LedgerWatch {
  const { ledger, anchors, linkSecret, copyEvents, readSuppressionRecords, claimApproval, log, now } =
    dependencies;
  const { stops } = dependencies;
  let hold: LedgerHold | null = null;
  let known: StoredAnchor | null = null;
  /** Events behind the cursor that are copied already. */
  let copied: ReadonlySet<number> = new Set();
  let last: Promise<void> = Promise.resolve();
  let next: Promise<void> | null = null;
  let timer: NodeJS.Timeout | null = null;
  /** Up to where the decisions of a held ledger are copied. */
  let copiedHeld = { ledger: '', cursor: -1 };

  async function testify(): Promise<void> {
    if (holdNow() === 'damaged') return;
    const testimony = await readTestimony(ledger);
    // Another process may have held or released it.
    hold = testimony.hold;
    const { anchor, campaigns } = testimony;
    if (hold !== null) return copyWhileHeld(anchor.ledger);
    // Restored while we work with it: the same comparison as at a start, and the same end.
    if (known?.ledger === anchor.ledger && known.position > anchor.position) {
      await compare();
      if (holdNow() !== 'damaged') await putBack();
      return;
    }
    const cursor = known?.ledger === anchor.ledger ? known.eventCursor : -1;
    const events = await decisionsAfter(ledger, cursor);
    const eventCursor = cursorAfter(events, cursor, now());
    const isNews =
      known?.ledger !== anchor.ledger ||
      known.position !== anchor.position ||
      eventCursor !== cursor ||
      events.some(({ id }) => !copied.has(id));
    let approved: WaitingCampaign[] = [];
    if (isNews || campaigns.length > 0) {
      const seen = { ...anchor, eventCursor };
      await anchors.store(seen, () => copyEvents(anchor.ledger, events));
      // The position stands. Now, with the approvals locked: nobody ends one between the question and the mark.
      if (campaigns.length > 0)
        await anchors.store(seen, async () => {
          approved = await stillApproved(campaigns);
          await markWitnessed(ledger, { ...testimony, campaigns: approved }, now());
        });
      known = seen;
      copied = new Set(events.map(({ id }) => id));
    }
    for (const campaign of campaigns) {
      const by = stops.get(campaign.id) ?? system;
      stops.delete(campaign.id);
      if (approved.includes(campaign)) continue;
      await cancelCampaign(ledger, campaign.id, by, now());
      log.warn(
        { event: 'campaign.not-approved', campaign: campaign.id },
        'A campaign was cancelled before anything left: an approval it was made from has ended meanwhile.',
      );
    }
    if (isNews) await markWitnessed(ledger, { ...testimony, campaigns: [] }, now());
  }

  /** A campaign is frozen for seconds, and an approval may be taken back meanwhile. */
  async function stillApproved(campaigns: readonly WaitingCampaign[]): Promise<WaitingCampaign[]> {
    const found: WaitingCampaign[] = [];
    for (const campaign of campaigns) {
      const claims = [];
      for (const name of campaign.approvals) claims.push(await claimApproval(name));
      if (claims.every(Boolean)) found.push(campaign);
    }
    return found;
  }

  /** Who unsubscribes meanwhile stays heard, even if the ledger is put away for another. */
  async function copyWhileHeld(uid: string): Promise<void> {
    if (holdNow() === 'damaged') return;
    const after = copiedHeld.ledger === uid ? copiedHeld.cursor : -1;
    const events = await decisionsAfter(ledger, after);
    await copyEvents(uid, events);
    copiedHeld = { ledger: uid, cursor: cursorAfter(events, after, now()) };
  }

  async function putBack(): Promise<void> {
    const { made, lifted } = await putBackSuppressions(ledger, await readSuppressionRecords(), now());
    if (made + lifted > 0)
      log.warn(
        { event: 'suppressions.put-back', made, lifted },
        'The ledger had lost suppressions: they are back from the journal.',
      );
  }

  async function compare(): Promise<void> {
    const found = await examineLedger(ledger, { anchor: known, linkSecret, now: now() });
    hold = found.hold;
    if (hold !== null)
      log.error(
        { event: 'ledger.held', hold },
        'Nothing is sent: the desk explains why, and lets a person decide.',
      );
    if (found.silent.length > 0)
      log.warn(
        { event: 'campaigns.held', count: found.silent.length },
        'Campaigns that nobody had worked on for an hour wait for a decision at the desk.',
      );
  }

  const holdNow = (): LedgerHold | null => (ledger.isDamaged() ? 'damaged' : hold);

  /** One after the other; whoever asks while one runs shares the one after it, so that a burst costs two. */
  function witness(): Promise<void> {
    if (next !== null) return next;
    const turn = last.then(() => {
      next = null;
      return testify();
    });
    next = turn;
    last = turn.catch(() => undefined);
    return turn;
  }

  return {
    async examine() {
      known = await anchors.read();
      await compare();
      if (holdNow() !== 'damaged') {
        await putBack();
        await witness();
      }
      timer = setInterval(() => {
        void witness().catch((error: unknown) => {
          const reason = error instanceof Error ? error.message : String(error);
          log.error({ event: 'ledger.witness-failed' }, reason);
        });
      }, everyMs);
      timer.unref();
    },
    hold: holdNow,
    witness,
    damaged() {
      hold = 'damaged';
    },
    async release(by) {
      await releaseLedger(ledger, { by, now: now(), anchor: known, linkSecret });
      await witness();
    },
    async stop() {
      if (timer) clearInterval(timer);
      timer = null;
      await witness().catch(() => undefined);
    },
  };
}

/** Up to where no event can be missing any more. Pure. */
function cursorAfter(events: readonly RecordedDecision[], before: number, now: Date): number {
  const settled = events.filter(({ at }) => now.getTime() - at.getTime() > settledMs);
  return settled.at(-1)?.id ?? before;
}
