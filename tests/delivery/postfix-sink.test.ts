import type { DeliveryState } from '@nachra/delivery';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import {
  candidates,
  openBench,
  startWorker,
  until,
  workerConfig,
  type LedgerBench,
  type RunningWorker,
} from '../support/campaign';
import { startPostfixSink, type PostfixSink } from '../support/postfix-sink';
import { describeWith, postfixSink } from '../support/requires';

describeWith([postfixSink])('a mail server that nobody here wrote', () => {
  let bench: LedgerBench;
  let sink: PostfixSink | null = null;
  let worker: RunningWorker | null = null;
  beforeAll(async () => (bench = await openBench()));
  afterEach(async () => {
    await worker?.stop();
    await sink?.close();
    worker = sink = null;
    await bench.cancelAll();
  });
  afterAll(() => bench.close());

  it('takes a campaign over several connections: everybody gets one message, their own', async () => {
    const people = 600;
    sink = await startPostfixSink();
    worker = startWorker(workerConfig(bench.options, sink.url, 8));
    const id = await bench.freeze({ candidates: candidates(people) });
    const { counts } = await bench.complete(id);
    expect(counts.accepted).toBe(people);
    const taken = await sink.taken();
    expect(taken).toHaveLength(people);
    expect(new Set(taken.map(({ envelopeTo }) => envelopeTo)).size).toBe(people);
    const links = new Set<string>();
    for (const { envelopeTo, message } of taken) {
      const to = [message.to].flat().flatMap((list) => list?.value ?? []);
      expect(to.map(({ address }) => address)).toEqual([envelopeTo]);
      expect(message.html).toContain('</html>');
      expect(message.text).not.toBe('');
      const [link = ''] = /https?:[^"]*unsubscribe[^"]*/.exec(String(message.html)) ?? [];
      links.add(link);
    }
    expect(links.size).toBe(people);
    expect(links.has('')).toBe(false);
  });

  const answers: [what: string, options: string[], state: DeliveryState, code: number | null][] = [
    ['refuses the recipient for now', ['-r', 'rcpt'], 'deferred', 450],
    ['refuses the message for now', ['-r', '.'], 'deferred', 450],
    ['refuses the recipient for good', ['-f', 'rcpt'], 'rejected', 500],
    ['refuses the message for good', ['-f', '.'], 'rejected', 500],
    ['breaks off after the final dot', ['-q', '.'], 'in-doubt', null],
    ['breaks off before it answers the greeting', ['-q', 'ehlo,helo'], 'queued', null],
    ['refuses the sender for good', ['-f', 'mail'], 'queued', null],
  ];
  it.each(answers)('that %s: the ledger says so', async (_what, options, state, code) => {
    sink = await startPostfixSink(options);
    worker = startWorker(workerConfig(bench.options, sink.url, 1));
    const id = await bench.freeze({ candidates: candidates(1) });
    const isTold = async (): Promise<boolean> =>
      state === 'queued'
        ? (worker?.logged.some(({ event }) => event === 'smtp.unavailable') ?? false)
        : (await bench.progress(id)).counts[state] === 1;
    await until(isTold, Boolean);
    await worker.stop();
    const [delivery] = (await bench.deliveries(id)).values();
    expect(delivery).toMatchObject({ state, attempts: state === 'queued' ? 0 : 1 });
    if (state !== 'queued') expect(delivery?.outcome?.code).toBe(code);
  });
});
