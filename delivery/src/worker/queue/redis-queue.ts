import { Worker } from 'bullmq';
import type { Ledger } from '../../ledger';
import type { Logger } from '../../logger';
import type { WakeSignal } from './wake-signal';
import { dueChunks, type DueChunk } from './due-chunks';
import { inTime, openJobs, queueName } from './jobs';
import type { WorkQueue } from './work-queue';
import { openRedis } from '../../outgoing/redis/redis-connection';
import type { RedisSettings } from '../../outgoing/redis/redis-settings';

/** What a queue on Redis needs. */
export interface RedisQueueDependencies {
  ledger: Ledger;
  wake: WakeSignal;
  logger: Logger;
  now: () => Date;
  /** How often an idle worker checks the ledger, whatever Redis says. */
  pollMs: number;
}

/** How long a job may take to arrive while there are some. */
const shortWaitMs = 25;

/** A job that arrived: it counts as being worked on until the worker asks for the next one. */
interface Job {
  done(): void;
  taken: boolean;
}

/**
 * A queue that workers on any number of machines share. A job says only where to look: what is sent is decided by
 * claims in the ledger. A worker that finds the queue empty fills it from the ledger again, so a lost queue is restored at
 * the next check. While the server is unreachable, each worker checks by itself.
 */
export function redisQueue(settings: RedisSettings, dependencies: RedisQueueDependencies): WorkQueue {
  const { ledger, wake, logger, now, pollMs } = dependencies;
  const connection = openRedis(settings, logger);
  const jobs = openJobs(connection, settings.prefix);
  let job: Job | null = null;
  let arrived: AbortController | null = null;

  const hands = new Worker<DueChunk, void>(
    queueName,
    () =>
      new Promise<void>((done) => {
        job = { done, taken: false };
        arrived?.abort();
      }),
    {
      connection: connection.patient(),
      prefix: settings.prefix,
      concurrency: 1,
      skipVersionCheck: true,
      drainDelay: 5,
      // After a failure of the server the library would pause for 15 seconds.
      runRetryDelay: 500,
      stalledInterval: 10_000,
      lockDuration: 20_000,
    },
  );
  // It does not matter what Redis loses or forgets: the ledger is checked anyway.
  hands.on('error', () => undefined);

  function finish(): void {
    if (!job?.taken) return;
    job.done();
    job = null;
  }

  /** @returns whether a job arrived in time */
  async function take(ms: number, signal: AbortSignal): Promise<boolean> {
    if (!job) {
      const arrival = new AbortController();
      arrived = arrival;
      const stop = connection.onChange(() => arrival.abort());
      await wake.wait(ms, AbortSignal.any([signal, arrival.signal]));
      stop();
      arrived = null;
    }
    return taken(job);
  }

  /** @returns how many chunks are due; none where nothing could be read */
  async function fill(): Promise<number> {
    try {
      const due = await dueChunks(ledger, now());
      await jobs.put(due).catch(() => undefined);
      return due.length;
    } catch {
      // The check that follows meets the same trouble and handles it.
      return 1;
    }
  }

  return {
    async next(foundLast, signal) {
      finish();
      // Once it is back the ledger is checked: campaigns that began meanwhile were not announced.
      if (!connection.isReachable()) return foundLast ? undefined : void (await take(pollMs, signal));
      if (taken(job) || (foundLast && (await take(shortWaitMs, signal))) || signal.aborted) return;
      await take((await fill()) > 0 ? shortWaitMs : pollMs, signal);
    },
    async close() {
      job?.done();
      job = null;
      if (connection.isReachable()) {
        await inTime(hands.close()).catch(() => undefined);
        await jobs.close();
      } else void hands.close(true).catch(() => undefined);
      connection.close();
    },
  };
}

function taken(job: Job | null): boolean {
  if (!job) return false;
  job.taken = true;
  return true;
}
