import { AsyncLocalStorage } from 'node:async_hooks';
import {
  campaignsToRemember,
  recipientsToRemember,
  type CampaignToRemember,
  type Ledger,
} from '@nachra/delivery';
import type { EventLog } from '../common/log';
import type { ReaderMemory } from '../content/documents/reader-memory';

/** Has the content remember who gets which edition, beside everything else that goes on. */
interface Remembering {
  /** Whether all recipients of a campaign are known to be remembered. */
  isDone(campaign: string): boolean;
  /** Remembers all recipients of a campaign. Resolves when they stand in the content; idempotent. @throws what either database throws */
  remember(campaign: string): Promise<void>;
  /** Begins to, and says when it is done. What fails is logged. */
  begin(campaign: string, then: () => Promise<void>): void;
  /** Remembers all recipients of every campaign that may still send something: before a ledger may that was held. */
  rememberUnfinished(): Promise<void>;
  /** Begins to remember whatever else the ledger knows, newest first; once for each ledger. What fails is logged, and tried at the next call. */
  catchUp(ledgerUid: string): void;
  /** Ends what it does after the piece that is being written. */
  stop(): Promise<void>;
}

/** Ends what is under way; it never leaves this file. */
class Stopped extends Error {}

export function rememberReaders(
  ledger: Ledger,
  memory: Pick<ReaderMemory, 'append' | 'pieces' | 'counts'>,
  log: EventLog,
): Remembering {
  // What goes on by itself outlives the transaction in whose course it was begun.
  const outside = AsyncLocalStorage.snapshot();
  const done = new Set<string>();
  const running = new Map<string, Promise<void>>();
  /** What goes on by itself, by campaign. */
  const begun = new Map<string, Promise<void>>();
  let caughtUp = { ledger: '', over: Promise.resolve() };
  let isStopped = false;
  const sayFailed = (error: unknown): void => {
    if (error instanceof Stopped) return;
    const reason = error instanceof Error ? error.message : String(error);
    log.error({ event: 'readers.not-remembered' }, reason);
  };

  async function write(campaign: CampaignToRemember): Promise<void> {
    const stand = await memory.pieces(campaign.id);
    const known = new Set(stand.map(({ piece }) => piece));
    let readers = stand.reduce((sum, piece) => sum + piece.readers, 0);
    if (readers < campaign.recipients)
      for await (const piece of recipientsToRemember(ledger, campaign.id, known)) {
        if (isStopped) throw new Stopped();
        await memory.append(campaign, piece);
        for (const edition of piece) readers += edition.readers;
      }
    if (readers !== campaign.recipients)
      throw new Error(
        `Campaign ${campaign.id} has ${campaign.recipients} recipients, of whom ${readers} are remembered.`,
      );
    done.add(campaign.id);
  }

  /** Whoever asks while a campaign is written waits for the same. */
  function remember(campaign: CampaignToRemember): Promise<void> {
    if (done.has(campaign.id)) return Promise.resolve();
    const before = running.get(campaign.id);
    if (before) return before;
    const work = write(campaign).finally(() => running.delete(campaign.id));
    running.set(campaign.id, work);
    return work;
  }

  async function rememberAll(): Promise<void> {
    const counts = await memory.counts();
    for (const campaign of await campaignsToRemember(ledger)) {
      if (isStopped) return;
      if (counts.get(campaign.id) !== campaign.recipients) await remember(campaign);
    }
  }

  async function rememberOne(id: string): Promise<void> {
    if (done.has(id)) return;
    for (const campaign of await campaignsToRemember(ledger, id)) await remember(campaign);
  }

  return {
    isDone: (campaign) => done.has(campaign),
    remember: rememberOne,
    begin(id, then) {
      if (begun.has(id) || isStopped) return;
      const work = outside(rememberOne, id)
        .then(() => (isStopped ? undefined : then()))
        .catch(sayFailed)
        .finally(() => begun.delete(id));
      begun.set(id, work);
    },
    async rememberUnfinished() {
      for (const campaign of await campaignsToRemember(ledger))
        if (campaign.isUnfinished) await remember(campaign);
    },
    catchUp(ledgerUid) {
      if (caughtUp.ledger === ledgerUid || isStopped) return;
      const over = outside(rememberAll).catch((error: unknown) => {
        caughtUp = { ...caughtUp, ledger: '' };
        sayFailed(error);
      });
      caughtUp = { ledger: ledgerUid, over };
    },
    async stop() {
      isStopped = true;
      await caughtUp.over;
      await Promise.allSettled([...running.values(), ...begun.values()]);
    },
  };
}
