import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { workerCommand } from '@nachra/delivery';
import { largestGroup } from '../../delivery/src/outgoing/dispatch';
import { totalOf } from '../../delivery/src/campaigns/states';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import {
  candidates,
  linkSecret,
  describeOnBoth,
  openBench,
  until,
  type LedgerBench,
} from '../support/campaign';
import { startSmtpSink, type SmtpSink } from '../support/smtp-sink';

const connections = 4;
const group = largestGroup(connections);

describeOnBoth('a worker process', (kind) => {
  let bench: LedgerBench;
  let sink: SmtpSink;
  const workers = new Set<ChildProcess>();

  beforeAll(async () => {
    bench = await openBench(kind);
    sink = await startSmtpSink({ answer: () => ({ waitMs: 4 }) });
  });
  afterEach(async () => {
    for (const worker of workers) worker.kill('SIGKILL');
    workers.clear();
    await bench.cancelAll();
  });
  afterAll(async () => {
    await sink.close();
    await bench.close();
  });

  function start(): ChildProcess {
    const worker = fork(workerCommand, {
      env: {
        PATH: process.env.PATH,
        ...bench.environment,
        NACHRA_LINK_SECRET: linkSecret,
        SMTP_URL: sink.url,
        SMTP_CONNECTIONS: String(connections),
        LOG_LEVEL: 'silent',
      },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    workers.add(worker);
    return worker;
  }

  it('loses nobody and sends nobody two messages when it is killed; at most one group is in doubt for each kill', async () => {
    const people = 600;
    const id = await bench.freeze({ candidates: candidates(people) });
    const kills = 4;
    for (let kill = 1; kill <= kills; kill += 1) {
      const before = sink.received.length;
      const worker = start();
      await until(
        () => sink.received.length,
        (count) => count >= before + 60,
      );
      worker.kill('SIGKILL');
      await once(worker, 'exit');
      workers.delete(worker);
      expect(totalOf((await bench.progress(id)).counts)).toBe(people);
    }
    const last = start();
    const end = await bench.complete(id);
    last.kill('SIGTERM');
    await once(last, 'exit');

    expect(end).toMatchObject({ status: 'complete', recipients: people });
    expect(end.counts.accepted + end.counts['in-doubt']).toBe(people);
    expect(end.counts['in-doubt']).toBeLessThanOrEqual(kills * group);
    const times = new Map<string, number>();
    for (const { to } of sink.received) times.set(to, (times.get(to) ?? 0) + 1);
    expect([...times.values()].filter((count) => count > 1)).toEqual([]);
    for (const [address, { state }] of await bench.deliveries(id)) {
      if (state === 'accepted') expect(times.get(address)).toBe(1);
    }
  });

  it('can share a campaign with other workers, and everybody gets one message', async () => {
    const id = await bench.freeze({ candidates: candidates(400, 'shared.test') });
    const together = [start(), start(), start()];
    const end = await bench.complete(id);
    for (const worker of together) worker.kill('SIGTERM');
    await Promise.all(together.map((worker) => once(worker, 'exit')));
    expect(end.counts).toMatchObject({ accepted: 400, 'in-doubt': 0 });
    const addresses = sink.received.map(({ to }) => to).filter((to) => to.endsWith('@shared.test'));
    expect(addresses).toHaveLength(400);
    expect(new Set(addresses).size).toBe(400);
  });

  it('returns what it holds to the queue when it is asked to stop, and leaves nothing in doubt', async () => {
    const id = await bench.freeze({ candidates: candidates(300, 'stopped.test') });
    const worker = start();
    await until(
      () => bench.progress(id),
      ({ counts }) => counts.accepted >= 20,
    );
    worker.kill('SIGTERM');
    await once(worker, 'exit');
    const { counts } = await bench.progress(id);
    expect(counts).toMatchObject({ claimed: 0, sending: 0, 'in-doubt': 0 });
    expect(counts.queued + counts.accepted).toBe(300);
  });

  it('ends when the CMS that started it goes away', async () => {
    const worker = start();
    worker.disconnect();
    const [code] = (await once(worker, 'exit')) as [number];
    expect(code).toBe(0);
  });
});
