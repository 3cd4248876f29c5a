import { suppress } from '@nachra/delivery';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  AudiencePreview,
  ListSummary,
  Page,
  SegmentSummary,
  SuppressionRow,
} from '../../../cms/plugin/shared/desk';
import { loadPlugin } from '../../support/cms';
import { openNewsroom, type Newsroom, type Refused } from './newsroom';

type AudienceModule = typeof import('../../../cms/plugin/server/src/campaigns/audience/audience');
type AudienceStoreModule = typeof import('../../../cms/plugin/server/src/content/documents/audience-store');

describe('the audience of an issue', () => {
  let room: Newsroom;
  let issue: string;
  let staff: string;
  let partners: string;

  beforeAll(async () => {
    room = await openNewsroom();
    issue = await room.issue();
    staff = await room.list('Personnel', [
      'amal@example.test',
      { address: 'khadija@example.test', language: 'ar' },
      { address: 'unconfirmed@example.test', confirmed: false },
    ]);
    partners = await room.list('Partenaires', ['driss@example.test', 'gone@example.test']);
    // On both lists: one candidate.
    await room.create('plugin::newsletter.subscriber', {
      address: 'both@example.test',
      language: 'fr',
      lists: [staff, partners],
    });
    await room.desk('POST', '/suppressions', { address: 'gone@example.test' });
  });
  afterAll(() => room.close());

  const preview = (listIds: string[], segmentIds: string[] = []) =>
    room.desk<AudiencePreview & Refused>('POST', `/issues/${issue}/audience`, { listIds, segmentIds });

  it('counts each list', async () => {
    const { body } = await room.desk<ListSummary[]>('GET', '/lists');
    expect(body.map(({ name, subscribers }) => [name, subscribers])).toEqual([
      ['Partenaires', 3],
      ['Personnel', 4],
    ]);
  });

  it('counts somebody on two lists once, and says who is left out and why', async () => {
    const { body } = await preview([staff, partners]);
    expect(body).toMatchObject({ candidates: 6, recipients: 3 });
    expect(body.exclusions).toEqual(
      expect.arrayContaining([
        { reason: 'unconfirmed', count: 1, examples: ['unconfirmed@example.test'] },
        { reason: 'suppressed-by-hand', count: 1, examples: ['gone@example.test'] },
      ]),
    );
    const excluded = body.exclusions.reduce((sum, { count }) => sum + count, 0);
    expect(body.recipients + excluded).toBe(body.candidates);
  });

  it('reads every subscriber once, however the pages fall', async () => {
    const { openAudienceStore } = loadPlugin<AudienceStoreModule>('content/documents/audience-store');
    for (const pageSize of [1, 2, 3, 100]) {
      const read: string[] = [];
      for await (const { address } of openAudienceStore(room.cms.strapi, 'fr', pageSize).subscribers([
        staff,
        partners,
      ])) {
        read.push(address);
      }
      expect(read, `pages of ${pageSize}`).toHaveLength(6);
      expect(new Set(read).size).toBe(6);
    }
  });

  it('yields people as they are asked for, and anew each time', async () => {
    const { candidatesOf } = loadPlugin<AudienceModule>('campaigns/audience/audience');
    let read = 0;
    const reader = { id: 1, documentId: 'a', address: 'a@example.test', language: 'fr', confirmed: true };
    const store = {
      lists: async () => [{ documentId: 'staff', name: 'Personnel', subscribers: 1_000 }],
      segments: async () => [],
      async *subscribers() {
        for (let id = 0; id < 1_000; id += 1) {
          read += 1;
          yield { ...reader, id, lists: ['staff'] };
        }
      },
    } as unknown as Parameters<typeof candidatesOf>[0];
    const candidates = await candidatesOf(store, { listIds: ['staff'], segmentIds: [] });
    for (let times = 1; times <= 2; times += 1) {
      for await (const { subscriberId } of candidates) if (subscriberId) break;
      expect(read).toBe(times);
    }
  });

  it('counts readers by their language, with the edition that they would get', async () => {
    const { body } = await preview([staff]);
    // There is no Arabic edition of this number: Khadija waits, unless somebody decides that she gets the French one.
    expect(body).toMatchObject({ recipients: 2, defaultLanguage: 'fr' });
    expect(body.byLanguage).toEqual([
      { language: 'fr', readers: 2, edition: 'fr' },
      { language: 'ar', readers: 1, edition: null },
    ]);
    const decided = await room.desk<AudiencePreview>('POST', `/issues/${issue}/audience`, {
      listIds: [staff],
      missing: { ar: 'default' },
    });
    expect(decided.body.recipients).toBe(3);
    expect(decided.body.byLanguage).toContainEqual({ language: 'ar', readers: 1, edition: 'fr' });
    // The default language is the institution's, as the form says, and not the installation's.
    const { documentId = '' } =
      (await room.cms.strapi.documents('plugin::newsletter.brand').findFirst()) ?? {};
    await room.update('plugin::newsletter.brand', documentId, { defaultLanguage: 'ar' });
    expect((await preview([staff])).body).toMatchObject({ defaultLanguage: null });
    await room.update('plugin::newsletter.brand', documentId, { defaultLanguage: 'fr' });
  });

  it('takes a saved segment, alone or with lists', async () => {
    const segment = await room.create('plugin::newsletter.segment', {
      name: 'Francophones hors personnel',
      rule: {
        all: [
          { field: 'language', in: ['fr'] },
          { field: 'list', notIn: [staff] },
        ],
      },
    });
    const { body: segments } = await room.desk<SegmentSummary[]>('GET', '/segments');
    expect(segments).toMatchObject([
      { documentId: segment, name: 'Francophones hors personnel', subscribers: 2 },
    ]);
    expect((await preview([], [segment])).body.candidates).toBe(2);
    expect((await preview([staff], [segment])).body.candidates).toBe(6);
  });

  it('refuses an empty choice and a list that is gone, in words', async () => {
    const none = await preview([]);
    expect([none.status, none.body.error.message]).toEqual([
      400,
      'Choisissez au moins une liste ou un segment.',
    ]);
    expect((await preview(['nolongerhere'])).body.error.details.code).toBe('LIST_UNKNOWN');
  });

  it('puts a save of a list on record, and reads none of its readers for that', async () => {
    const list = await room.list(
      'Longue',
      Array.from({ length: 120 }, (_, index) => `r${index}@long.test`),
    );
    const another = await room.list('Autre', ['joins@long.test']);
    const [joins] = (await room.cms.strapi.db
      .query('plugin::newsletter.subscriber')
      .findMany({ where: { lists: { documentId: another } } })) as { id: number; documentId: string }[];
    const { connection } = room.cms.strapi.db;
    let readings = 0;
    const answered = (rows: unknown, { sql }: { sql: string }) => {
      // Strapi reads whole rows of them by itself, for its webhooks and its answer.
      if (Array.isArray(rows) && rows.length > 100 && !sql.includes('`t0`.*')) readings += 1;
    };
    const entries = async (document: string) =>
      (await room.cms.strapi.db.query('plugin::newsletter.journal-entry').findMany({
        where: { document, name: 'content.saved' },
        orderBy: { id: 'asc' },
      })) as { data: { fields: string[] } }[];
    const save = async (data: object) => {
      connection.on('query-response', answered);
      const { status } = await room.save('plugin::newsletter.list', list, data, await room.cms.token());
      connection.off('query-response', answered);
      expect(status).toBe(200);
      return (await entries(list)).map(({ data: { fields } }) => fields);
    };
    const named = await save({ name: 'Longue liste', subscribers: { connect: [], disconnect: [] } });
    expect(named).toEqual([['name']]);
    expect(await save({ name: 'Longue liste', subscribers: { connect: [], disconnect: [] } })).toEqual(named);
    expect(await save({ subscribers: { connect: [joins], disconnect: [] } })).toEqual([
      ...named,
      ['subscribers'],
    ]);
    expect(readings).toBe(0);
  });

  it('suppresses by hand, finds and lifts', async () => {
    const { body: row } = await room.desk<SuppressionRow>('POST', '/suppressions', {
      address: ' Zineb@Example.test ',
    });
    expect(row).toMatchObject({ address: 'zineb@example.test', reason: 'suppressed-by-hand' });
    expect(row).toMatchObject({ source: 'desk', madeBy: 'strapi-super-admin Test' });
    const find = async () =>
      (await room.desk<Page<SuppressionRow>>('GET', '/suppressions?search=ZINEB&page=1&pageSize=10')).body;
    expect(await find()).toMatchObject({ total: 1, page: 1, pageSize: 10 });
    expect((await room.desk('POST', `/suppressions/${row.id}/lift`)).body).toEqual({ lifted: true });
    expect((await find()).total).toBe(0);
    expect((await room.desk('POST', `/suppressions/${row.id}/lift`)).status).toBe(404);
  });

  it('says in the language of the desk why an address came to be suppressed by itself', async () => {
    const ledger = await room.openLedger();
    await suppress(ledger, {
      address: 'full@example.test',
      reason: 'bounced',
      source: 'mailbox',
      why: {
        code: 'repeated-bounces',
        kind: 'bounce',
        issues: [1, 2, 4],
        among: 5,
        withinDays: 365,
        rule: 'mailbox-full',
        status: '4.2.2',
        sentence: '452 4.2.2 Mailbox full',
      },
      now: new Date(),
    });
    await ledger.close();
    const { body } = await room.desk<Page<SuppressionRow>>('GET', '/suppressions?search=full@example.test');
    expect(body.rows.map(({ why }) => why)).toEqual([
      '3 des 5 derniers numéros sont revenus (n° 1, n° 2, n° 4) : 452 4.2.2 Mailbox full',
    ]);
  });

  it('refuses to suppress what is no address', async () => {
    const { status, body } = await room.desk<Refused>('POST', '/suppressions', {
      address: 'zineb at example',
    });
    expect([status, body.error.details.code]).toEqual([400, 'ADDRESS_INVALID']);
  });
});
