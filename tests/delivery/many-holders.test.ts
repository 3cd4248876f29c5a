import { countAudience } from '@nachra/delivery';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anEdition, candidates, describeOnBoth, openBench, type LedgerBench } from '../support/campaign';

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
});
