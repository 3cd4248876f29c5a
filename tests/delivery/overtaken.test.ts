import {
  countAudience,
  decideDeliveries,
  eachDelivery,
  explainDelivery,
  type Candidate,
  type DeliveryState,
  type EditionsOnOffer,
} from '@nachra/delivery';
import { parseIssue, renderIssue, type Edition, type Language } from '@nachra/renderer';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anEdition, describeOnBoth, openBench, somebody, type LedgerBench } from '../support/campaign';
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

  it('reaches whoever has the wrong edition, whatever language is hers: by choice, or because she has changed it', async () => {
    const corrections = { issueNumber: 504, editions: { fr: corrected }, rounds: { fr: 1 } };
    const [omar, aya] = [person('omar', { language: 'ar' }), person('aya')];
    await bench.freeze({ issueNumber: 504, candidates: [omar, aya], missing: { ar: 'default' } });
    const people = [omar, { ...aya, language: 'ar' as const }, person('joined', { language: 'ar' })];
    const counted = await countAudience(bench.ledger, people, { ...corrections, defaultLanguage: 'fr' });
    expect(counted.byLanguage).toEqual([
      { language: 'ar', edition: 'fr', readers: 2 },
      { language: 'ar', edition: null, readers: 1 },
    ]);
    const second = await bench.freeze({ ...corrections, candidates: people });
    expect((await statesOf(second)).map(([name]) => name).sort()).toEqual(['aya', 'omar']);
    // Neither again, nor in Arabic: she has the number, and what was wrong in it is corrected.
    const arabic = await renderIssue(parseIssue(anIssue({ masthead: { language: 'ar', subject: 'نشرة' } })));
    const third = await bench.freeze({
      ...corrections,
      editions: { fr: corrected, ar: arabic },
      candidates: people,
    });
    expect((await statesOf(third)).map(([name]) => name)).toEqual(['joined']);
  });

  it('is remembered by the edition that readers of each language got, and told so beforehand', async () => {
    const arabic = await renderIssue(parseIssue(anIssue({ masthead: { language: 'ar', subject: 'نشرة' } })));
    const number = { issueNumber: 506, defaultLanguage: 'fr' as const };
    const people = [person('omar', { language: 'ar' }), person('joined', { language: 'ar' })];
    await bench.freeze({ ...number, candidates: people.slice(0, 1), missing: { ar: 'default' } });
    const corrections = { ...number, rounds: { fr: 1, ar: 0 } };
    const counted = await countAudience(bench.ledger, people, corrections);
    expect(counted.byLanguage).toEqual([
      { language: 'ar', edition: 'fr', readers: 1 },
      { language: 'ar', edition: 'ar', readers: 1 },
    ]);
    const editions = { fr: corrected, ar: arabic };
    const id = await bench.freeze({ ...corrections, editions, candidates: people });
    const [frozen] = await bench.ledger.rows<{ data: string }>(
      `SELECT e.data FROM event e JOIN campaign c ON c.id = e.campaign_id WHERE c.uid = ? AND e.name = 'campaign.frozen'`,
      [id],
    );
    const { readers } = JSON.parse(frozen?.data ?? '{}') as {
      readers: Record<string, Record<string, number>>;
    };
    expect(readers).toEqual({ ar: { fr: 1, ar: 0 } });
    // The ledger is lost: a reader of Arabic may have either edition, so the next correction of either is for her.
    const rounds = new Map(Object.entries(readers['ar'] ?? {})) as Map<Language, number>;
    const lost = { ...number, issueNumber: 507, forgotten: () => rounds };
    const goes = async (rounds: EditionsOnOffer['rounds']) =>
      (await countAudience(bench.ledger, people, { ...lost, rounds })).byLanguage;
    expect(await goes({ fr: 1, ar: 0 })).toEqual([]);
    expect(await goes({ fr: 2, ar: 0 })).toEqual([{ language: 'ar', edition: 'fr', readers: 2 }]);
    expect(await goes({ fr: 1, ar: 1 })).toEqual([{ language: 'ar', edition: 'ar', readers: 2 }]);
  });

  it('of another language leaves whoever has hers alone', async () => {
    const arabic = await renderIssue(parseIssue(anIssue({ masthead: { language: 'ar', subject: 'نشرة' } })));
    const salma = person('salma');
    await bench.freeze({ issueNumber: 505, candidates: [salma] });
    const second = await bench.freeze({
      issueNumber: 505,
      editions: { fr: await anEdition(), ar: arabic },
      rounds: { fr: 0, ar: 1 },
      candidates: [{ ...salma, language: 'ar' }, person('new')],
    });
    expect((await statesOf(second)).map(([name]) => name)).toEqual(['new']);
  });
});

describeOnBoth('a person who is known as one only after a number was sent', (kind) => {
  let bench: LedgerBench;
  beforeAll(async () => {
    bench = await openBench(kind);
  });
  afterAll(() => bench.close());

  const subscriber = (name: string, over: Partial<Candidate> = {}): Candidate => ({
    ...{ subscriberId: name, address: `${name}@person.test`, language: 'fr', confirmed: true },
    ...over,
  });
  const [work, home] = [subscriber('work'), subscriber('home')];
  const known = { personId: 'p:117' };
  const people = new Map([work, home].map(({ subscriberId }) => [subscriberId, known.personId]));

  it('gets it once: at whichever address, in whichever language, by whichever list', async () => {
    await bench.freeze({ issueNumber: 601, candidates: [work] });
    const next = subscriber('next');
    // The one audience tells of both; in the other she stands with her second address alone.
    for (const audience of [
      { candidates: [{ ...home, ...known }, { ...work, ...known }, next] },
      { candidates: [{ ...home, ...known }, subscriber('later')], people },
    ]) {
      const counted = await countAudience(bench.ledger, audience.candidates, {
        ...{ issueNumber: 601, rounds: { fr: 0 }, defaultLanguage: 'fr', people: audience.people },
      });
      const further = await bench.freeze({ issueNumber: 601, ...audience });
      expect([...(await bench.deliveries(further)).keys()]).toHaveLength(1);
      expect(counted.recipients).toBe(1);
      expect([...(await bench.deliveries(further)).keys()]).not.toContain(home.address);
    }
  });

  it('is not sent it again by hand at the other address', async () => {
    const first = await bench.freeze({ issueNumber: 602, candidates: [home] });
    await bench.ledger.run(`UPDATE delivery SET state = 'rejected' WHERE subscriber_id = 'home'`);
    await bench.freeze({ issueNumber: 602, candidates: [work] });
    const [{ id } = { id: '' }] = (await bench.deliveries(first)).values();
    const decision = { campaignId: first, deliveryIds: [id], decision: 'send-again' as const };
    const request = { ...decision, by: somebody, now: new Date() };
    expect(await decideDeliveries(bench.ledger, { ...request, people })).toEqual({
      changed: 0,
      unchanged: 1,
    });
    expect(await decideDeliveries(bench.ledger, request)).toEqual({ changed: 1, unchanged: 0 });
  });
});
