import {
  cancelCampaign,
  countAudience,
  decideDeliveries,
  findPublicEdition,
  freezeCampaign,
  listDeliveries,
  openLedger,
  suppress,
  type DeliveryState,
  type Language,
} from '@nachra/delivery';
import { parseIssue, renderIssue, type Edition } from '@nachra/renderer';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  aRequest,
  describeOnBoth,
  openBench,
  somebody,
  type LedgerBench,
  personKey,
} from '../support/campaign';
import { anIssue } from '../support/issue';
import { numberOf } from './number-of';

const subjects = { fr: 'Lettre', ar: 'نشرة', en: 'Letter' };

/** Nobody gets a number twice, however campaigns of it meet. */
describeOnBoth('a number', (kind) => {
  let bench: LedgerBench;
  let editions: Record<Language, Edition>;
  let number = 0;

  const editionIn = (language: Language, subject = subjects[language]) =>
    renderIssue(parseIssue(anIssue({ masthead: { language, subject } })));
  beforeAll(async () => {
    bench = await openBench(kind);
    editions = { fr: await editionIn('fr'), ar: await editionIn('ar'), en: await editionIn('en') };
  });
  afterAll(() => bench.close());

  function aNumber() {
    number += 1;
    return numberOf(bench, editions, number);
  }

  it('goes to those who wait for Arabic, and not again to those who had it in French', async () => {
    const { person, send, got, leftOut } = aNumber();
    const people = [person('salma'), person('omar', { language: 'ar' }), person('ivy', { language: 'en' })];
    const french = await send(['fr'], people, { missing: { en: 'default' } });
    expect(await got(french)).toEqual([
      ['salma', 'fr'],
      ['ivy', 'fr'],
    ]);
    expect(await leftOut(french)).toEqual([['omar', 'awaits-edition', 'ar']]);
    expect(await bench.progress(french)).toMatchObject({
      waiting: [{ language: 'ar', readers: 1 }],
      byLanguage: [{ language: 'fr', recipients: 2, counts: { queued: 2 } }],
    });
    const both = await send(['fr', 'ar', 'en'], people);
    expect(await got(both)).toEqual([['omar', 'ar']]);
    expect(await leftOut(both)).toEqual([
      ['ivy', 'has-number', 'en'],
      ['salma', 'has-number', 'fr'],
    ]);
    // What nobody gets is not sent, and not public either.
    expect(await findPublicEdition(bench.ledger, number, 'en')).toBeNull();
  });

  it('knows a person by any of subscriber, person and address', async () => {
    const { person, send, got, leftOut, at } = aNumber();
    await send(
      ['fr'],
      [person('salma'), person('omar', { personId: 'staff-7' }), person('ivy', { personId: 'staff-8' })],
    );
    const again = await send(
      ['fr'],
      [
        person('salma', { address: at('salma.new') }),
        person('other', { personId: 'staff-7', language: 'ar' }),
        person('third', { address: at('IVY') }),
        person('zoe'),
      ],
    );
    expect(await got(again)).toEqual([['zoe', 'fr']]);
    expect(await leftOut(again)).toEqual([
      ['other', 'has-number', 'ar'],
      ['salma', 'has-number', 'fr'],
      ['third', 'has-number', 'fr'],
    ]);
  });

  it('reaches one person who subscribes twice once, in the language that has an edition', async () => {
    const { person, send, got, leftOut } = aNumber();
    const id = await send(
      ['fr'],
      [
        person('work', { personId: 'staff-1', language: 'ar' }),
        person('home', { personId: 'staff-1' }),
        person('phone', { personId: 'staff-1' }),
      ],
    );
    expect(await got(id)).toEqual([['home', 'fr']]);
    expect(await leftOut(id)).toEqual([
      ['phone', 'duplicate-person', 'fr'],
      ['work', 'awaits-edition', 'ar'],
    ]);
  });

  it('goes to the rest: who joined, or was left out for a reason that is gone, or was refused', async () => {
    const { person, send, set, got, at } = aNumber();
    await suppress(bench.ledger, { address: at('gone'), reason: 'bounced', source: 'test', now: new Date() });
    const states: DeliveryState[] = ['accepted', 'in-doubt', 'sending', 'claimed', 'deferred', 'queued'];
    const people = [...states, 'rejected', 'suppressed', 'gone'].map((name) => person(name));
    people.push(person('later', { confirmed: false }));
    const first = await send(['fr'], people);
    for (const state of [...states, 'rejected', 'suppressed'] as const) await set(first, state, state);
    await bench.ledger.run('UPDATE suppression SET lifted_at = 1 WHERE address = ?', [at('gone')]);
    const rest = people.map((one) => ({ ...one, confirmed: true })).concat(person('new'));
    expect(await got(await send(['fr'], rest))).toEqual(
      ['rejected', 'suppressed', 'gone', 'later', 'new'].map((name) => [name, 'fr']),
    );
    expect(
      await freezeCampaign(
        bench.ledger,
        await aRequest({ issueNumber: number, candidates: rest }),
        new Date(),
      ),
    ).toEqual({ kind: 'nobody', candidates: rest.length });
  });

  it('that was cancelled half-way goes to those whom nothing left for, and shows nobody waiting', async () => {
    const { person, send, set, got } = aNumber();
    const people = ['a', 'b', 'c', 'd', 'e'].map((name) => person(name));
    const first = await send(['fr'], people);
    await set(first, 'a', 'accepted');
    await set(first, 'b', 'in-doubt');
    // A worker has this one in its hands and may have begun it by a moment.
    await set(first, 'c', 'claimed');
    await set(first, 'd', 'deferred');
    await cancelCampaign(bench.ledger, first, somebody, new Date());
    expect(await bench.progress(first)).toMatchObject({
      status: 'cancelled',
      counts: { accepted: 1, 'in-doubt': 1, queued: 0, claimed: 0, deferred: 0, cancelled: 3 },
    });
    const listed = (state: DeliveryState) =>
      listDeliveries(bench.ledger, first, { state, page: 1, pageSize: 10 });
    expect(await listed('queued')).toMatchObject({ total: 0 });
    expect((await listed('cancelled')).rows.map(({ state }) => state)).toEqual(Array(3).fill('cancelled'));
    expect(await got(await send(['fr'], people))).toEqual([
      ['d', 'fr'],
      ['e', 'fr'],
    ]);
  });

  it('in a correction goes once more to those who had it, and the rest follows the correction', async () => {
    const { person, send, got, leftOut } = aNumber();
    const corrected = await editionIn('fr', 'Rectificatif : Lettre');
    const people = [person('salma'), person('omar', { language: 'ar' })];
    await send(['fr', 'ar'], people);
    const correction = {
      rounds: { fr: 1 },
      correction: { round: 1, reason: 'The total of May was wrong.' },
      editions: { fr: corrected, ar: editions.ar },
    };
    const second = await send([], [...people, person('nora', { language: 'ar' })], correction);
    // Arabic was not corrected: who has it is left alone, and who has not gets it.
    expect(await got(second)).toEqual([
      ['salma', 'fr'],
      ['nora', 'ar'],
    ]);
    expect(await leftOut(second)).toEqual([['omar', 'has-number', 'ar']]);
    expect(await bench.progress(second)).toMatchObject({ correction: correction.correction });
    expect(await findPublicEdition(bench.ledger, number, 'fr')).toMatchObject({ hash: corrected.hash });
    const rest = await send([], [...people, person('zoe')], correction);
    expect(await got(rest)).toEqual([['zoe', 'fr']]);
  });

  it('is frozen in both languages at the same moment for nobody twice', async () => {
    const { person, issueNumber } = aNumber();
    const people = Array.from({ length: 400 }, (_, index) =>
      person(`p${index}`, { language: index % 2 === 0 ? 'fr' : 'ar' }),
    );
    // Two processes on PostgreSQL; a SQLite ledger that waits for another of its process would wait for itself.
    const other = kind === 'postgres' ? await openLedger(bench.options, personKey) : bench.ledger;
    const ask = (own: Language, missing: Language) =>
      aRequest({
        issueNumber,
        candidates: people,
        defaultLanguage: own,
        editions: { [own]: editions[own] },
        missing: { [missing]: 'default' },
      });
    const outcomes = await Promise.all([
      freezeCampaign(bench.ledger, await ask('fr', 'ar'), new Date()),
      freezeCampaign(other, await ask('ar', 'fr'), new Date()),
    ]);
    if (other !== bench.ledger) await other.close();
    expect(outcomes.map(({ kind: outcome }) => outcome).sort()).toEqual(['frozen', 'nobody']);
    const rows = await bench.ledger.rows<{ subscriber_id: string }>(
      'SELECT d.subscriber_id FROM delivery d JOIN campaign c ON c.id = d.campaign_id WHERE c.issue_number = ?',
      [issueNumber],
    );
    expect(rows).toHaveLength(people.length);
    expect(new Set(rows.map((row) => row.subscriber_id)).size).toBe(people.length);
  });

  it('is not sent again by hand to somebody who has it by another campaign since', async () => {
    const { person, send, set } = aNumber();
    const refused = ['salma', 'omar', 'zoe'];
    const people = refused.map((name) => person(name));
    const first = await send(['fr'], people);
    for (const name of refused) await set(first, name, 'rejected');
    await send(['fr'], [person('salma'), person('zoe', { address: 'new@once.test', personId: 'p:7' })]);
    const deliveryIds = [...(await bench.deliveries(first)).values()].map(({ id }) => id);
    const decision = { decision: 'send-again', by: somebody, now: new Date() } as const;
    expect(await decideDeliveries(bench.ledger, { campaignId: first, deliveryIds, ...decision })).toEqual({
      changed: 1,
      unchanged: 2,
    });
  });

  it('is counted beforehand as it is frozen afterwards', async () => {
    const { person, send, issueNumber } = aNumber();
    const people = [
      person('salma'),
      person('omar', { language: 'ar' }),
      person('ivy', { language: 'en' }),
      person('zoe'),
    ];
    await send(['fr'], people.slice(0, 1));
    const offer = {
      issueNumber,
      rounds: { fr: 0 },
      defaultLanguage: 'fr',
      missing: { en: 'default' },
    } as const;
    expect(await countAudience(bench.ledger, people, offer)).toMatchObject({
      recipients: 2,
      byLanguage: [
        { language: 'ar', edition: null, readers: 1 },
        { language: 'en', edition: 'fr', readers: 1 },
        { language: 'fr', edition: 'fr', readers: 1 },
      ],
    });
    expect((await bench.progress(await send(['fr'], people, { missing: offer.missing }))).recipients).toBe(2);
  });
});
