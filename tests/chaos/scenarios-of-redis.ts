import { setTimeout as delay } from 'node:timers/promises';
import { until } from '../support/campaign';
import { startRedis } from '../support/redis';
import { beginOrdeal, group } from './ordeal';
import { startHostileServer } from './server';
import type { Course } from './suite';

/**
 * Two workers share a campaign through Redis, which is not there at first, is emptied, dies and comes back; one of them is
 * killed, and the database dies as well. Each in a place that chance chooses.
 */
export const queueLost: Course = async (bench, random) => {
  const redis = await startRedis({ absent: true });
  const server = await startHostileServer();
  const environment = { REDIS_URL: redis.url };
  const ordeal = await beginOrdeal({ bench, server, random, people: 900, environment });
  let isUp = false;
  try {
    const victim = ordeal.start();
    ordeal.start();
    const troubles = [
      async () => {
        if (isUp) await redis.crash();
        isUp = false;
      },
      async () => {
        if (!isUp) await redis.start();
        isUp = true;
        await delay(random.int(0, 300));
        redis.ask('FLUSHALL');
      },
      async () => {
        if (!isUp) return;
        redis.ask('SCRIPT', 'FLUSH');
        redis.ask('CLIENT', 'KILL', 'TYPE', 'normal');
      },
    ] as const;
    for (let times = 0; times < 6; times += 1) {
      await server.more(random.int(30, 120));
      await random.pick(troubles)();
    }
    await ordeal.kill(victim);
    ordeal.start();
    ordeal.mayBeUnreadable = true;
    await bench.postgres?.crash();
    await delay(random.int(0, 500));
    await bench.postgres?.start();
    await until(
      () => ordeal.progress().then(Boolean, () => false),
      (isBack) => isBack,
    );
    ordeal.mayBeUnreadable = false;
    if (!isUp) await redis.start();
    await ordeal.finish();
    return await ordeal.judge((ordeal.kills() + 2) * group);
  } finally {
    await ordeal.end();
    await redis.close();
  }
};
