import type { Ledger } from '../../ledger';
import type { Logger } from '../../logger';
import { dueChunks } from './due-chunks';
import { openJobs } from './jobs';
import type { QueueState } from './work-queue';
import { openRedis } from '../../outgoing/redis/redis-connection';
import type { RedisSettings } from '../../outgoing/redis/redis-settings';

/** Wakes the workers on all machines; for a process that starts campaigns and does not send. */
export interface Announcer {
  /** Adds a job for each chunk that is due. Returns at once and never fails: workers also check by themselves. */
  announce(): void;
  state(): Promise<QueueState>;
  close(): Promise<void>;
}

/** What an announcer needs. */
export interface AnnouncerDependencies {
  ledger: Ledger;
  logger: Pick<Logger, 'info' | 'warn'>;
  now: () => Date;
}

export function redisAnnouncer(
  settings: RedisSettings,
  { ledger, logger, now }: AnnouncerDependencies,
): Announcer {
  const connection = openRedis(settings, logger);
  const jobs = openJobs(connection, settings.prefix);
  const underWay = new Set<Promise<void>>();
  const tell = async (): Promise<void> => {
    if (connection.isReachable()) await jobs.put(await dueChunks(ledger, now()));
  };
  return {
    announce() {
      const work = tell()
        .catch(() => undefined)
        .finally(() => underWay.delete(work));
      underWay.add(work);
    },
    state: () => jobs.state(),
    async close() {
      await Promise.all(underWay);
      if (connection.isReachable()) await jobs.close();
      connection.close();
    },
  };
}
