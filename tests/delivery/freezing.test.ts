import {
  countAudience,
  freezeCampaign,
  listCampaigns,
  openLedger,
  suppress,
  type Candidate,
} from '@nachra/delivery';
import { totalOf } from '../../delivery/src/campaigns/states';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  aRequest,
  candidates,
  describeOnBoth,
  type LedgerBench,
  openBench,
  personKey,
} from '../support/campaign';

/** Candidates as careless as life: doubles in other letters, no addresses, unconfirmed, one person twice. */
const someCandidates = fc.array(
  fc.record({
    subscriberId: fc.integer({ min: 1, max: 30 }).map((n) => `s${n}`),
    address: fc.oneof(
      fc.integer({ min: 1, max: 20 }).map((n) => `R${n}@readers.test`),
      fc.integer({ min: 1, max: 20 }).map((n) => ` r${n}@READERS.test `),
      fc.string(),
      fc.constantFrom(
        'a b@x.test',
        '',
        '@',
        'x@localhost',
        'é@x.test',
        'e\u0301@x.test',
        'a\u202eb@x.test',
        'ok@exémple.fr',
        'x@y.test\r\nBcc: z@z.test',
      ),
    ),
    language: fc.constantFrom('fr', 'ar', 'en'),
    confirmed: fc.boolean(),
  }) satisfies fc.Arbitrary<Candidate>,
  { maxLength: 60 },
);

describeOnBoth('freezing a campaign', (kind) => {
  let bench: LedgerBench;
  beforeAll(async () => {
    bench = await openBench(kind);
  });
  afterAll(() => bench.close());

  it('records everybody, mails no address or person twice, and lets no line break into an envelope', async () => {
    const unsubscribed = { reason: 'unsubscribed', source: 'test', now: new Date() } as const;
    await suppress(bench.ledger, { address: 'r7@readers.test', ...unsubscribed });
    await fc.assert(
      fc.asyncProperty(someCandidates, async (people) => {
        const request = await aRequest({ candidates: people });
        const { recipients } = await countAudience(bench.ledger, people, {
          issueNumber: request.issueNumber,
          rounds: { fr: 0 },
          defaultLanguage: 'fr',
        });
        const frozen = await freezeCampaign(bench.ledger, request, new Date());
        if (recipients === 0 || frozen.kind === 'nobody')
          return void expect([frozen, recipients]).toEqual([
            { kind: 'nobody', candidates: people.length },
            0,
          ]);
        const progress = await bench.progress(frozen.campaignId);
        expect(progress.recipients).toBe(recipients);
        expect(progress.recipients + progress.exclusions).toBe(people.length);
        expect(totalOf(progress.counts)).toBe(progress.recipients);
        const reasons = progress.exclusionsByReason.reduce((sum, { count }) => sum + count, 0);
        expect(reasons).toBe(progress.exclusions);
        const chosen = [...(await bench.deliveries(frozen.campaignId)).values()];
        const addresses = chosen.map(({ address }) => address.toLowerCase());
        expect(addresses).not.toContain('r7@readers.test');
        for (const one of [addresses, chosen.map(({ subscriberId }) => subscriberId)])
          expect(new Set(one).size).toBe(progress.recipients);
        for (const address of addresses)
          expect(address).toMatch(/^[\x21-\x7e\p{L}\p{M}\p{N}]+@[a-z0-9.-]+$/u);
      }),
      { numRuns: 40 },
    );
  });

  it('gives the reason for each exclusion, in the order in which one would fix them', async () => {
    await suppress(bench.ledger, {
      address: 'gone@x.test',
      reason: 'bounced',
      source: 'test',
      now: new Date(),
    });
    const people: Candidate[] = [
      { subscriberId: '1', address: 'nobody', language: 'fr', confirmed: false },
      { subscriberId: '2', address: 'gone@x.test', language: 'fr', confirmed: false },
      { subscriberId: '3', address: 'new@x.test', language: 'fr', confirmed: false },
      { subscriberId: '4', address: 'yes@x.test', language: 'fr', confirmed: true },
      { subscriberId: '5', address: 'YES@x.test', language: 'fr', confirmed: true },
    ];
    const { recipients, exclusions } = await countAudience(bench.ledger, people);
    expect(recipients).toBe(1);
    expect(exclusions.map(({ reason, examples }) => [reason, examples])).toEqual([
      ['invalid-address', ['nobody']],
      ['bounced', ['gone@x.test']],
      ['unconfirmed', ['new@x.test']],
      ['duplicate-address', ['YES@x.test']],
    ]);
  });

  it('makes one campaign for one key, however often it is called', async () => {
    const request = await aRequest({ key: 'once', candidates: candidates(5) });
    const answers = await Promise.all([1, 2, 3].map(() => freezeCampaign(bench.ledger, request, new Date())));
    const frozen = answers.flatMap((answer) => (answer.kind === 'frozen' ? answer : []));
    expect(frozen).toHaveLength(3);
    expect(new Set(frozen.map(({ campaignId }) => campaignId)).size).toBe(1);
    expect(frozen.filter(({ created }) => created)).toHaveLength(1);
    expect((await bench.progress(frozen[0]?.campaignId ?? '')).counts.queued).toBe(5);
  });

  it('finds nobody to send to, keeps nothing of it, and leaves the key free', async () => {
    const rows = async () => {
      const tables = ['campaign', 'edition', 'asset', 'delivery', 'exclusion', 'event'];
      const found = tables.map((table) =>
        bench.ledger.rows<{ count: number }>(`SELECT COUNT(*) AS count FROM ${table}`),
      );
      return (await Promise.all(found)).map(([row]) => Number(row?.count));
    };
    const before = await rows();
    const request = await aRequest({
      candidates: candidates(3).map((one) => ({ ...one, confirmed: false })),
    });
    const freeze = (changes = {}) => freezeCampaign(bench.ledger, { ...request, ...changes }, new Date());
    expect(await freeze()).toEqual({ kind: 'nobody', candidates: 3 });
    expect(await freeze({ candidates: [] })).toEqual({ kind: 'nobody', candidates: 0 });
    expect(await rows()).toEqual(before);
    expect(await freeze({ candidates: candidates(1, 'key.test') })).toMatchObject({ created: true });
  });

  it('leaves out whoever is suppressed at that moment', async () => {
    await suppress(bench.ledger, {
      address: 'R2@Gone.TEST',
      reason: 'complained',
      source: 'test',
      now: new Date(),
    });
    const id = await bench.freeze({ candidates: candidates(3, 'gone.test') });
    expect(await bench.progress(id)).toMatchObject({
      recipients: 2,
      exclusionsByReason: [{ reason: 'complained', count: 1 }],
    });
  });

  it('keeps nothing of a campaign that cannot be frozen', async () => {
    const before = (await listCampaigns(bench.ledger, {})).length;
    await expect(bench.freeze({ editions: {} })).rejects.toMatchObject({
      code: 'EDITION_MISSING',
      data: { campaignId: null },
    });
    const half = { fromName: '', fromAddress: 'nobody', feedbackSenderId: 'x' } as never;
    const refusal: unknown = await bench.freeze({ sender: half }).catch((error: unknown) => error);
    expect(refusal).toMatchObject({
      code: 'SENDER_INVALID',
      message: expect.stringContaining('fromName') as string,
    });
    expect(refusal).toMatchObject({
      data: {
        problems: [
          { field: 'fromName', expected: 'text' },
          { field: 'fromAddress', expected: 'address' },
          { field: 'listName', expected: 'text' },
          { field: 'listId', expected: 'list-id' },
          { field: 'bounceAddress', expected: 'address' },
          { field: 'unsubscribeAddress', expected: 'address' },
          { field: 'publicUrl', expected: 'url' },
          { field: 'feedbackSenderId', expected: 'feedback-id' },
        ],
      },
    });
    function* broken(): Generator<Candidate> {
      yield* candidates(3);
      throw new Error('the list ends in the middle');
    }
    await expect(bench.freeze({ candidates: broken() })).rejects.toThrow('the list ends in the middle');
    expect(await listCampaigns(bench.ledger, {})).toHaveLength(before);
  });

  it('reads people one by one, once, from a source that yields them on request', async () => {
    let read = 0;
    async function* source(): AsyncGenerator<Candidate> {
      for (const candidate of candidates(5_000, 'stream.test')) {
        read += 1;
        yield candidate;
      }
      yield { subscriberId: 'none', address: 'nobody', language: 'ar', confirmed: true };
    }
    expect(await countAudience(bench.ledger, source())).toEqual({
      candidates: 5_001,
      recipients: 5_000,
      byLanguage: [{ language: 'fr', edition: 'fr', readers: 5_000 }],
      exclusions: [{ reason: 'invalid-address', count: 1, examples: ['nobody'] }],
    });
    expect(read).toBe(5_000);
    read = 0;
    const frozen = await bench.progress(await bench.freeze({ candidates: source() }));
    expect(frozen).toMatchObject({ recipients: 5_000, exclusions: 1 });
    expect(read).toBe(5_000);
  });

  it('lets a reader unsubscribe by a connection of her own while a slow source is read, and leaves her out', async () => {
    async function* slowly(): AsyncGenerator<Candidate> {
      for (const candidate of candidates(3, 'slow.test')) {
        const other = await openLedger(bench.options, personKey);
        const gone = { address: 'r1@slow.test', reason: 'unsubscribed', source: 'page' } as const;
        if (candidate.subscriberId === 's2') await suppress(other, { ...gone, now: new Date() });
        await other.close();
        yield candidate;
      }
    }
    const id = await bench.freeze({ candidates: slowly() });
    expect([...(await bench.deliveries(id)).keys()].sort()).toEqual(['r2@slow.test', 'r3@slow.test']);
  });
});
