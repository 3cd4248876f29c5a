import { createServer } from 'node:net';
import { suppress, pauseCampaign, resumeCampaign, cancelCampaign } from '@nachra/delivery';
import { totalOf } from '../../delivery/src/campaigns/states';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import {
  candidates,
  describeOnBoth,
  type LedgerBench,
  openBench,
  type RunningWorker,
  somebody,
  startWorker,
  until,
  workerConfig,
} from '../support/campaign';
import { freePort } from '../support/free-port';
import { startSmtpSink, type SmtpSink, type SmtpSinkOptions } from '../support/smtp-sink';

/** What a real worker makes of what a real SMTP server says. */
describeOnBoth('a worker and a mail server', (kind) => {
  let bench: LedgerBench;
  let sink: SmtpSink | undefined;
  let worker: RunningWorker | undefined;

  beforeAll(async () => {
    bench = await openBench(kind);
  });
  afterEach(async () => {
    await worker?.stop();
    await sink?.close();
    worker = sink = undefined;
    await bench.cancelAll();
  });
  afterAll(() => bench.close());

  async function send(count: number, options: SmtpSinkOptions = {}): Promise<string> {
    sink = await startSmtpSink(options);
    worker = startWorker(workerConfig(bench.options, sink.url));
    return bench.freeze({ candidates: candidates(count) });
  }

  it('sends everybody one message and ends', async () => {
    const id = await send(250);
    const end = await bench.complete(id);
    expect(end).toMatchObject({ status: 'complete', counts: { accepted: 250 } });
    expect(new Set(sink?.received.map(({ to }) => to)).size).toBe(250);
    expect(sink?.received).toHaveLength(250);
  });

  it('tells temporary refusals, final refusals and doubts apart, one answer for each recipient', async () => {
    const answers: Record<string, ReturnType<NonNullable<SmtpSinkOptions['answer']>>> = {
      'r1@readers.test': { reply: '550 5.7.1 Refused by policy', at: 'rcpt' },
      'r2@readers.test': { reply: '450 4.2.1 Try again later', at: 'rcpt' },
      'r3@readers.test': { reply: '554 5.7.1 Message refused', at: 'data' },
      'r4@readers.test': { reply: '452 4.3.1 Out of space', at: 'data' },
      'r5@readers.test': 'cut-before-answer',
    };
    const id = await send(8, { answer: (address) => answers[address] ?? 'accept' });
    await until(
      () => bench.progress(id),
      ({ counts }) => counts.queued + counts.claimed + counts.sending === 0,
    );
    const { counts, status, recipients } = await bench.progress(id);
    expect(counts).toMatchObject({ accepted: 3, rejected: 2, deferred: 2, 'in-doubt': 1 });
    expect(totalOf(counts)).toBe(recipients);
    expect(status).toBe('running');
    const rows = await bench.deliveries(id);
    expect(rows.get('r1@readers.test')?.outcome).toMatchObject({ kind: 'rejected', code: 550 });
    expect(rows.get('r2@readers.test')).toMatchObject({ state: 'deferred', attempts: 1 });
    expect(rows.get('r2@readers.test')?.nextAttemptAt?.getTime()).toBeGreaterThan(Date.now() + 60_000);
    expect(rows.get('r5@readers.test')).toMatchObject({ state: 'in-doubt', attempts: 1 });
    // And what is in doubt is not tried again by itself.
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(sink?.attempts('r5@readers.test')).toBe(1);
  });

  it('defers a message that broke off in the middle: the server cannot have all of it', async () => {
    const id = await send(1, { answer: () => 'cut-in-data' });
    await until(
      () => bench.progress(id),
      ({ counts }) => counts.deferred + counts['in-doubt'] === 1,
    );
    // A short message may have left whole before the break was seen; then it is in doubt. Never accepted, never lost.
    const { counts } = await bench.progress(id);
    expect(counts.deferred + counts['in-doubt']).toBe(1);
  });

  it('waits for an unreachable server without spending anybody’s attempt, and goes on when it is back', async () => {
    const port = await freePort();
    worker = startWorker(workerConfig(bench.options, `smtp://127.0.0.1:${port}`));
    const id = await bench.freeze({ candidates: candidates(20) });
    const { logged } = worker;
    await until(
      () => logged.filter(({ event }) => event === 'smtp.unavailable').length,
      (count) => count >= 2,
    );
    expect((await bench.progress(id)).counts).toMatchObject({
      accepted: 0,
      deferred: 0,
      rejected: 0,
      'in-doubt': 0,
    });
    expect(logged.find(({ event }) => event === 'smtp.unavailable')?.message).toMatch(
      /takes no messages .*Check the host and port of SMTP_URL.*No messages are lost/,
    );
    sink = await startSmtpSink({ port });
    const end = await bench.complete(id);
    expect(end.counts.accepted).toBe(20);
    for (const row of (await bench.deliveries(id)).values()) expect(row.attempts).toBe(1);
  });

  it('says that the sign-in was refused, never with the password, and loses nothing', async () => {
    sink = await startSmtpSink({ account: { user: 'lettre', password: 'the right one' } });
    worker = startWorker(workerConfig(bench.options, sink.url.replace('the%20right%20one', 'a-wrong-one')));
    const id = await bench.freeze({ candidates: candidates(3) });
    const { logged } = worker;
    await until(
      () => logged.length,
      () => logged.some(({ level }) => level === 'error'),
    );
    const words = logged.map(({ message }) => message).join('\n');
    expect(words).toContain('Correct the name and password in SMTP_URL');
    expect(words).not.toContain('a-wrong-one');
    // The log speaks before the ledger has them back.
    const { counts } = await until(
      () => bench.progress(id),
      ({ counts: { queued, claimed } }) => queued + claimed === 3,
    );
    expect(counts.queued + counts.claimed).toBe(3);
    for (const row of (await bench.deliveries(id)).values()) expect(row.attempts).toBe(0);
  });

  it('waits out a server that accepts a connection and says nothing, and stops when asked', async () => {
    const mute = createServer(() => undefined);
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
    const address = mute.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    worker = startWorker(workerConfig(bench.options, `smtp://127.0.0.1:${port}`), {
      timing: { drainMs: 300 },
    });
    const id = await bench.freeze({ candidates: candidates(2) });
    await until(
      () => bench.progress(id),
      ({ counts }) => counts.sending > 0,
    );
    // The server never answers, so this ends only because the worker cuts it off.
    await worker.stop();
    mute.close();
    expect((await bench.progress(id)).counts).toMatchObject({ queued: 2 });
  });

  it('sends nothing to whoever unsubscribed between freezing and sending', async () => {
    const id = await bench.freeze({ candidates: candidates(4, 'gone.test') });
    await suppress(bench.ledger, {
      address: 'r3@gone.test',
      reason: 'unsubscribed',
      source: 'page',
      now: new Date(),
    });
    sink = await startSmtpSink();
    worker = startWorker(workerConfig(bench.options, sink.url));
    const end = await bench.complete(id);
    expect(end.counts).toMatchObject({ accepted: 3, suppressed: 1 });
    expect(sink.attempts('r3@gone.test')).toBe(0);
  });

  it('stops in the middle at a pause, goes on at a resume, and ends for good at a cancellation', async () => {
    const id = await send(120, { answer: () => ({ waitMs: 15 }) });
    await until(
      () => bench.progress(id),
      ({ counts }) => counts.accepted >= 10,
    );
    await pauseCampaign(bench.ledger, id, somebody, new Date());
    const held = await until(
      () => bench.progress(id),
      ({ counts }) => counts.sending + counts.claimed === 0,
    );
    expect(held.status).toBe('paused');
    expect(held.counts.queued).toBeGreaterThan(0);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect((await bench.progress(id)).counts).toEqual(held.counts);

    await resumeCampaign(bench.ledger, id, somebody, new Date());
    await until(
      () => bench.progress(id),
      ({ counts }) => counts.accepted > held.counts.accepted,
    );
    await cancelCampaign(bench.ledger, id, somebody, new Date());
    const ended = await until(
      () => bench.progress(id),
      ({ counts }) => counts.sending + counts.claimed === 0,
    );
    expect(ended.status).toBe('cancelled');
    expect(totalOf(ended.counts)).toBe(120);
    expect(sink?.received).toHaveLength(ended.counts.accepted);
    await expect(resumeCampaign(bench.ledger, id, somebody, new Date())).rejects.toThrow(
      /does not start again/,
    );
  });
});
