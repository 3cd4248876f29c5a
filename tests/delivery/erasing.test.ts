import { erasePerson, type Candidate } from '@nachra/delivery';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeOnBoth, openBench, somebody, type LedgerBench } from '../support/campaign';

describeOnBoth('a person who is erased', (kind) => {
  let bench: LedgerBench;
  beforeAll(async () => {
    bench = await openBench(kind);
  });
  afterAll(() => bench.close());

  it('while a campaign with her is being frozen does not stand in it', async () => {
    const erase = (address: string) =>
      erasePerson(bench.ledger, {
        ...{ address, reason: 'She asked for it.', subscribers: 1, by: somebody, now: new Date() },
      });
    let erasing: ReturnType<typeof erase> | undefined;
    function* audience(): Generator<Candidate> {
      for (let n = 0; n < 20_000; n++) {
        yield { subscriberId: `s${n}`, address: `reader${n}@erased.test`, language: 'fr', confirmed: true };
        // The first rows are on their way, and nobody else sees them.
        if (n === 1_000) erasing = erase('reader1@erased.test');
      }
    }
    // A connection of its own for the erasure, so that opening one takes no time.
    await Promise.all([1, 2].map(() => bench.ledger.rows('SELECT 1')));
    const id = await bench.freeze({ candidates: audience() });
    expect(await erasing).toMatchObject({ kind: 'erased', deliveries: 1, withdrawn: 1 });
    const addresses = await bench.ledger.rows<{ address: string | null }>('SELECT address FROM delivery');
    expect(addresses).toHaveLength(20_000);
    expect(addresses.filter(({ address }) => address?.startsWith('reader1@'))).toEqual([]);
    expect(await bench.progress(id)).toMatchObject({ counts: { queued: 19_999 } });
  });
});
