import {
  countAudience,
  decideDeliveries,
  freezeCampaign,
  personHash,
  recipientsToRemember,
  type RecipientsPiece,
} from '@nachra/delivery';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newestDeliveryTo } from '../../delivery/src/campaigns/deliveries/find-delivery';
import {
  anEdition,
  aRequest,
  candidates,
  describeOnBoth,
  openBench,
  personKey,
  somebody,
  type LedgerBench,
} from '../support/campaign';

describeOnBoth('a number that many have', (kind) => {
  let bench: LedgerBench;
  beforeAll(async () => {
    bench = await openBench(kind);
  });
  afterAll(() => bench.close());

  it('is asked about a piece at a time, and others have their turn in between', async () => {
    const readers = candidates(5_000, 'many.test');
    await bench.freeze({ issueNumber: 7, editions: { fr: await anEdition() }, candidates: readers });
    let largest = 0;
    let turns = 0;
    let isOver = false;
    const watched: typeof bench.ledger = {
      ...bench.ledger,
      rows: async <Row>(...given: Parameters<typeof bench.ledger.rows>) => {
        const rows = await bench.ledger.rows<Row>(...given);
        largest = Math.max(largest, rows.length);
        return rows;
      },
    };
    const turn = () => {
      turns += 1;
      if (!isOver) setImmediate(turn);
    };
    setImmediate(turn);
    const joined = { subscriberId: 'zz', address: 'new@many.test', language: 'fr' as const, confirmed: true };
    const found = await countAudience(watched, [...readers, joined], {
      issueNumber: 7,
      defaultLanguage: 'fr',
      rounds: { fr: 0 },
    });
    isOver = true;
    expect(found).toMatchObject({ recipients: 1, exclusions: [{ reason: 'has-number', count: 5_000 }] });
    expect(largest).toBeLessThanOrEqual(2_000);
    expect(turns).toBeGreaterThan(1);
  });

  it('is frozen for many a piece at a time, too', async () => {
    const request = await aRequest({ candidates: candidates(20_000, 'many.test') });
    let [turns, isOver] = [0, false];
    const turn = (): void => {
      turns += 1;
      if (!isOver) setImmediate(turn);
    };
    setImmediate(turn);
    await freezeCampaign(bench.ledger, request, new Date());
    isOver = true;
    expect(turns).toBeGreaterThanOrEqual(10);
  });

  it('is remembered a piece at a time, each of its readers once', async () => {
    const campaignId = await bench.freeze({ candidates: candidates(6_200, 'remembered.test') });
    let [turns, isOver] = [0, false];
    const turn = (): void => {
      turns += 1;
      if (!isOver) setImmediate(turn);
    };
    setImmediate(turn);
    const pieces: RecipientsPiece[] = [];
    for await (const piece of recipientsToRemember(bench.ledger, campaignId, new Set([1])))
      pieces.push(...piece);
    isOver = true;
    expect(turns).toBeGreaterThanOrEqual(12);
    expect(Math.max(...pieces.map(({ readers }) => readers))).toBe(500);
    const hashes = pieces.flatMap((piece) => piece.hashes.match(/.{13}/g) ?? []);
    expect(new Set(hashes).size).toBe((6_200 - 500) * 2);
  });

  it('is decided about some thousands at a time, and no delivery takes a statement of its own', async () => {
    const campaignId = await bench.freeze({ candidates: candidates(12_000, 'doubt.test') });
    await bench.ledger.run(
      `UPDATE delivery SET state = 'in-doubt' WHERE campaign_id = (SELECT id FROM campaign WHERE uid = ?)`,
      [campaignId],
    );
    let [statements, transactions] = [0, 0];
    const counted: typeof bench.ledger = {
      ...bench.ledger,
      transaction: (work) =>
        bench.ledger.transaction((inner) => {
          transactions += 1;
          return work({
            rows: <Row>(...given: Parameters<typeof inner.rows>) => {
              statements += 1;
              return inner.rows<Row>(...given);
            },
            run: (...given) => {
              statements += 1;
              return inner.run(...given);
            },
          });
        }),
    };
    const deliveryIds = [...(await bench.deliveries(campaignId)).values()].map(({ id }) => id);
    const onRecord = async () => {
      const rows = await bench.ledger.rows<{ data: string }>(
        `SELECT data FROM event WHERE name = 'campaign.decided'`,
      );
      return rows.map(({ data }) => (JSON.parse(data) as { changed: number }).changed);
    };
    // What the journal would have if everything stopped before each piece.
    const soFar: number[][] = [];
    const whileApproved = async (decide: () => Promise<number>) => {
      soFar.push(await onRecord());
      return decide();
    };
    const request = { campaignId, deliveryIds, whileApproved, by: somebody, now: new Date() };
    expect(await decideDeliveries(counted, { ...request, decision: 'not-arrived' })).toEqual({
      changed: 12_000,
      unchanged: 0,
    });
    expect(transactions).toBeGreaterThan(1);
    expect(statements).toBeLessThan(20);
    const [recorded] = await bench.ledger.rows<{ count: number; people: number }>(
      `SELECT COUNT(*) AS count, COUNT(DISTINCT person) AS people FROM event
       WHERE name = 'delivery.decided.not-arrived' AND by_id = '7' AND delivery_id IS NOT NULL`,
    );
    expect([Number(recorded?.count), Number(recorded?.people)]).toEqual([12_000, 12_000]);
    expect([...soFar, await onRecord()]).toEqual([[], [5_000], [5_000, 5_000], [5_000, 5_000, 2_000]]);
  });

  it('is sent again a piece at a time, as long as somebody lets it, and without a look at all who have it', async () => {
    const readers = candidates(12_000, 'again.test');
    const number = { issueNumber: 8, editions: { fr: await anEdition() } };
    const campaignId = await bench.freeze({ ...number, candidates: readers });
    await bench.ledger.run(
      `UPDATE delivery SET state = 'rejected' WHERE campaign_id = (SELECT id FROM campaign WHERE uid = ?)`,
      [campaignId],
    );
    const others = candidates(6_000, 'others.test').map((one, index) => ({
      ...one,
      subscriberId: `o${index}`,
    }));
    await bench.freeze({ ...number, candidates: others });
    let largest = 0;
    const watched: typeof bench.ledger = {
      ...bench.ledger,
      transaction: (work) =>
        bench.ledger.transaction((inner) =>
          work({
            ...inner,
            rows: async <Row>(...given: Parameters<typeof inner.rows>) => {
              const rows = await inner.rows<Row>(...given);
              largest = Math.max(largest, rows.length);
              return rows;
            },
          }),
        ),
    };
    const deliveryIds = [...(await bench.deliveries(campaignId)).values()].map(({ id }) => id);
    // Everybody has an identifier; the first reader is one person with somebody who has the number.
    const people = new Map([...readers, ...others].map(({ subscriberId: id }) => [id, `p:${id}`]));
    people.set('s1', 'p:o1');
    const request = { campaignId, deliveryIds, people, decision: 'send-again', by: somebody } as const;
    let pieces = 0;
    const whileApproved = async (decide: (languages: 'fr'[]) => Promise<number>) => {
      pieces += 1;
      if (pieces === 3) throw new Error('The approval has ended.');
      return decide(['fr']);
    };
    const decide = () => decideDeliveries(watched, { ...request, whileApproved, now: new Date() });
    await expect(decide()).rejects.toThrow('The approval has ended.');
    expect(pieces).toBe(3);
    expect((await bench.progress(campaignId)).counts).toMatchObject({ queued: 9_999, rejected: 2_001 });
    expect(await decide()).toEqual({ changed: 2_000, unchanged: 10_000 });
    expect(largest).toBeLessThanOrEqual(5_000);
  });

  it('is not read through for a person whom nobody has mailed', async () => {
    const explain = kind === 'sqlite' ? 'EXPLAIN QUERY PLAN' : 'EXPLAIN';
    const plans: string[] = [];
    const watched: typeof bench.ledger = {
      ...bench.ledger,
      rows: async <Row>(...[sql, bindings]: Parameters<typeof bench.ledger.rows>) => {
        plans.push(JSON.stringify(await bench.ledger.rows(`${explain} ${sql}`, bindings)));
        return bench.ledger.rows<Row>(sql, bindings);
      },
    };
    if (kind === 'postgres') await bench.ledger.rows('ANALYZE delivery');
    expect(await newestDeliveryTo(watched, 'nobody')).toBeNull();
    expect(plans[0]).toMatch(/delivery_begun_person/);
    expect(plans[0]).toMatch(/delivery_pending_person/);
    expect(plans[0]).not.toMatch(/SCAN d(?:elivery)?\b|Seq Scan on delivery/);
    const campaignId = await bench.freeze({ candidates: candidates(2, 'newest.test') });
    const [first] = (await bench.deliveries(campaignId)).values();
    const person = personHash(personKey, first?.address ?? '');
    expect((await newestDeliveryTo(bench.ledger, person))?.id).toBe(first?.id);
    await bench.ledger.run(`UPDATE delivery SET state = 'accepted' WHERE person = ?`, [person]);
    expect((await newestDeliveryTo(bench.ledger, person))?.id).toBe(first?.id);
  });
});
