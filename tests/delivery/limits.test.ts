import { openLedger, readSending } from '@nachra/delivery';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readLimit } from '../../delivery/src/outgoing/limits/sending-limits';
import { nextPace, type Pace } from '../../delivery/src/outgoing/limits/next-pace';
import { openTokens } from '../../delivery/src/outgoing/limits/limit-tokens';
import {
  afterBreakage,
  afterFailure,
  closedBreaker,
  isOnTrial,
  isOpen,
} from '../../delivery/src/outgoing/servers/breaker';
import { ranksFor, roundRobin } from '../../delivery/src/outgoing/servers/route';
import { isThrottled } from '../../delivery/src/outgoing/smtp/throttled';
import { describeOnBoth, openBench, type LedgerBench } from '../support/campaign';

const minute = 60_000;

describe('a limit', () => {
  it.each([
    ['600/minute', { messages: 600, seconds: 60 }],
    [' 5 / second ', { messages: 5, seconds: 1 }],
    ['20000/day', { messages: 20_000, seconds: 86_400 }],
    ['0/minute', null],
    ['600', null],
    ['600/week', null],
    ['-1/hour', null],
  ])('written as “%s” is %j', (text, limit) => {
    expect(readLimit(text)).toEqual(limit);
  });

  it('of domains is a list, and * is every other', () => {
    const { limits } = readSending({
      DOMAIN_LIMITS: 'Gmail.com=20/second, *=300/minute',
      SENDER_LIMIT: '9/hour',
    });
    expect(Object.keys(limits.domains)).toEqual(['gmail.com', '*']);
    expect(limits.sender).toEqual({ messages: 9, seconds: 3_600 });
    for (const wrong of ['gmail.com', 'gmail.com=', 'a b=1/second', 'x=1/second;y=2/second']) {
      expect(() => readSending({ DOMAIN_LIMITS: wrong })).toThrow(/DOMAIN_LIMITS has a value/);
    }
  });
});

describeOnBoth('what was sent in a window', (kind) => {
  let bench: LedgerBench;
  beforeAll(async () => (bench = await openBench(kind)));
  afterAll(() => bench.close());

  it('is granted up to the limit, in part if need be, and remembered by whoever opens the ledger next', async () => {
    const limit = { messages: 10, seconds: 3_600 };
    const first = await openTokens(bench.ledger, null);
    expect(await first.take('to:a.test', 7, limit)).toEqual({ granted: 7, waitMs: 0 });
    const partial = await first.take('to:a.test', 7, limit);
    expect(partial.granted).toBe(3);
    expect(partial.waitMs).toBeGreaterThan(minute);
    const ledger = await openLedger(bench.options);
    const second = await openTokens(ledger, null);
    expect(await second.take('to:a.test', 1, limit)).toMatchObject({ granted: 0 });
    await second.giveBack('to:a.test', 4, limit);
    expect(await first.take('to:a.test', 9, limit)).toMatchObject({ granted: 4 });
    expect(await first.take('to:b.test', 9, limit)).toMatchObject({ granted: 9 });
    await ledger.close();
  });

  it('never exceeds the limit when several take at once', async () => {
    const limit = { messages: 50, seconds: 3_600 };
    const tokens = await openTokens(bench.ledger, null);
    const grants = await Promise.all(Array.from({ length: 12 }, () => tokens.take('to:c.test', 7, limit)));
    expect(grants.reduce((sum, { granted }) => sum + granted, 0)).toBeLessThanOrEqual(50);
  });

  it('is forgotten when its window is over, or lies in a future that a clock was set back from', async () => {
    const limit = { messages: 2, seconds: 1 };
    const tokens = await openTokens(bench.ledger, null);
    expect(await tokens.take('to:d.test', 2, limit)).toMatchObject({ granted: 2 });
    await bench.ledger.run('UPDATE rate SET expire = expire + 86400000');
    expect(await tokens.take('to:d.test', 2, limit)).toMatchObject({ granted: 2 });
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect(await tokens.take('to:d.test', 2, limit)).toMatchObject({ granted: 2 });
  });
});

describe('the pace of a domain', () => {
  const heard = { accepted: 0, throttled: 0, recentPerMinute: 0 };
  it('is halved when servers say “too much”, once for what was under way together', () => {
    const first = nextPace(null, { ...heard, throttled: 3, recentPerMinute: 900 }, 0);
    expect(first?.perMinute).toBe(450);
    expect(nextPace(first, { ...heard, throttled: 5 }, 1_000)).toBe(first);
    expect(nextPace(first, { ...heard, throttled: 1 }, minute)?.perMinute).toBe(225);
  });

  it('grows a little with each minute of acceptance, and ends when it holds nobody up', () => {
    let pace: Pace | null = { perMinute: 100, changedAt: 0, loweredAt: 0 };
    expect(nextPace(pace, { ...heard, accepted: 5 }, 30_000)).toBe(pace);
    pace = nextPace(pace, { ...heard, accepted: 5 }, minute);
    expect(pace?.perMinute).toBe(112);
    for (let minutes = 2; pace !== null && minutes < 200; minutes += 1) {
      pace = nextPace(pace, { ...heard, accepted: 1 }, minutes * minute);
    }
    expect(pace).toBeNull();
  });

  it('never falls to nothing, whatever is answered', () => {
    const answers = fc.array(fc.record({ accepted: fc.nat(50), throttled: fc.nat(3) }), { maxLength: 100 });
    fc.assert(
      fc.property(answers, (groups) => {
        let pace: Pace | null = null;
        groups.forEach((group, index) => {
          pace = nextPace(pace, { ...group, recentPerMinute: group.accepted }, index * 40_000);
          expect(pace?.perMinute ?? 6).toBeGreaterThanOrEqual(6);
        });
      }),
    );
  });

  it.each([
    [421, '4.7.0', 'Our system has detected an unusual rate of unsolicited mail', true],
    [451, null, 'Too many connections from your IP', true],
    [452, '4.5.3', 'Too many recipients', true],
    [450, '4.7.28', 'rate limit', true],
    [454, null, 'Throttling failure: maximum sending rate exceeded', true],
    [452, '4.2.2', 'Mailbox full', false],
    [450, '4.2.1', 'The mailbox is over its limit', false],
    [451, '4.7.1', 'Greylisted, please try again later', false],
    [450, null, 'Later', false],
    [550, '5.7.1', 'rate limit exceeded', false],
  ])('%i %s %s: heard as “too much” is %s', (code, enhanced, reply, expected) => {
    const kind = code < 500 ? 'deferred' : 'rejected';
    expect(isThrottled({ kind, code, enhanced, reply: `${code} ${enhanced ?? ''} ${reply}` })).toBe(expected);
  });
});

describe('a breaker', () => {
  it('waits twice as long each time, up to the longest, and counts what failed together once', () => {
    const waits = [100, 1_000] as const;
    let breaker = closedBreaker;
    const opened: number[] = [];
    let now = 0;
    for (let round = 0; round < 6; round += 1) {
      breaker = afterFailure(breaker, now, waits);
      expect(afterFailure(breaker, now + 1, waits)).toBe(breaker);
      opened.push(breaker.openUntil - now);
      now = breaker.openUntil;
      expect(isOpen(breaker, now)).toBe(false);
    }
    expect(opened).toEqual([100, 200, 400, 800, 1_000, 1_000]);
  });

  it('opens at the third connection in a row that broke in a message, and at the first while it is on trial', () => {
    const waits = [100, 1_000] as const;
    const twice = afterBreakage(afterBreakage(closedBreaker, 0, waits), 1, waits);
    expect([isOpen(twice, 1), isOnTrial(twice, 1)]).toEqual([false, false]);
    const opened = afterBreakage(twice, 2, waits);
    expect([isOpen(opened, 3), isOnTrial(opened, 3)]).toEqual([true, false]);
    // What was under way together counts once.
    expect(afterBreakage(opened, 3, waits)).toBe(opened);
    expect([isOpen(opened, 102), isOnTrial(opened, 102)]).toEqual([false, true]);
    expect(afterBreakage(opened, 102, waits).openUntil).toBe(302);
  });
});

describe('a route', () => {
  const server = (name: string, weight = 1, domains: string[] = [], exceptDomains: string[] = []) => ({
    name,
    weight,
    domains,
    exceptDomains,
  });
  const names = (ranks: { name: string }[][]) => ranks.map((rank) => rank.map(({ name }) => name));

  it('prefers the servers that name the domain, then those that take everything, and never uses one that excludes it', () => {
    const servers = [
      server('all'),
      server('google', 1, ['gmail.com']),
      server('state', 1, ['*.gov.ma']),
      server('not-google', 1, [], ['gmail.com']),
    ];
    expect(names(ranksFor(servers, 'gmail.com'))).toEqual([['google'], ['all']]);
    expect(names(ranksFor(servers, 'tax.gov.ma'))).toEqual([['state'], ['all', 'not-google']]);
    expect(names(ranksFor(servers, 'gov.ma'))).toEqual([['all', 'not-google']]);
  });

  it('shares by weight, evenly', () => {
    const rotation = roundRobin();
    const rank = [server('a', 3), server('b', 1)];
    const taken = Array.from({ length: 8 }, () => rotation.next(rank)?.name).join('');
    expect(taken).toBe('aabaaaba');
    expect(roundRobin().next([])).toBeUndefined();
  });

  it('gives each server its share of any weights', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }), (weights) => {
        const rotation = roundRobin();
        const rank = weights.map((weight, index) => server(String(index), weight));
        const total = weights.reduce((sum, weight) => sum + weight, 0);
        const counts = new Map<string, number>();
        for (let turn = 0; turn < total * 3; turn += 1) {
          const name = rotation.next(rank)?.name ?? '';
          counts.set(name, (counts.get(name) ?? 0) + 1);
        }
        weights.forEach((weight, index) => expect(counts.get(String(index))).toBe(weight * 3));
      }),
    );
  });
});
