import { createSmtpTransport, parseSmtpUrl } from '@nachra/delivery';
import { afterEach, beforeAll, afterAll, describe, expect, it } from 'vitest';
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
import {
  startLimitedServer,
  type LimitedServer,
  type LimitedServerOptions,
  type RefusalPlace,
} from '../support/limited-server';

const raw = Buffer.from('Subject: x\r\n\r\nx\r\n');
const places: RefusalPlace[] = ['mail', 'rcpt', 'data', 'dot'];
const replies = ['421 4.7.0 Too many', '450 4.7.1 Later', '451 4.3.0 Later', '452 4.5.3 Too many', null];

let server: LimitedServer | undefined;
let worker: RunningWorker | undefined;

async function serve(options: LimitedServerOptions): Promise<LimitedServer> {
  return (server = await startLimitedServer(options));
}

afterEach(async () => {
  await worker?.stop();
  await server?.close();
  worker = server = undefined;
});

/** Gives so many messages to a transport, as many at a time as a worker would. @returns the kinds of their outcomes */
async function sendAll(to: LimitedServer, count: number, connections = 2): Promise<string[]> {
  const transport = createSmtpTransport({ ...parseSmtpUrl(to.url), connections });
  const kinds: string[] = [];
  let next = 0;
  const one = async (): Promise<void> => {
    for (let index = next++; index < count; index = next++) {
      const envelope = { from: 'f@x.test', to: `r${index}@x.test` };
      kinds.push((await transport.send({ envelope, pieces: [raw] })).kind);
    }
  };
  await Promise.all(Array.from({ length: connections * 2 }, one));
  await transport.close();
  return kinds;
}

describe('a limit of messages a session', () => {
  const cases = places.flatMap((at) => replies.map((reply) => ({ at, reply })));
  // Closing without a word after the whole message says nothing of whether it was taken.
  it.each(cases.filter(({ at, reply }) => at !== 'dot' || reply !== null))(
    'is found out at $at by “$reply”: everybody once, one refusal a session at most, and few in all',
    async ({ at, reply }) => {
      for (const limit of [1, 10]) {
        for (const pipelining of [false, true]) {
          const one = await serve({ limit, reply, at, pipelining });
          expect(await sendAll(one, 60)).toEqual(Array.from({ length: 60 }, () => 'accepted'));
          expect([...one.taken.values()]).toEqual(Array.from({ length: 60 }, () => 1));
          expect(Math.max(...one.sessions.map(({ refusals }) => refusals))).toBeLessThanOrEqual(1);
          expect(refusalsOf(one)).toBeLessThanOrEqual(4);
          await one.close();
        }
      }
    },
  );

  it('that is raised is noticed in the end', async () => {
    const one = await serve({ limit: 1, reply: replies[1] ?? null, at: 'rcpt' });
    await sendAll(one, 10, 1);
    const transport = createSmtpTransport({ ...parseSmtpUrl(one.url), connections: 1 });
    for (let index = 0; index < 400; index += 1) {
      if (index === 5) one.limit = Infinity;
      await transport.send({ envelope: { from: 'f@x.test', to: `s${index}@x.test` }, pieces: [raw] });
    }
    await transport.close();
    expect(Math.max(...one.sessions.map(({ taken }) => taken))).toBeGreaterThan(50);
  });

  it('is none where the first message of a session is refused: nothing is tried again', async () => {
    const one = await serve({ limit: 0, reply: replies[1] ?? null, at: 'rcpt' });
    expect(await sendAll(one, 12)).toEqual(Array.from({ length: 12 }, () => 'deferred'));
    expect([...one.named.values()]).toEqual(Array.from({ length: 12 }, () => 1));
    expect(one.sessions.length).toBeLessThanOrEqual(2);
  });

  it('of errors, which others made, is not counted for whoever comes next', async () => {
    const one = await startLimitedServer({
      limit: Infinity,
      reply: null,
      at: 'mail',
      refuse: (address) =>
        /^r[0-4]@/.test(address) ? '550 5.1.1 Unknown' : errorsSoFar() ? '421 4.7.0 Too many errors' : null,
    });
    server = one;
    const errorsSoFar = (): boolean => one.sessions.length === 1 && [...one.named.keys()].length > 5;
    const kinds = await sendAll(one, 10, 1);
    expect(kinds.filter((kind) => kind === 'accepted')).toHaveLength(5);
    expect(kinds).not.toContain('deferred');
  });
});

function refusalsOf({ sessions }: LimitedServer): number {
  return sessions.reduce((sum, { refusals }) => sum + refusals, 0);
}

describeOnBoth('a worker and a server that takes so many messages a session', (kind) => {
  let bench: LedgerBench;
  beforeAll(async () => (bench = await openBench(kind)));
  afterEach(() => bench.cancelAll());
  afterAll(() => bench.close());

  const start = (to: LimitedServer): RunningWorker =>
    (worker = startWorker(workerConfig(bench.options, to.url, 4)));

  it('send everybody one message with one attempt, and the next worker knows the limit', async () => {
    const one = await serve({ limit: 10, reply: '450 4.7.1 Enough', at: 'rcpt' });
    start(one);
    const id = await bench.freeze({ candidates: candidates(200) });
    expect((await bench.complete(id)).counts).toMatchObject({ accepted: 200, deferred: 0 });
    for (const { attempts } of (await bench.deliveries(id)).values()) expect(attempts).toBe(1);
    expect([...one.taken.values()].every((times) => times === 1)).toBe(true);
    expect(refusalsOf(one)).toBeGreaterThan(0);
    expect(worker?.logged.filter(({ event }) => event === 'smtp.session-limit')).toHaveLength(1);
    expect(worker?.logged.filter(({ event }) => event === 'smtp.unavailable')).toEqual([]);
    await worker?.stop();

    const before = refusalsOf(one);
    start(one);
    const again = await bench.freeze({ candidates: candidates(100, 'again.test') });
    await bench.complete(again);
    expect(refusalsOf(one)).toBe(before);
  });

  it('that greylists some: theirs is a refusal for now that costs an attempt, and the limit nobody’s', async () => {
    const isGrey = (address: string): boolean => /^r\d*5@/.test(address);
    const one = await serve({
      limit: 10,
      reply: '450 4.7.1 Later',
      at: 'rcpt',
      refuse: (address) => (isGrey(address) ? '450 4.7.1 Later' : null),
    });
    start(one);
    const id = await bench.freeze({ candidates: candidates(100) });
    await until(
      () => bench.progress(id),
      ({ counts }) => counts.queued + counts.claimed + counts.sending === 0,
    );
    expect((await bench.progress(id)).counts).toMatchObject({ accepted: 90, deferred: 10 });
    for (const [address, { state, attempts }] of await bench.deliveries(id)) {
      expect(attempts).toBe(1);
      expect(state).toBe(isGrey(address) ? 'deferred' : 'accepted');
      if (isGrey(address)) expect(one.named.get(address)).toBeLessThanOrEqual(2);
    }
  });

  it('that asks for a slower pace in fresh sessions: it is nobody’s attempt', async () => {
    const first = new Set<string>();
    const one = await serve({
      limit: 1,
      reply: '450 4.7.1 Enough',
      at: 'mail',
      refuse: (address) =>
        first.size === first.add(address).size ? null : '451 4.7.1 Sending rate limit exceeded, slow down',
    });
    let ahead = 0;
    worker = startWorker(workerConfig(bench.options, one.url, 4), {
      now: () => new Date(Date.now() + ahead),
    });
    const people = [1, 2, 3, 4].flatMap((domain) =>
      candidates(2, `slow${domain}.test`).map((person) => ({
        ...person,
        subscriberId: `${person.subscriberId}-${domain}`,
      })),
    );
    const id = await bench.freeze({ candidates: people });
    const refused = await until(
      () => bench.deliveries(id),
      (rows) => [...rows.values()].every(({ state }) => state === 'deferred'),
    );
    for (const { attempts } of refused.values()) expect(attempts).toBe(0);
    ahead = 3_600_000;
    expect((await bench.complete(id)).counts).toMatchObject({ accepted: 8 });
    for (const { attempts } of (await bench.deliveries(id)).values()) expect(attempts).toBe(1);
    expect([...one.taken.values()]).toEqual(people.map(() => 1));
  });

  it('that greylists by name: nobody is asked twice, and no session is opened for it', async () => {
    const isGrey = (address: string): boolean => /^r\d*5@/.test(address);
    const one = await serve({
      limit: Infinity,
      reply: null,
      at: 'mail',
      refuse: (address) =>
        isGrey(address) ? `450 4.7.1 <${address}>: Recipient address rejected: Greylisted` : null,
    });
    start(one);
    const id = await bench.freeze({ candidates: candidates(100) });
    await until(
      () => bench.progress(id),
      ({ counts }) => counts.accepted === 90 && counts.deferred === 10,
    );
    for (const [address, { attempts }] of await bench.deliveries(id)) {
      expect(attempts).toBe(1);
      expect(one.named.get(address)).toBe(1);
    }
    expect(one.sessions.length).toBeLessThanOrEqual(4);
  });

  it('that refuses everybody at MAIL for now: it is nobody’s attempt, and goes on when it takes mail again', async () => {
    const one = await serve({ limit: 0, reply: '451 4.3.0 Not now', at: 'mail' });
    start(one);
    const id = await bench.freeze({ candidates: candidates(20) });
    await until(
      () => worker?.logged.filter(({ event }) => event === 'smtp.unavailable').length ?? 0,
      (times) => times >= 2,
    );
    for (const { attempts } of (await bench.deliveries(id)).values()) expect(attempts).toBe(0);
    one.limit = Infinity;
    expect((await bench.complete(id)).counts).toMatchObject({ accepted: 20 });
    for (const { attempts } of (await bench.deliveries(id)).values()) expect(attempts).toBe(1);
  });
});
