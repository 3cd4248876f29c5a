import { eachDelivery, explainDelivery, type Candidate, type DeliveryState } from '@nachra/delivery';
import { parseIssue, renderIssue, type Edition } from '@nachra/renderer';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anEdition, describeOnBoth, openBench, type LedgerBench } from '../support/campaign';
import { anIssue } from '../support/issue';

/** After a correction nobody gets what was wrong: what still waits of it is withdrawn where the correction goes. */
describeOnBoth('a correction', (kind) => {
  let bench: LedgerBench;
  let corrected: Edition;
  beforeAll(async () => {
    bench = await openBench(kind);
    corrected = await renderIssue(parseIssue(anIssue({ masthead: { subject: 'Rectificatif : Lettre' } })));
  });
  afterAll(() => bench.close());

  const person = (name: string, over: Partial<Candidate> = {}): Candidate => ({
    subscriberId: name,
    address: `${name}@overtaken.test`,
    language: 'fr',
    confirmed: true,
    ...over,
  });
  const set = (name: string, state: DeliveryState) =>
    bench.ledger.run('UPDATE delivery SET state = ? WHERE subscriber_id = ?', [state, name]);
  const statesOf = async (campaign: string) =>
    [...(await bench.deliveries(campaign)).values()].map(({ subscriberId, state }) => [subscriberId, state]);

  it('withdraws the earlier round of whoever gets it, by whatever she is known, and of nobody else', async () => {
    const people = [
      ...['queued', 'claimed', 'deferred', 'sending', 'accepted', 'away'].map((name) => person(name)),
      person('old-address', { personId: 'staff-1' }),
    ];
    const first = await bench.freeze({ issueNumber: 501, candidates: people });
    const other = await bench.freeze({ issueNumber: 502, candidates: [person('queued')] });
    for (const state of ['claimed', 'deferred', 'sending', 'accepted'] as const) await set(state, state);
    await bench.freeze({
      issueNumber: 501,
      rounds: { fr: 1 },
      editions: { fr: corrected },
      candidates: [
        ...people.filter(({ subscriberId }) => !['away', 'old-address'].includes(subscriberId)),
        person('new-address', { personId: 'staff-1' }),
      ],
    });
    expect(Object.fromEntries(await statesOf(first))).toEqual({
      queued: 'suppressed',
      claimed: 'suppressed',
      deferred: 'suppressed',
      'old-address': 'suppressed',
      sending: 'sending',
      accepted: 'accepted',
      away: 'queued',
    });
    expect(await statesOf(other)).toEqual([['queued', 'queued']]);
    for await (const delivery of eachDelivery(bench.ledger, first, { state: 'suppressed' }))
      expect(explainDelivery(delivery, 'en')).toContain('a correction of the number is sent instead');
  });

  it('leaves a further campaign of the first round as it is', async () => {
    const first = await bench.freeze({ issueNumber: 503, candidates: [person('salma')] });
    await bench.freeze({
      issueNumber: 503,
      editions: { fr: await anEdition() },
      candidates: [person('salma'), person('omar')],
    });
    expect(await statesOf(first)).toEqual([['salma', 'queued']]);
  });
});
