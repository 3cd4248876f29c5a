import {
  countAudience,
  decideHeldCampaign,
  examineLedger,
  liftSuppression,
  listSuppressions,
  openLedger,
  personHash,
  putBackSuppressions,
  releaseLedger,
  suppress,
  systemActor,
  type SuppressionDecision,
} from '@nachra/delivery';
import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  candidates,
  describeOnBoth,
  type LedgerBench,
  linkSecret,
  openBench,
  personKey,
  somebody,
} from '../support/campaign';

describeOnBoth('a second record of suppressions', (kind) => {
  let bench: LedgerBench;
  beforeEach(async () => {
    bench = await openBench(kind);
  });
  afterEach(() => bench.close());

  const person = (address: string) => personHash(personKey, address);
  const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 8, minute));
  const decision = (
    address: string,
    minute: number,
    name: SuppressionDecision['name'] = 'suppression.made',
  ) => ({
    ...{ person: person(address), name, at: at(minute), by: systemActor },
    data: { reason: 'complained', source: 'ses' },
  });
  const inForce = async () =>
    (
      await bench.ledger.rows<{ person: string }>(
        'SELECT person FROM suppression WHERE lifted_at IS NULL ORDER BY person',
      )
    ).map((row) => row.person);

  it('gives a ledger back what it has lost, once, withdraws what waits, and says so in one event', async () => {
    const id = await bench.freeze({ candidates: candidates(3) });
    const record = [decision('r1@readers.test', 1), decision('gone@readers.test', 2)];
    expect(await putBackSuppressions(bench.ledger, record, at(9))).toEqual({ made: 2, lifted: 0 });
    expect(await putBackSuppressions(bench.ledger, record, at(10))).toEqual({ made: 0, lifted: 0 });
    expect(await inForce()).toEqual([person('r1@readers.test'), person('gone@readers.test')].sort());
    expect((await bench.progress(id)).counts).toMatchObject({ suppressed: 1, queued: 2 });
    const { rows } = await listSuppressions(bench.ledger, { page: 1, pageSize: 10 });
    expect(rows).toMatchObject([
      { address: null, reason: 'complained', source: 'ses', madeBy: null, createdAt: at(2) },
      { address: null, createdAt: at(1) },
    ]);
    const events = await bench.ledger.rows<{ data: string }>(
      `SELECT data FROM event WHERE name = 'suppression.put-back'`,
    );
    expect(events.map(({ data }) => JSON.parse(data) as unknown)).toEqual([
      { made: 2, lifted: 0, withdrawn: 1 },
    ]);
  });

  it('lets the later of two decisions hold, in whichever of the two it stands', async () => {
    const made = (address: string, minute: number) =>
      suppress(bench.ledger, { address, reason: 'unsubscribed', source: 'page', now: at(minute) });
    const lift = async (address: string, minute: number) => {
      const { rows } = await listSuppressions(bench.ledger, { page: 1, pageSize: 9, search: address });
      const because = { by: somebody, reason: 'She asked.', askedByPerson: true, now: at(minute) };
      await liftSuppression(bench.ledger, { id: rows[0]?.id ?? '', ...because });
    };
    await made('lifted-here@x.test', 1);
    await lift('lifted-here@x.test', 5);
    await made('lifted-there@x.test', 1);
    await made('made-again-here@x.test', 6);
    await made('made-again-there@x.test', 1);
    await lift('made-again-there@x.test', 2);
    const record = [
      decision('lifted-here@x.test', 1),
      decision('lifted-there@x.test', 5, 'suppression.lifted'),
      decision('made-again-here@x.test', 5, 'suppression.lifted'),
      decision('made-again-there@x.test', 5),
      decision('never-heard-of@x.test', 5, 'suppression.lifted'),
    ];
    await examineLedger(bench.ledger, {
      ...{ anchor: { ledger: 'f'.repeat(32), position: 1 }, linkSecret, now: new Date() },
    });
    expect(await putBackSuppressions(bench.ledger, record, at(9))).toEqual({ made: 1, lifted: 1 });
    expect(await inForce()).toEqual(
      [person('made-again-here@x.test'), person('made-again-there@x.test')].sort(),
    );
  });

  it('lifts nothing in a ledger that has lost nothing, whatever the clocks said', async () => {
    const address = 'salma@x.test';
    await suppress(bench.ledger, { address, reason: 'unsubscribed', source: 'page', now: at(4) });
    const record = [decision(address, 11, 'suppression.lifted')];
    expect(await putBackSuppressions(bench.ledger, record, at(20))).toEqual({ made: 0, lifted: 0 });
    expect(await inForce()).toEqual([person(address)]);
  });

  it('takes thousands, and keeps to those whose reason it cannot read', async () => {
    const record = Array.from({ length: 2_500 }, (_, index) => ({
      ...decision(`r${index}@many.test`, 1),
      data: { reason: 'a word of a later version' },
    }));
    expect((await putBackSuppressions(bench.ledger, record, at(9))).made).toBe(2_500);
    const plan = await countAudience(bench.ledger, candidates(2, 'many.test'));
    expect(plan.exclusions).toMatchObject([{ reason: 'unsubscribed', count: 2 }]);
  });

  it('is needed no more for those whose address is known when the key is lost and a person goes on with a new one', async () => {
    const wait = await bench.freeze({ candidates: candidates(2), startAt: new Date('2999-01-01') });
    const examine = { anchor: null, linkSecret, now: new Date() };
    await examineLedger(bench.ledger, examine);
    await suppress(bench.ledger, { address: 'no@x.test', reason: 'complained', source: 'ses', now: at(1) });
    const other = await openLedger(bench.options, 'a-new-key-because-the-old-one-is-lost');
    try {
      expect((await examineLedger(other, examine)).hold).toBe('person-key-changed');
      await decideHeldCampaign(other, {
        campaignId: wait,
        choice: 'send-the-rest',
        by: somebody,
        now: new Date(),
      });
      await releaseLedger(other, { by: somebody, now: new Date(), anchor: null, linkSecret });
      expect((await examineLedger(other, examine)).hold).toBeNull();
      const plan = await countAudience(other, [
        { subscriberId: 's', address: 'no@x.test', language: 'fr', confirmed: true },
      ]);
      expect(plan.exclusions).toMatchObject([{ reason: 'complained' }]);
      // Her link of today withdraws what waited before.
      await suppress(other, {
        address: 'r1@readers.test',
        reason: 'unsubscribed',
        source: 'page',
        now: at(2),
      });
      expect((await bench.progress(wait)).counts).toMatchObject({ suppressed: 1, queued: 1 });
    } finally {
      await other.close();
    }
  });
});
