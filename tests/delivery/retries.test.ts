import { setTimeout as delay } from 'node:timers/promises';
import { suppress, type SmtpOutcome, type Transport } from '@nachra/delivery';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nextAttempt } from '../../delivery/src/outgoing/dispatch/back-off';
import {
  candidates,
  openBench,
  startWorker,
  until,
  workerConfig,
  type LedgerBench,
  type RunningWorker,
} from '../support/campaign';
import { startSmtpSink, type SmtpSink, type SmtpSinkOptions } from '../support/smtp-sink';

const hour = 3_600_000;
const later = { reply: '450 4.2.1 Try again later', at: 'data' } as const;
const reader = 'r1@readers.test';

describe('a delivery that was refused for now', () => {
  let bench: LedgerBench;
  let sink: SmtpSink | undefined;
  let worker: RunningWorker | undefined;
  /** How far the worker's clock is ahead. */
  let ahead = 0;

  beforeEach(async () => {
    ahead = 0;
    bench = await openBench();
  });
  afterEach(async () => {
    await worker?.stop();
    await sink?.close();
    await bench.close();
    worker = sink = undefined;
  });

  async function sendOne(answer: SmtpSinkOptions['answer']): Promise<string> {
    sink = await startSmtpSink({ answer });
    const id = await bench.freeze({ candidates: candidates(1) });
    worker = startWorker(workerConfig(bench.options, sink.url), {
      now: () => new Date(Date.now() + ahead),
    });
    return id;
  }

  async function refused(id: string, times: number): Promise<void> {
    await until(
      () => bench.deliveries(id),
      (rows) => rows.get(reader)?.attempts === times,
    );
    expect((await bench.deliveries(id)).get(reader)).toMatchObject({ attempts: times });
  }

  it('is tried again when its time has come, not before, and then once', async () => {
    const id = await sendOne((_address, attempt) => (attempt === 1 ? later : 'accept'));
    await refused(id, 1);
    await delay(300);
    expect(sink?.attempts(reader)).toBe(1);
    ahead = hour;
    const end = await bench.complete(id);
    expect(end.counts.accepted).toBe(1);
    expect(sink?.attempts(reader)).toBe(2);
    expect((await bench.deliveries(id)).get(reader)).toMatchObject({ attempts: 2, nextAttemptAt: null });
  });

  it('is given up after two days of refusals, and says so', async () => {
    const id = await sendOne(() => later);
    let attempts = 0;
    for (; attempts < 40; ahead += 4 * hour) {
      attempts += 1;
      await refused(id, attempts);
      if ((await bench.progress(id)).status === 'complete') break;
    }
    expect((await bench.progress(id)).counts).toMatchObject({ rejected: 1, deferred: 0 });
    expect((await bench.deliveries(id)).get(reader)?.outcome).toMatchObject({ kind: 'gave-up', code: 450 });
    expect(ahead / hour).toBeGreaterThan(40);
  });

  it('for our pace costs no attempt five times, waits longer each time, and then is a refusal like any other', async () => {
    const id = await sendOne(() => ({ reply: '450 4.7.1 Rate limit exceeded', at: 'rcpt' }));
    const seen: { attempts: number; minutes: number }[] = [];
    for (let refusal = 1; refusal <= 3; refusal += 1) {
      // A domain's pace is kept by the clock of the database: waiting for five refusals would take a minute.
      if (refusal === 3) await bench.ledger.run('UPDATE delivery SET rate_refusals = 5');
      const rows = await until(
        () => bench.deliveries(id),
        (now) =>
          sink?.attempts(reader) === refusal &&
          Number(now.get(reader)?.nextAttemptAt) > Date.now() + ahead + 60_000,
      );
      const { attempts = -1, nextAttemptAt } = rows.get(reader) ?? {};
      const wait = Number(nextAttemptAt) - (Date.now() + ahead);
      seen.push({ attempts, minutes: Math.round(wait / 60_000) });
      ahead += wait + 1_000;
    }
    expect(seen).toEqual([
      { attempts: 0, minutes: 5 },
      { attempts: 0, minutes: 10 },
      { attempts: 1, minutes: 160 },
    ]);
  });

  it('is given up by the waits of its attempts alone, five refusals for our pace before them or not', () => {
    const givenUpAfter = (rateRefusals: number): number =>
      Array.from({ length: 99 }, (_, index) => index + 1).find(
        (attempts) => nextAttempt({ attempts, rateRefusals }, new Date(0)) === null,
      ) ?? Infinity;
    expect(givenUpAfter(5)).toBe(givenUpAfter(0));
    expect(givenUpAfter(0)).toBeLessThan(25);
  });

  it('has its two days from its own first refusal, however long ago the campaign was to begin', async () => {
    ahead = 100 * hour;
    const id = await sendOne(() => later);
    await refused(id, 1);
    expect((await bench.progress(id)).counts).toMatchObject({ deferred: 1, rejected: 0 });
  });

  it('is not tried again once the person unsubscribed, even in the very moment of its first attempt', async () => {
    sink = await startSmtpSink();
    let answer: (outcome: SmtpOutcome) => void = () => undefined;
    const underWay = new Promise<void>((begun) => {
      const transport: Transport = {
        send: () =>
          new Promise((resolve) => {
            answer = resolve;
            begun();
          }),
        verify: () => Promise.resolve({ ok: true }),
        close: () => Promise.resolve(),
      };
      worker = startWorker(workerConfig(bench.options, 'smtp://127.0.0.1:1'), { transport });
    });
    const id = await bench.freeze({ candidates: candidates(1) });
    await underWay;
    await suppress(bench.ledger, {
      address: reader,
      reason: 'unsubscribed',
      source: 'page',
      now: new Date(),
    });
    expect((await bench.progress(id)).counts).toMatchObject({ sending: 1 });
    answer({ kind: 'deferred', code: 450, enhanced: '4.2.1', reply: '450 4.2.1 later' });
    const end = await bench.complete(id);
    expect(end.counts).toMatchObject({ suppressed: 1, deferred: 0, accepted: 0 });
  });

  it('is not sent either when it came back to the queue because the server had gone', async () => {
    let sends = 0;
    const transport: Transport = {
      async send() {
        sends += 1;
        await suppress(bench.ledger, {
          address: reader,
          reason: 'complained',
          source: 'test',
          now: new Date(),
        });
        const trouble = { kind: 'server-unavailable', trouble: 'unreachable' } as const;
        return { ...trouble, code: null, enhanced: null, reply: 'gone' };
      },
      verify: () => Promise.resolve({ ok: true }),
      close: () => Promise.resolve(),
    };
    const id = await bench.freeze({ candidates: candidates(1) });
    worker = startWorker(workerConfig(bench.options, 'smtp://127.0.0.1:1'), { transport });
    const end = await bench.complete(id);
    expect(end.counts).toMatchObject({ suppressed: 1 });
    expect(sends).toBe(1);
  });
});
