import { ledgerFigures, pauseCampaign } from '@nachra/delivery';
import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  candidates,
  describeOnBoth,
  type LedgerBench,
  openBench,
  somebody,
  startWorker,
  until,
  workerConfig,
} from '../support/campaign';
import { startSmtpSink } from '../support/smtp-sink';

const minute = 60_000;

describeOnBoth('the figures a monitor reads', (kind) => {
  let bench: LedgerBench;
  beforeEach(async () => {
    bench = await openBench(kind);
  });
  afterEach(() => bench.close());

  it('are all present, and zero, before anything is sent', async () => {
    const figures = await ledgerFigures(bench.ledger, new Date());
    expect(figures).toMatchObject({ runningCampaigns: 0, lagMs: 0, accepted: 0, answers: [] });
    expect(figures.queue).toMatchObject({ queued: 0, accepted: 0 });
  });

  it('count the queue of what runs, its lag, and every answer by its code', async () => {
    const replies = ['550 5.1.1 Unknown', '450 4.2.1 Later', '451 4.3.0 Later'];
    const sink = await startSmtpSink({
      answer: (address) => {
        const reply = replies[Number(/\d+/.exec(address)?.[0]) - 1];
        return reply === undefined ? 'accept' : { reply, at: 'rcpt' };
      },
    });
    const now = new Date();
    const startAt = new Date(now.getTime() - 10 * minute);
    const id = await bench.freeze({ candidates: candidates(6), startAt });
    expect(await ledgerFigures(bench.ledger, now)).toMatchObject({
      runningCampaigns: 1,
      queue: { queued: 6 },
      lagMs: 10 * minute,
    });
    const worker = startWorker(workerConfig(bench.options, sink.url));
    await until(
      () => bench.progress(id),
      ({ counts }) => counts.deferred === 2 && counts.accepted === 3,
    );
    await worker.stop();
    await sink.close();
    const figures = await ledgerFigures(bench.ledger, new Date());
    expect(figures).toMatchObject({
      runningCampaigns: 1,
      queue: { queued: 0, deferred: 2, accepted: 3, rejected: 1 },
      accepted: 3,
    });
    // What is deferred is not due yet.
    expect(figures.lagMs).toBe(0);
    expect(figures.answers.sort((a, b) => Number(a.code) - Number(b.code))).toEqual([
      { state: 'deferred', code: 450, count: 1 },
      { state: 'deferred', code: 451, count: 1 },
      { state: 'rejected', code: 550, count: 1 },
    ]);
    await pauseCampaign(bench.ledger, id, somebody, new Date());
    expect(await ledgerFigures(bench.ledger, new Date())).toMatchObject({ runningCampaigns: 0, accepted: 3 });
  });
});
