import { afterAll, beforeAll, expect, it } from 'vitest';
import { redisWindows } from '../../delivery/src/outgoing/limits/redis-windows';
import { ledgerWindows, type Windows } from '../../delivery/src/outgoing/limits/windows';
import { openBench, type LedgerBench } from '../support/campaign';
import { startRedis, type RunningRedis } from '../support/redis';
import { describeWith, redis as redisNeed } from '../support/requires';
import { until } from '../support/until';

const hour = { messages: 10, seconds: 3_600 };
const second = { messages: 10, seconds: 1 };

/** What counts in place of Redis while that is away; here it must not be asked. */
const nobody: Windows = {
  add: () => Promise.reject(new Error('Redis was passed over.')),
  close: () => undefined,
};

describeWith([redisNeed])('a window of a limit, in the ledger and in Redis alike', () => {
  let bench: LedgerBench;
  let redis: RunningRedis;
  let kept: Record<'ledger' | 'redis', Windows>;
  beforeAll(async () => {
    [bench, redis] = await Promise.all([openBench(), startRedis()]);
    const inRedis = redisWindows(redis.settings, nobody);
    kept = { ledger: ledgerWindows(bench.ledger), redis: inRedis };
    await until(
      () =>
        inRedis.add('warm', 1, hour).then(
          () => true,
          () => false,
        ),
      Boolean,
      'Redis to answer',
    );
  });
  afterAll(async () => {
    kept.redis.close();
    await redis.close();
    await bench.close();
  });

  it.each(['ledger', 'redis'] as const)('adds up, and takes back what was not used: %s', async (place) => {
    expect(await kept[place].add('a', 7, hour)).toMatchObject({ count: 7 });
    expect(await kept[place].add('a', 5, hour)).toMatchObject({ count: 12 });
    const { count, endsInMs } = await kept[place].add('a', -2, hour);
    expect(count).toBe(10);
    expect(endsInMs).toBeGreaterThan(0);
    expect(endsInMs).toBeLessThanOrEqual(3_600_000);
  });

  it.each(['ledger', 'redis'] as const)(
    'begins none with what is given back, or more than the limit would leave afterwards: %s',
    async (place) => {
      expect(await kept[place].add('b', -6, hour)).toMatchObject({ count: 0 });
      expect(await kept[place].add('b', 10, hour)).toMatchObject({ count: 10 });
    },
  );

  it.each(['ledger', 'redis'] as const)('begins anew when it is over: %s', async (place) => {
    expect(await kept[place].add('c', 9, second)).toMatchObject({ count: 9 });
    await until(
      async () => (await kept[place].add('c', 1, second)).count,
      (count) => count < 9,
      'the window to be over',
    );
  });
});
