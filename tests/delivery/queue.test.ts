import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { openAnnouncer, workerCommand, type Announcer } from '@nachra/delivery';
import { largestGroup } from '../../delivery/src/outgoing/dispatch';
import { totalOf } from '../../delivery/src/campaigns/states';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  candidates,
  linkSecret,
  openBench,
  startWorker,
  until,
  workerConfig,
  type LedgerBench,
  type RunningWorker,
} from '../support/campaign';
import { startRedis, type RunningRedis } from '../support/redis';
import { describeWith, postgres as postgresNeed, redis as redisNeed } from '../support/requires';
import { startSmtpSink, type SmtpSink } from '../support/smtp-sink';
import { patienceMs } from '../support/until';

/** A worker as it is started by hand on any machine, with what it logged. */
interface WorkerProcess {
  process: ChildProcess;
  logged: { event: string; msg: string }[];
  events(): string[];
}

const connections = 4;
let domains = 0;

describeWith([postgresNeed, redisNeed])('a campaign that two workers share through Redis', () => {
  let bench: LedgerBench;
  let redis: RunningRedis;
  let sink: SmtpSink;
  let announcer: Announcer;
  let both: [WorkerProcess, WorkerProcess];
  beforeAll(async () => {
    [bench, sink] = await Promise.all([
      openBench('postgres', { ownServer: true }),
      startSmtpSink({ answer: () => ({ waitMs: 2 }) }),
    ]);
  });
  // A Redis and workers for each: they are crashed, emptied and silenced, and what the workers logged is counted.
  beforeEach(async () => {
    redis = await startRedis();
    const quiet = () => undefined;
    const logger = { debug: quiet, info: quiet, warn: quiet, error: quiet };
    announcer = await openAnnouncer(redis.settings, { ledger: bench.ledger, logger, now: () => new Date() });
    both = [start(redis), start(redis)];
    await until(() => both.every((each) => each.events().includes('worker.started')), Boolean);
  });
  afterEach(async () => {
    await Promise.all(both.map(stop));
    await announcer.close();
    await redis.close();
    await bench.cancelAll();
  });
  afterAll(async () => {
    await sink.close();
    await bench.close();
  });

  function start({ url }: RunningRedis): WorkerProcess {
    const child = fork(workerCommand, {
      env: {
        PATH: process.env.PATH,
        ...bench.environment,
        REDIS_URL: url,
        NACHRA_LINK_SECRET: linkSecret,
        SMTP_URL: sink.url,
        SMTP_CONNECTIONS: String(connections),
        NACHRA_TROUBLE_MS: '50',
      },
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    });
    const logged: WorkerProcess['logged'] = [];
    if (child.stdout)
      createInterface(child.stdout).on('line', (line) => logged.push(JSON.parse(line) as (typeof logged)[0]));
    return { process: child, logged, events: () => logged.map(({ event }) => event) };
  }

  async function stop({ process: child }: WorkerProcess): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    await gone;
  }

  const soon = (count: number) =>
    until(
      () => sink.received.length,
      (received) => received >= count,
    );

  /** Freezes a campaign, lets things take their course, and judges: complete, nobody lost, nobody twice. */
  async function judged(people: number, course: (before: number) => Promise<unknown>) {
    const before = sink.received.length;
    const id = await bench.freeze({ candidates: candidates(people, `queue${(domains += 1)}.test`) });
    announcer.announce();
    await course(before);
    const end = await bench.complete(id);
    expect(end).toMatchObject({ status: 'complete', recipients: people });
    expect(totalOf(end.counts)).toBe(people);
    const times = new Map<string, number>();
    for (const { to } of sink.received.slice(before)) times.set(to, (times.get(to) ?? 0) + 1);
    expect([...times.values()].filter((count) => count > 1)).toEqual([]);
    for (const [address, { state }] of await bench.deliveries(id))
      if (state === 'accepted') expect(times.get(address), address).toBe(1);
    return end.counts;
  }

  it('is sent by both, chunk by chunk, and leaves no job behind', async () => {
    const holders = new Set<string>();
    const counts = await judged(1_000, async (before) => {
      while (sink.received.length < before + 600) {
        const rows = await bench.ledger.rows<{ owner: string }>(
          'SELECT DISTINCT lease_owner AS owner FROM delivery WHERE lease_owner IS NOT NULL',
        );
        for (const { owner } of rows) holders.add(owner.split('/')[1] ?? '');
      }
    });
    expect(counts.accepted).toBe(1_000);
    expect(holders).toEqual(new Set(both.map((each) => String(each.process.pid))));
    const left = async () => (await announcer.state()).jobs;
    expect(await until(left, (jobs) => jobs === 0)).toBe(0);
    expect(both.flatMap((each) => each.events())).toEqual(['worker.started', 'worker.started']);
  });

  it('survives a queue that is emptied halfway through', async () => {
    const counts = await judged(900, async (before) => {
      for (const share of [200, 500]) {
        await soon(before + share);
        redis.ask('FLUSHALL');
      }
    });
    expect(counts.accepted).toBe(900);
  });

  it('goes on without Redis, and with it once it is back, empty, and logs each change once', async () => {
    const counts = await judged(900, async (before) => {
      await soon(before + 200);
      await redis.crash();
      await soon(before + 500);
      await redis.start();
      await until(() => both.every((each) => each.events().includes('redis.back')), Boolean);
    });
    expect(counts.accepted).toBe(900);
    for (const { logged } of both) {
      expect(logged.map(({ event }) => event)).toEqual(['worker.started', 'redis.lost', 'redis.back']);
      expect(JSON.stringify(logged)).not.toMatch(/p@ss|p%40ss/);
    }
  });

  it('starts before Redis is there', async () => {
    const late = await startRedis({ absent: true });
    await Promise.all(both.map(stop));
    both = [start(late), start(late)];
    const counts = await judged(600, async (before) => {
      await soon(before + 200);
      await late.start();
    });
    expect(counts.accepted).toBe(600);
    for (const each of both) {
      await until(
        () => each.events(),
        (events) => events.includes('redis.back'),
      );
      expect(each.events()).toEqual(['worker.started', 'redis.lost', 'redis.back']);
    }
    await Promise.all(both.map(stop));
    await late.close();
  });

  it('does not wait for a Redis that accepts connections and does not answer', async () => {
    // Longer than anything is waited for: it is complete while Redis is still silent.
    const counts = await judged(800, async (start) => {
      await soon(start + 200);
      redis.ask('CLIENT', 'PAUSE', String(2 * patienceMs), 'ALL');
    });
    expect(counts.accepted).toBe(800);
    for (const each of both)
      expect(each.events().filter((event) => event === 'redis.lost').length).toBeLessThanOrEqual(1);
  });

  it('pauses while PostgreSQL is away and goes on when it is back', async () => {
    const counts = await judged(900, async (before) => {
      await soon(before + 200);
      await bench.postgres?.crash();
      try {
        await until(() => both.every((each) => each.events().includes('worker.failed')), Boolean);
      } finally {
        await bench.postgres?.start();
      }
    });
    // Of a group whose outcome could not be written it is not known what became of it; it is never sent again.
    expect(counts['in-doubt']).toBeLessThanOrEqual(both.length * largestGroup(connections));
    expect(counts.accepted + counts['in-doubt']).toBe(900);
  });

  describe('for one worker that Redis wakes', () => {
    let worker: RunningWorker;
    beforeEach(() => Promise.all(both.map(stop)));
    afterEach(() => worker.stop());
    const alone = (over: { password?: string; pollMs: number }) =>
      startWorker(
        {
          ...workerConfig(bench.options, sink.url, connections),
          redis: { ...redis.settings, ...(over.password ? { password: over.password } : {}) },
        },
        { timing: { pollMs: over.pollMs } },
      );

    it('begins at once', async () => {
      // By itself it would look after all patience is over.
      worker = alone({ pollMs: 2 * patienceMs });
      await judged(250, async () => undefined);
      await judged(1, async () => undefined);
    });

    it('is sent although the password in REDIS_URL is wrong, which is logged once, without the password', async () => {
      worker = alone({ password: 'a-wrong-one', pollMs: 100 });
      await judged(120, async () => undefined);
      await worker.stop();
      const said = worker.logged.filter(({ event }) => event === 'redis.lost');
      expect(said.map(({ message }) => message)).toEqual([
        expect.stringMatching(
          /^Redis redis:\/\/127\.0\.0\.1:\d+\/0 cannot be used \(.*WRONGPASS.*REDIS_URL\.$/,
        ),
      ]);
      expect(JSON.stringify(worker.logged)).not.toContain('a-wrong-one');
    });
  });
});
