import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { workerCommand } from '@nachra/delivery';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CampaignDetail } from '../../../cms/plugin/shared/desk';
import { until } from '../../support/campaign';
import { startPostgres, type RunningPostgres } from '../../support/postgres';
import { startRedis, type RunningRedis } from '../../support/redis';
import { describeWith, postgres as postgresNeed, redis as redisNeed } from '../../support/requires';
import { startSmtpSink, type SmtpSink } from '../../support/smtp-sink';
import { openNewsroom, type Newsroom } from './newsroom';

const token = 'metrics-token-of-the-tests';

describeWith([postgresNeed, redisNeed])('a newsroom whose worker was started elsewhere', () => {
  let postgres: RunningPostgres;
  let redis: RunningRedis;
  let sink: SmtpSink;
  let room: Newsroom;
  let worker: ChildProcess;

  beforeAll(async () => {
    [postgres, redis, sink] = await Promise.all([startPostgres(), startRedis(), startSmtpSink()]);
    room = await openNewsroom({
      DATABASE_URL: postgres.url,
      REDIS_URL: redis.url,
      SMTP_URL: sink.url,
      NACHRA_WORKER: 'none',
      NACHRA_METRICS_TOKEN: token,
    });
    worker = fork(workerCommand, {
      env: {
        PATH: process.env.PATH,
        DATABASE_URL: postgres.url,
        REDIS_URL: redis.url,
        SMTP_URL: sink.url,
        NACHRA_LINK_SECRET: room.cms.linkSecret,
        NACHRA_PERSON_KEY: room.cms.personKey,
        LOG_LEVEL: 'silent',
      },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
  });
  afterAll(async () => {
    const gone = once(worker, 'exit');
    worker.kill('SIGTERM');
    await gone;
    await room.close();
    await Promise.all([sink.close(), redis.close(), postgres.close()]);
  });

  const figures = async () => (await room.cms.call<string>('GET', '/metrics', { token })).body;
  const health = async () => {
    const { status, body } = await room.cms.call<string>('GET', '/healthz');
    return `${status} ${body.trim()}`;
  };

  /** Sends an issue to some readers and waits until it is complete. */
  async function send(people: number): Promise<CampaignDetail> {
    const issue = await room.issue();
    expect((await room.approve(issue)).status).toBe(200);
    const readers = Array.from({ length: people }, (_, index) => `r${index}@${issue}.test`);
    const { body } = await room.send(issue, [await room.list(issue, readers)]);
    return room.complete(body.id);
  }

  it('sends by way of Redis, and tells a monitor of the queue', async () => {
    expect((await send(5)).counts.accepted).toBe(5);
    expect(await until(figures, (text) => /^nachra_queue_jobs 0$/m.test(text))).toMatch(
      /^nachra_redis_up 1$/m,
    );
    expect(await health()).toBe('200 ok');
    expect(Number(redis.ask('DBSIZE'))).toBeGreaterThan(0);
    const keys = redis.ask('--scan').split('\n');
    expect(keys.filter((key) => !key.startsWith('nachra:'))).toEqual([]);
  });

  it('sends without it as well, and a monitor is told of that', async () => {
    await redis.crash();
    try {
      expect((await send(3)).counts.accepted).toBe(3);
      expect(await health()).toBe('200 degraded');
      const told = await figures();
      expect(told).toMatch(/^nachra_redis_up 0$/m);
      expect(told).not.toContain('nachra_queue_jobs');
    } finally {
      await redis.start();
    }
    expect(await until(health, (answer) => answer === '200 ok')).toBe('200 ok');
  });
});
