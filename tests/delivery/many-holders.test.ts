import { countAudience, decideDeliveries, personHash } from '@nachra/delivery';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newestDeliveryTo } from '../../delivery/src/campaigns/deliveries/find-delivery';
import {
  anEdition,
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
    const request = { campaignId, deliveryIds, by: somebody, now: new Date() };
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
    const [sum] = await bench.ledger.rows<{ data: string }>(
      `SELECT data FROM event WHERE name = 'campaign.decided'`,
    );
    expect(JSON.parse(sum?.data ?? '')).toEqual({ decision: 'not-arrived', changed: 12_000, unchanged: 0 });
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
