import type { DeliveryState, SmtpOutcome, Transport } from '@nachra/delivery';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  candidates,
  openBench,
  startWorker,
  until,
  workerConfig,
  type LedgerBench,
  type RunningWorker,
} from '../support/campaign';
import { startSmtpSink, type SmtpSink } from '../support/smtp-sink';

const minute = 60_000;

describe('the lease of a worker', () => {
  let bench: LedgerBench;
  let sink: SmtpSink;
  let worker: RunningWorker | undefined;

  beforeEach(async () => {
    bench = await openBench();
    sink = await startSmtpSink();
  });
  afterEach(async () => {
    await worker?.stop();
    await sink.close();
    await bench.close();
    worker = undefined;
  });

  /** Writes into the ledger that a worker of another machine, of which nothing can be known here, holds a delivery. */
  async function heldElsewhere(address: string, state: DeliveryState): Promise<void> {
    await bench.ledger.run(
      `UPDATE delivery SET state = ?, lease_owner = 'elsewhere/4711/abc', lease_until = ? WHERE address = ?`,
      [state, Date.now() + 10 * minute, address],
    );
  }

  it('keeps others away while it lasts; then what was claimed is sent, and what was under way is in doubt', async () => {
    const id = await bench.freeze({ candidates: candidates(3) });
    await heldElsewhere('r1@readers.test', 'claimed');
    await heldElsewhere('r2@readers.test', 'sending');
    worker = startWorker(workerConfig(bench.options, sink.url));
    await until(
      () => bench.progress(id),
      ({ counts }) => counts.accepted === 1,
    );
    await delay(300);
    expect((await bench.progress(id)).counts).toMatchObject({ accepted: 1, claimed: 1, sending: 1 });

    await bench.ledger.run('UPDATE delivery SET lease_until = lease_until - ?', [11 * minute]);
    const end = await bench.complete(id);
    expect(end.counts).toMatchObject({ accepted: 2, 'in-doubt': 1 });
    expect(sink.attempts('r1@readers.test')).toBe(1);
    expect(sink.attempts('r2@readers.test')).toBe(0);
    expect((await bench.deliveries(id)).get('r2@readers.test')?.outcome?.kind).toBe('worker-lost');
  });

  it.each([
    ['behind', -5],
    ['ahead', 5],
  ])('is as long as any other where the clock of the worker is hours %s', async (_where, hours) => {
    const startAt = new Date(Date.now() - 10 * 60 * minute);
    const id = await bench.freeze({ candidates: candidates(1), startAt });
    const waiting: (() => void)[] = [];
    const transport: Transport = {
      send: () =>
        new Promise((resolve) =>
          waiting.push(() => resolve({ kind: 'accepted', code: 250, enhanced: '2.0.0', reply: '250 OK' })),
        ),
      verify: () => Promise.resolve({ ok: true }),
      close: () => Promise.resolve(),
    };
    worker = startWorker(workerConfig(bench.options, sink.url), {
      transport,
      now: () => new Date(Date.now() + hours * 60 * minute),
    });
    await until(
      () => waiting.length,
      (count) => count === 1,
    );
    const [row] = await bench.ledger.rows<{ lease_until: number }>('SELECT lease_until FROM delivery');
    expect(Math.abs(Number(row?.lease_until) - Date.now() - minute)).toBeLessThan(minute / 2);
    waiting[0]?.();
    await worker.stop();
    expect((await bench.deliveries(id)).get('r1@readers.test')?.state).toBe('accepted');
  });

  const lateAnswers: [what: string, outcome: SmtpOutcome, state: DeliveryState][] = [
    ['an acceptance', { kind: 'accepted', code: 250, enhanced: '2.0.0', reply: '250 OK' }, 'accepted'],
    [
      'a refusal for good',
      { kind: 'rejected', code: 550, enhanced: '5.7.1', reply: '550 5.7.1 no' },
      'rejected',
    ],
    ['a refusal for now', { kind: 'deferred', code: 450, enhanced: '4.2.1', reply: '450 later' }, 'in-doubt'],
  ];
  it.each(lateAnswers)(
    'that was lost while the server thought: %s settles a doubt only if it says what became of the message',
    async (_what, outcome, state) => {
      let answer: (outcome: SmtpOutcome) => void = () => undefined;
      let sends = 0;
      const transport: Transport = {
        send: () => {
          sends += 1;
          return new Promise((resolve) => (answer = resolve));
        },
        verify: () => Promise.resolve({ ok: true }),
        close: () => Promise.resolve(),
      };
      const id = await bench.freeze({ candidates: candidates(1) });
      worker = startWorker(workerConfig(bench.options, sink.url), { transport });
      await until(
        () => sends,
        (count) => count === 1,
      );
      await bench.ledger.run(
        `UPDATE delivery SET state = 'in-doubt', lease_owner = NULL, lease_until = NULL`,
      );
      answer(outcome);
      await worker.stop();
      expect((await bench.deliveries(id)).get('r1@readers.test')?.state).toBe(state);
    },
  );

  it('keeps what could not be noted in a failed write, notes it as soon as that can be done, and sends nothing again', async () => {
    await bench.ledger.run(
      `CREATE TRIGGER full BEFORE UPDATE ON delivery WHEN NEW.state = 'accepted'
       BEGIN SELECT RAISE(ABORT, 'the disk is full'); END`,
    );
    const id = await bench.freeze({ candidates: candidates(2) });
    worker = startWorker(workerConfig(bench.options, sink.url));
    const { logged } = worker;
    await until(
      () => logged.length,
      () => logged.some(({ event }) => event === 'worker.failed'),
    );
    await bench.ledger.run('DROP TRIGGER full');
    const end = await bench.complete(id);
    expect(end.counts).toMatchObject({ accepted: 2, 'in-doubt': 0 });
    expect(sink.received).toHaveLength(2);
  });
});
