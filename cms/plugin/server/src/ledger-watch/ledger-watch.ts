import {
  examineLedger,
  holdOfUid,
  holdUnapproved,
  markWitnessed,
  readTestimony,
  releaseLedger,
  type Ledger,
  type LedgerAnchor,
  type LedgerHold,
  type JournalDifference,
} from '@nachra/delivery';
import { messageOf } from '../common/errors';
import type { Actor } from '../common/journal';
import type { EventLog } from '../common/log';
import { openDecisionCopy } from './copy-decisions';
import type { ReaderMemory } from '../content/documents/reader-memory';
import type { CopyEvents, StoredAnchor } from './anchor-store';
import type { BoundSessions } from './end-sessions';
import type { WitnessedJournal } from './journal-source';
import { letGo, type LettingGo } from './let-go';
import { putBackLost, type SecondRecord } from './put-back-lost';
import { rememberReaders } from './remember-readers';
import { sayWhatWasFound } from './say-what-was-found';
import { openJournalWitness } from './follow-journal';

/** What the watch needs. */
interface WatchDependencies extends LettingGo, SecondRecord {
  ledger: Ledger;
  journal: WitnessedJournal;
  linkSecret: string;
  copyEvents: CopyEvents;
  /** Where the content remembers who gets which edition. */
  readers: Pick<ReaderMemory, 'append' | 'pieces' | 'counts'>;
  /** Whether there is an approval of that name, of the edition with that hash, whatever became of it. */
  knowsApproval: (name: string, hash: string) => Promise<boolean>;
  sessions: BoundSessions;
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
  /** Has the content remember the recipients of a campaign, without which it does not leave. @throws what either database throws */
  remember(campaignId: string): Promise<void>;
  /** The worker has found the ledger damaged. */
  damaged(): void;
  /** Compares the journal with what the ledger has witnessed of it, for whoever is about to read it. */
  examineJournal(): Promise<void>;
  /** Lets sending go on, by a person's word. @throws {DeliveryError} `LEDGER_UNDECIDED`, `LEDGER_DAMAGED` */
  release(by: Actor): Promise<void>;
  stop(): Promise<void>;
}

/** @param everyMs between two testimonies by itself */
export function watchLedger(dependencies: WatchDependencies, everyMs = 1_000): LedgerWatch {
  const { ledger, anchors, linkSecret, copyEvents } = dependencies;
  const { knowsApproval, sessions, log, now } = dependencies;
  const decisions = openDecisionCopy(ledger, copyEvents);
  const journal = openJournalWitness(ledger, dependencies.journal, log, now);
  const remembering = rememberReaders(ledger, dependencies.readers, log);
  let hold: LedgerHold | null = null;
  /** For good: what the worker has found is true, whatever the ledger says of itself. */
  let isDamaged = false;
  let known: StoredAnchor | null = null;
  let last: Promise<void> = Promise.resolve();
  let next: Promise<void> | null = null;
  let examining: Promise<void> | null = null;
  let timer: NodeJS.Timeout | null = null;
  /** The ledger as it was last found held, and up to where its decisions are copied. */
  let held = { ledger: '', cursor: -1 };

  async function testify(): Promise<void> {
    if (holdNow() === 'damaged') return;
    const testimony = await readTestimony(ledger);
    // Another process may have held or released it.
    hold = testimony.hold;
    await sessions.tell();
    const { anchor, workers } = testimony;
    if (hold !== null) return copyWhileHeld(anchor.ledger);
    // Restored or exchanged while we work with it: the same comparison as at a start, and the same end.
    if (await isOvertaken(anchor)) {
      await compare(null);
      if (holdNow() !== 'damaged') await putBackLost(dependencies);
      return;
    }
    const campaigns = testimony.campaigns.filter(({ id }) => remembering.isDone(id));
    // Whoever says stop meanwhile is not kept waiting: the others come with a testimony of their own.
    for (const campaign of testimony.campaigns)
      if (!campaigns.includes(campaign)) remembering.begin(campaign.id, witness);
    remembering.catchUp(anchor.ledger);
    const cursor = known?.ledger === anchor.ledger ? known.eventCursor : -1;
    const copy = await decisions.copy(anchor.ledger, cursor);
    // Before any campaign is let go.
    if (await journal.follow()) {
      hold = 'journal-changed';
      return;
    }
    const isNews =
      known?.ledger !== anchor.ledger ||
      known.position !== anchor.position ||
      copy.cursor !== cursor ||
      copy.fresh > 0;
    if (isNews || campaigns.length > 0) {
      const seen = { ...anchor, eventCursor: copy.cursor };
      await anchors.store(seen, () => Promise.resolve());
      // The position stands.
      if (campaigns.length > 0) await letGo(dependencies, { ...testimony, campaigns }, seen);
      known = seen;
    }
    if (isNews || workers.length > 0) await markWitnessed(ledger, { ...testimony, campaigns: [] }, now());
  }

  /**
   * Whether the content knows another ledger than this, or more of it. One that we have seen held has a new uid and may be released by now, by
   * another CMS too, which has stored it then.
   */
  async function isOvertaken(anchor: LedgerAnchor): Promise<boolean> {
    if (known !== null && known.ledger !== anchor.ledger && held.ledger !== anchor.ledger)
      known = await anchors.read();
    if (known === null) return false;
    if (known.ledger !== anchor.ledger) return held.ledger !== anchor.ledger;
    return known.position > anchor.position;
  }

  /** Who unsubscribes meanwhile stays heard, even if the ledger is put away for another. */
  async function copyWhileHeld(uid: string): Promise<void> {
    if (holdNow() === 'damaged') return;
    if (held.ledger !== uid) {
      await copyBeforeHold(uid);
      await sessions.bind(known);
      held = { ledger: uid, cursor: -1 };
    }
    const { cursor } = await decisions.copy(uid, held.cursor);
    held = { ledger: uid, cursor };
  }

  /**
   * Copies what was decided since the last testimony: workers go on for a while without a CMS. A ledger that is behind what the
   * content knows is an old copy, whose numbers stand for other events.
   */
  async function copyBeforeHold(uid: string): Promise<void> {
    if (known === null || known.ledger === uid) return;
    const end = await holdOfUid(ledger, known.ledger);
    if (end === null || end.position < known.position) return;
    await decisions.copy(known.ledger, known.eventCursor, end.event);
  }

  /** The same at a start, before a comparison may hold the ledger. */
  async function copyBeforeStart(): Promise<void> {
    if (known === null) return;
    try {
      const { anchor } = await readTestimony(ledger);
      if (known.ledger !== anchor.ledger) await copyBeforeHold(anchor.ledger);
      else if (known.position <= anchor.position) await decisions.copy(known.ledger, known.eventCursor);
    } catch (error) {
      // The comparison finds it as well, and says so.
      if (!ledger.isDamaged()) throw error;
    }
  }

  /** @param changed how the journal differs; where the ledger is held for another reason, that is reason enough */
  async function compare(changed: JournalDifference | null): Promise<void> {
    const found = await examineLedger(ledger, { anchor: known, linkSecret, now: now() });
    hold = found.hold;
    if (hold === null && changed !== null) hold = await journal.hold(changed);
    const unapproved = hold === null ? await holdUnapproved(ledger, knowsApproval, now()) : [];
    sayWhatWasFound(log, { ...found, unapproved });
  }

  async function examineJournal(): Promise<void> {
    await witness();
    if (holdNow() !== null) return;
    const changed = await journal.compare();
    if (changed === null) return;
    await journal.hold(changed);
    await witness();
  }

  const holdNow = (): LedgerHold | null => (isDamaged || ledger.isDamaged() ? 'damaged' : hold);

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
      // Before anything is copied to it: an entry that it has lost would look like another one.
      const changed = await journal.compare();
      await copyBeforeStart();
      await compare(changed);
      if (holdNow() !== 'damaged') {
        await sessions.bind(known);
        await putBackLost(dependencies);
        await witness();
      }
      timer = setInterval(() => {
        void witness().catch((error: unknown) =>
          log.error({ event: 'ledger.witness-failed' }, messageOf(error)),
        );
      }, everyMs);
      timer.unref();
    },
    hold: holdNow,
    witness,
    remember: (campaignId) => remembering.remember(campaignId),
    damaged() {
      isDamaged = true;
    },
    examineJournal() {
      examining ??= examineJournal().finally(() => (examining = null));
      return examining;
    },
    async release(by) {
      // So that what is released is known as what was held.
      await witness();
      if (holdNow() !== 'damaged') await remembering.rememberUnfinished();
      // Under another key nothing can be compared.
      const changed = hold === 'person-key-changed' ? null : await journal.compare();
      await releaseLedger(ledger, { by, now: now(), anchor: known, linkSecret, journal: changed });
      await witness();
    },
    async stop() {
      if (timer) clearInterval(timer);
      await witness().catch(() => undefined);
      await remembering.stop();
    },
  };
}
