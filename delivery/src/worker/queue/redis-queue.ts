import { Worker } from 'bullmq';
import type { Ledger } from '../../ledger';
import type { Logger } from '../../logger';
import type { WakeSignal } from './wake-signal';
import { dueChunks, type DueChunk } from './due-chunks';
import { inTime, openJobs, queueName } from './jobs';
import type { WorkQueue } from './queue';
import { openRedis } from '../../outgoing/redis/redis-connection';
import type { RedisSettings } from '../../outgoing/redis/redis-settings';

/** What a queue on Redis is opened with. */
export interface RedisQueueDependencies {
  ledger: Ledger;
  wake: WakeSignal;
  logger: Logger;
  now: () => Date;
  /** How often an idle worker looks into the ledger whatever Redis says. */
  pollMs: number;
}

/** How long a job may take to come while there are some. */
const shortWaitMs = 25;

/** A job that came: until the worker asks for the next one it counts as being worked on. */
interface Job {
  done(): void;
  taken: boolean;
}

/**
 * A queue that workers on any number of machines share. A job says only "look here": what is sent is what the ledger gives
 * to a claim. Whoever finds the queue dry fills it from the ledger again, so a queue that was lost is back with the next
 * look; while the server is away, each worker looks by itself.
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
      // After a failure of the server the library would rest for a quarter of a minute.
      runRetryDelay: 500,
      stalledInterval: 10_000,
      lockDuration: 20_000,
    },
  );
  // Of what Redis loses or forgets nothing has to be known: the ledger is looked into all the same.
  hands.on('error', () => undefined);

  function finish(): void {
    if (!job?.taken) return;
    job.done();
    job = null;
  }

  /** @returns whether a job came in time */
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
      // The look that follows meets the same trouble, and knows what to do about it.
      return 1;
    }
  }

  return {
    async next(foundLast, signal) {
      finish();
      // Once it is there the ledger is looked into: what began meanwhile was announced to nobody.
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
