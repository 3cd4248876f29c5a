import {
  listSuppressions,
  type CampaignProgress,
  type MailServer,
  type WorkerConfig,
} from '@nachra/delivery';
import { totalOf } from '../../delivery/src/campaigns/states';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import {
  candidates,
  describeOnBoth,
  openBench,
  startWorker,
  until,
  workerConfig,
  type LedgerBench,
  type RunningWorker,
} from '../support/campaign';
import { freePort } from '../support/free-port';
import { aServer as server } from '../support/mail-server';
import { startSmtpSink, type SmtpSink, type SmtpSinkOptions } from '../support/smtp-sink';

describeOnBoth('several mail servers', (kind) => {
  let bench: LedgerBench;
  let worker: RunningWorker | null = null;
  const sinks: SmtpSink[] = [];
  beforeAll(async () => (bench = await openBench(kind)));
  afterEach(async () => {
    await worker?.stop();
    worker = null;
    await Promise.all(sinks.splice(0).map((sink) => sink.close()));
    await bench.ledger.run('DELETE FROM pace');
    await bench.ledger.run('DELETE FROM rate');
    await bench.cancelAll();
  });
  afterAll(() => bench.close());

  async function sink(options: SmtpSinkOptions = {}): Promise<SmtpSink> {
    const started = await startSmtpSink(options);
    sinks.push(started);
    return started;
  }

  function start(servers: MailServer[], over: Partial<WorkerConfig> = {}): void {
    worker = startWorker({ ...workerConfig(bench.options, 'smtp://127.0.0.1:1'), servers, ...over });
  }

  it.each([
    ['before the answer', 'cut-before-answer'],
    ['within the message', 'cut-in-data'],
  ] as const)(
    'are left alone when they break connections off %s; one message at a time shows whether it is over',
    async (_where, answer) => {
      let isBroken = true;
      const breaking = await sink({ answer: () => (isBroken ? answer : 'accept') });
      start([server(breaking.url)]);
      const id = await bench.freeze({ candidates: candidates(200) });
      const failures = () => worker?.logged.filter(({ event }) => event === 'smtp.unavailable').length ?? 0;
      // Each that failed was said, and one may be under way.
      const trials = () => failures() + 1;
      await until(failures, (count) => count >= 3);
      // A message that has left in full before the cut is in doubt, one that has not is deferred; either costs an attempt.
      const spent = ({ counts }: CampaignProgress) => counts['in-doubt'] + counts.deferred;
      // What was under way when it began, and one for each time that it was tried again.
      const spentAtFirst = spent(await bench.progress(id));
      expect(spentAtFirst).toBeGreaterThanOrEqual(3);
      expect(spentAtFirst).toBeLessThanOrEqual(10 + trials());
      isBroken = false;
      await until(
        () => bench.progress(id),
        ({ counts }) => counts.queued + counts.claimed + counts.sending === 0,
      );
      const end = await bench.progress(id);
      expect(spent(end)).toBeLessThanOrEqual(10 + trials());
      expect(end.counts.accepted).toBe(200 - spent(end));
      expect(worker?.logged.some(({ event }) => event === 'smtp.back')).toBe(true);
    },
  );

  it('share the work by weight', async () => {
    const [heavy, light] = [await sink(), await sink()];
    start([server(heavy.url, { weight: 3 }), server(light.url)]);
    await bench.complete(await bench.freeze({ candidates: candidates(80) }));
    expect([heavy.received.length, light.received.length]).toEqual([60, 20]);
  });

  it('replace one that is unreachable: nobody waits for it, nobody’s attempt is spent, nobody gets two', async () => {
    const up = await sink();
    start([server(`smtp://127.0.0.1:${await freePort()}`), server(up.url)]);
    const id = await bench.freeze({ candidates: candidates(40) });
    expect((await bench.complete(id)).counts).toMatchObject({ accepted: 40 });
    expect(new Set(up.received.map(({ to }) => to)).size).toBe(40);
    expect(up.received).toHaveLength(40);
    for (const { attempts } of (await bench.deliveries(id)).values()) expect(attempts).toBe(1);
    expect(worker?.logged.filter(({ event }) => event === 'smtp.unavailable').length).toBeGreaterThan(0);
  });

  it('take a domain by name, and any other takes it while the named one is unreachable', async () => {
    const [general, google] = [await sink(), await sink()];
    const mixed = [...candidates(6, 'gmail.com'), ...candidates(6)].map((one, index) => ({
      ...one,
      subscriberId: `m${index}`,
    }));
    start([server(general.url), server(google.url, { domains: ['gmail.com'] })]);
    await bench.complete(await bench.freeze({ candidates: mixed }));
    expect(google.received.map(({ to }) => to.split('@')[1])).toEqual(Array(6).fill('gmail.com'));
    expect(general.received).toHaveLength(6);
    await worker?.stop();
    start([server(general.url), server(`smtp://127.0.0.1:${await freePort()}`, { domains: ['gmail.com'] })]);
    await bench.complete(await bench.freeze({ candidates: mixed }));
    expect(general.received).toHaveLength(18);
  });

  it('wait for a limited domain without keeping others waiting, and go on in its next window', async () => {
    const all = await sink();
    const limited = candidates(12, 'slow.test').map((one, index) => ({ ...one, subscriberId: `l${index}` }));
    start([server(all.url)], {
      limits: { sender: null, domains: { 'slow.test': { messages: 5, seconds: 2 } } },
    });
    const begun = Date.now();
    const id = await bench.freeze({ candidates: [...limited, ...candidates(40)] });
    await until(
      () => Promise.resolve(all.received.filter(({ to }) => !to.endsWith('slow.test')).length),
      (count) => count === 40,
    );
    const slow = all.received.filter(({ to }) => to.endsWith('slow.test')).length;
    const windows = Math.floor((Date.now() - begun) / 2_000) + 1;
    expect(slow).toBeLessThanOrEqual(5 * windows);
    expect((await bench.complete(id)).counts).toMatchObject({ accepted: 52 });
    for (const { attempts } of (await bench.deliveries(id)).values()) expect(attempts).toBe(1);
  });

  it('keep to a server’s and a sender’s limit, across a restart too', async () => {
    const all = await sink();
    const options = { limits: { sender: { messages: 7, seconds: 3_600 }, domains: {} } };
    start([server(all.url)], options);
    const id = await bench.freeze({ candidates: candidates(20) });
    await until(
      () => bench.progress(id),
      ({ counts }) => counts.accepted === 7,
    );
    await worker?.stop();
    start([server(all.url)], options);
    await new Promise((resolve) => setTimeout(resolve, 400));
    await worker?.stop();
    expect(all.received).toHaveLength(7);
    start([server(all.url, { limit: { messages: 4, seconds: 3_600 } })]);
    await until(
      () => bench.progress(id),
      ({ counts }) => counts.accepted === 11,
    );
    await new Promise((resolve) => setTimeout(resolve, 300));
    const { counts, recipients } = await bench.progress(id);
    expect(all.received).toHaveLength(11);
    expect(counts).toMatchObject({ accepted: 11, queued: 9 });
    expect(totalOf(counts)).toBe(recipients);
  });

  it('learn from “too much” to send that domain less, and remember it', async () => {
    let served = 0;
    const all = await sink({
      answer: (address) => {
        if (!address.endsWith('busy.test')) return 'accept';
        served += 1;
        return served <= 8 ? 'accept' : { reply: '451 4.7.0 Too many messages, slow down', at: 'rcpt' };
      },
    });
    start([server(all.url)]);
    const id = await bench.freeze({ candidates: candidates(60, 'busy.test') });
    await until(
      () => bench.ledger.rows<{ domain: string; per_minute: number }>('SELECT domain, per_minute FROM pace'),
      (rows) => rows.length === 1,
    );
    await new Promise((resolve) => setTimeout(resolve, 500));
    const [pace] = await bench.ledger.rows<{ domain: string; per_minute: number }>(
      'SELECT domain, per_minute FROM pace',
    );
    expect(pace?.domain).toBe('busy.test');
    expect(Number(pace?.per_minute)).toBeLessThanOrEqual(60);
    // The others wait in the queue instead of knocking at a door that asked for peace.
    const { counts } = await bench.progress(id);
    expect(counts.deferred).toBeLessThan(40);
    expect(counts.queued).toBeGreaterThan(10);
  });

  it('that say an address does not exist suppress it, quoting what they said; a policy refusal does not', async () => {
    const all = await sink({
      answer: (address) => {
        if (address.startsWith('r1@')) return { reply: '550 5.1.1 User unknown', at: 'rcpt' };
        if (address.startsWith('r2@')) return { reply: '554 5.7.1 Blocked by policy', at: 'rcpt' };
        return 'accept';
      },
    });
    start([server(all.url)]);
    const id = await bench.freeze({ candidates: candidates(3, 'gone.test') });
    await bench.complete(id);
    const { rows } = await listSuppressions(bench.ledger, { page: 1, pageSize: 10, search: 'gone.test' });
    expect(rows).toMatchObject([{ address: 'r1@gone.test', reason: 'bounced', source: 'smtp' }]);
    expect(rows[0]?.why?.sentence).toContain('User unknown');
    const again = await bench.freeze({ candidates: candidates(3, 'gone.test') });
    expect((await bench.complete(again)).counts).toMatchObject({ accepted: 1, rejected: 1 });
  });
});
