import type { Announcer, AnnouncerDependencies } from './announcer';
import type { WorkQueue } from './work-queue';
import { ledgerQueue } from './wake-signal';
import type { RedisQueueDependencies } from './redis-queue';
import type { RedisSettings } from '../../outgoing/redis/redis-settings';

// Loaded only where there is a Redis: the library costs a tenth of a second and 30 MB, which nobody else should pay for.

/** A worker's queue: on Redis where one is set, else on the ledger alone. */
export async function openWorkQueue(
  settings: RedisSettings | null | undefined,
  dependencies: RedisQueueDependencies,
): Promise<WorkQueue> {
  if (!settings) return ledgerQueue(dependencies.wake, dependencies.pollMs);
  const { redisQueue } = await import('./redis-queue.js');
  return redisQueue(settings, dependencies);
}

/** Opens what wakes workers on all machines. Whoever opens it closes it. */
export async function openAnnouncer(
  settings: RedisSettings,
  dependencies: AnnouncerDependencies,
): Promise<Announcer> {
  const { redisAnnouncer } = await import('./announcer.js');
  return redisAnnouncer(settings, dependencies);
}
