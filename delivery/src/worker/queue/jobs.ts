import { setTimeout as delay } from 'node:timers/promises';
import { Queue } from 'bullmq';
import type { DueChunk } from './due-chunks';
import type { QueueState } from './work-queue';
import { redisPatienceMs, type RedisConnection } from '../../outgoing/redis/redis-connection';

/** The name of our one queue in BullMQ. */
export const queueName = 'chunks';

/** A monitor wants an answer soon. */
const stateMs = 1_000;

/** The side of the queue where jobs are added. */
interface Jobs {
  /**
   * Adds a job for each chunk that has none. Idempotent by campaign and chunk, so any number of processes may do it.
   *
   * @throws {Error} when the server does not accept them in time
   */
  put(chunks: readonly DueChunk[]): Promise<void>;
  /** Never throws. */
  state(): Promise<QueueState>;
  close(): Promise<void>;
}

export function openJobs(connection: RedisConnection, prefix: string): Jobs {
  const queue = new Queue<DueChunk>(queueName, {
    connection: connection.quick,
    prefix,
    skipVersionCheck: true,
    defaultJobOptions: { removeOnComplete: true, removeOnFail: true, attempts: 1 },
  });
  queue.on('error', () => undefined);
  async function told<T>(work: Promise<T>, patienceMs: number): Promise<T> {
    try {
      const answer = await inTime(work, patienceMs);
      connection.trust();
      return answer;
    } catch (error) {
      connection.doubt();
      throw error;
    }
  }
  return {
    async put(chunks) {
      if (chunks.length === 0 || !connection.isReachable()) return;
      const jobs = chunks.map((data) => ({
        name: 'chunk',
        data,
        opts: { jobId: `${data.campaignId}-${data.chunk}` },
      }));
      await told(queue.addBulk(jobs), redisPatienceMs);
    },
    async state() {
      if (!connection.isReachable()) return { reachable: false, jobs: null };
      try {
        const counts = await told(queue.getJobCounts('waiting', 'active'), stateMs);
        return { reachable: true, jobs: (counts.waiting ?? 0) + (counts.active ?? 0) };
      } catch {
        return { reachable: false, jobs: null };
      }
    },
    close: () => inTime(queue.close()).catch(() => undefined),
  };
}

/** The library waits for an unreachable server; we do not. */
export function inTime<T>(work: Promise<T>, patienceMs = redisPatienceMs): Promise<T> {
  work.catch(() => undefined);
  const patience = delay(patienceMs, undefined, { ref: false }).then(() => {
    throw new Error('Redis did not answer in time.');
  });
  return Promise.race([work, patience]);
}
