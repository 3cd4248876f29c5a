import { AsyncLocalStorage } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';
import { stackOf } from './errors';
import { contentLocks, lockContent } from './content-locks';
import type { EventLog } from './log';

/** Writes to the content that stand or fall together, and what follows once they stand. */
export interface ContentTransactions {
  /** Runs writes as one transaction: one of its own, which has its {@link afterwards} behind it when this returns, or the one that is open. */
  transaction: <Result>(work: () => Promise<Result>) => Promise<Result>;
  /**
   * Runs what a person decides, whose transactions may be run again: where PostgreSQL ends one for another's sake, the same work is
   * tried anew instead of being refused. For work that writes to the content, and to the ledger only what may be written twice. Never
   * for a write of Strapi's, which changes what it was handed, nor for what leaves the machine.
   */
  repeatable: <Result>(work: () => Promise<Result>) => Promise<Result>;
  /**
   * Runs something after the commit of the outermost transaction that is open, and not at all if there is none: Strapi opens one
   * around several writes of a person, such as saving and publishing. What it throws is logged, because the writes stand.
   */
  afterwards: (act: () => Promise<unknown>) => Promise<void>;
  /**
   * Counts the open transaction among those that write what issues are made of, until it is over: {@link afterWriters} waits for it. Called
   * before anything is locked. It waits for nobody but an approval that is being written.
   */
  joinWriters: () => Promise<void>;
  /**
   * Waits until every transaction that has joined the writers is over, and lets none join before the open one is: what is read from
   * here on, nobody is about to add to. Called before anything is locked.
   */
  afterWriters: () => Promise<void>;
  /** When everything that followed is over. */
  settled: () => Promise<void>;
}

/** What Strapi hands to whoever opens a transaction, of which this is used. */
interface Committing {
  onCommit: (act: () => void) => void;
}

/** What PostgreSQL ends a transaction with that stood in another's way, or saw what is not so any more: nothing of it was kept. */
const conflicts: readonly unknown[] = ['40P01', '40001'];
/** Tries of one transaction; with one order of locks, a second is rare. */
const mostTries = 3;

/** Whether the same transaction may succeed the next time. Pure. */
function isConflict(error: unknown): boolean {
  return error instanceof Error && 'code' in error && conflicts.includes(error.code);
}

export function contentTransactions(strapi: Pick<Core.Strapi, 'db'>, log: EventLog): ContentTransactions {
  const { db } = strapi;
  // Strapi keeps the callbacks of a transaction for whatever goes on in its context, so what follows one runs outside of it.
  const outside = AsyncLocalStorage.snapshot();
  const followers = new AsyncLocalStorage<Promise<void>[]>();
  const mayRepeat = new AsyncLocalStorage<true>();
  const running = new Set<Promise<void>>();

  async function follow(act: () => Promise<unknown>): Promise<void> {
    try {
      await outside(act);
    } catch (error) {
      log.error({ event: 'content.follow-up-failed' }, stackOf(error));
    }
  }

  return {
    async transaction<Result>(work: () => Promise<Result>): Promise<Result> {
      const run = () => db.transaction(work) as Promise<Result>;
      if (db.inTransaction()) return run();
      for (let tries = 1; ; tries += 1) {
        const mine: Promise<void>[] = [];
        try {
          const result = await followers.run(mine, run);
          await Promise.all(mine);
          return result;
        } catch (error) {
          if (mayRepeat.getStore() !== true || tries === mostTries || !isConflict(error)) throw error;
          log.warn(
            { event: 'content.conflict', tries },
            'A decision is tried again: another process was in its way.',
          );
        }
      }
    },
    repeatable: (work) => mayRepeat.run(true, work),
    async afterwards(act) {
      const mine = followers.getStore();
      await db.transaction(({ onCommit }: Committing) => {
        onCommit(() => {
          const done = follow(act).finally(() => running.delete(done));
          running.add(done);
          mine?.push(done);
        });
      });
    },
    joinWriters: () => lockContent(strapi, contentLocks.writers, 'shared'),
    afterWriters: () => lockContent(strapi, contentLocks.writers, 'alone'),
    async settled() {
      await Promise.all(running);
    },
  };
}
