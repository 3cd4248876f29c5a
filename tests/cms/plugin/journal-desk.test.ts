import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JournalPerson, JournalRow, Page } from '../../../cms/plugin/shared/desk';
import { uids } from '../../../cms/plugin/shared/uids';
import { journalNames } from '../../../cms/plugin/shared/journal-lists';
import { loadPlugin } from '../../support/cms';
import { openNewsroom, type Newsroom } from './newsroom';

const { wordsOf } =
  loadPlugin<typeof import('../../../cms/plugin/server/src/common/words/words-of')>('common/words/words-of');

interface Entry {
  name: string;
  byName: string;
  data: Record<string, unknown>;
}

describe('the journal at the desk', () => {
  let room: Newsroom;
  let token: string;

  beforeAll(async () => {
    room = await openNewsroom();
    token = await room.cms.token('nachra-publisher');
    const { openJournal } =
      loadPlugin<typeof import('../../../cms/plugin/server/src/common/journal')>('common/journal');
    const at = (day: number) => new Date(Date.UTC(2026, 10, day, 9));
    const rim = { id: '901', name: '=Rim & Co' };
    const entries = [
      { day: 1, name: 'ledger.restored', by: { id: 'terminal', name: 'root' } },
      { day: 2, name: 'issue.submitted', by: rim, number: 242, language: 'fr' },
      { day: 3, name: 'issue.approved', by: { id: '902', name: 'Nadia' }, number: 242, language: 'ar' },
      { day: 4, name: 'issue.submitted', by: rim, number: 243, language: 'fr' },
      { day: 5, name: 'export.made', by: rim, number: 243, data: { what: 'deliveries' } },
    ] as const;
    for (const { day, ...entry } of entries) await openJournal(room.cms.strapi, () => at(day)).record(entry);
  });
  afterAll(() => room.close());

  const read = async (query: string): Promise<JournalRow[]> => {
    const { status, body } = await room.cms.call<Page<JournalRow>>('GET', `/newsletter/journal?${query}`, {
      token,
    });
    expect(status).toBe(200);
    return body.rows;
  };

  it('shows entries in sentences, newest first, a page at a time', async () => {
    const [first, second] = await read('pageSize=2&page=1&to=2026-11-30T00:00:00Z');
    expect(first).toMatchObject({ kind: 'export', by: { id: '901' }, number: 243 });
    expect(first?.sentence).toBe('A enregistré les envois du n° 243 dans un fichier, avec les adresses.');
    expect(second?.sentence).toBe('A soumis le n° 243 (français) à la relecture.');
  });

  it('finds by person, issue, kind and time, each and all', async () => {
    const found = async (query: string) => (await read(query)).map(({ name, number }) => [name, number]);
    expect(await found('by=902')).toEqual([['issue.approved', 242]]);
    expect(await found('number=242')).toEqual([
      ['issue.approved', 242],
      ['issue.submitted', 242],
    ]);
    expect(await found('kind=issue&by=901')).toEqual([
      ['issue.submitted', 243],
      ['issue.submitted', 242],
    ]);
    const day = 'from=2026-11-03T00:00:00Z&to=2026-11-04T09:00:00.000Z';
    expect(await found(day)).toEqual([['issue.approved', 242]]);
    expect(await found('kind=issue&by=901&number=9')).toEqual([]);
  });

  it('names the account of a command as what it is, on the page, among the people and in the file', async () => {
    const by = { id: 'terminal', name: 'compte système root' };
    expect(await read('kind=ledger&by=terminal')).toMatchObject([{ by }]);
    const people = await room.cms.call<JournalPerson[]>('GET', '/newsletter/journal/people', { token });
    expect(people.body).toContainEqual(by);
    const file = await room.cms.call<string>('GET', '/newsletter/journal.csv?kind=ledger', { token });
    expect(file.body).toContain(`Z;${by.name};terminal;Registre;`);
  });

  it('names everybody who stands in it', async () => {
    const { body } = await room.cms.call<JournalPerson[]>('GET', '/newsletter/journal/people', { token });
    expect(body).toEqual(expect.arrayContaining([{ id: '902', name: 'Nadia' }]));
  });

  it('is taken away as a file that runs nothing in a spreadsheet, which is an entry of its own', async () => {
    const { status, body, headers } = await room.cms.call<string>(
      'GET',
      '/newsletter/journal.csv?number=242',
      { token },
    );
    expect(status).toBe(200);
    expect(headers.get('content-disposition')).toMatch(/journal-\d{4}-\d\d-\d\d\.csv/);
    const lines = body.replace('\uFEFF', '').trim().split('\r\n');
    expect(lines[0]).toBe('Heure (UTC);Qui;Compte;Nature;Numéro;Langue;Quoi;Code;Envoi');
    expect(lines[2]).toBe(
      "2026-11-02T09:00:00.000Z;'=Rim & Co;901;Approbation;242;fr;A soumis le n° 242 (français) à la relecture.;issue.submitted;",
    );
    const [own] = await read('kind=export');
    expect(own).toMatchObject({
      by: { name: 'nachra-publisher Test' },
      data: { what: 'journal', number: 242 },
    });
  });

  it('is closed to those who do not steer', async () => {
    const editor = await room.cms.token('nachra-editor');
    for (const path of ['/journal', '/journal/people', '/journal.csv']) {
      expect((await room.cms.call('GET', `/newsletter${path}`, { token: editor })).status).toBe(403);
    }
  });

  it.each(['fr', 'en'] as const)(
    'has a whole sentence for every name, in %s, even without data',
    (language) => {
      for (const name of journalNames) {
        const sentence = wordsOf(language).journal.sentences[name]({ number: 242, language: 'ar', data: {} });
        expect(sentence, name).toMatch(/^\p{Lu}.*\.$/u);
        expect(sentence, name).not.toMatch(/undefined|null|NaN/);
      }
    },
  );

  it('says who made, changed and removed access tokens, and what they may do, and no key', async () => {
    const owner = await room.cms.token();
    const call = <T>(method: string, route: string, body?: unknown) =>
      room.cms.call<{ data: T }>(method, `/admin${route}`, { token: owner, body });
    const custom = (permissions: string[]) => ({
      ...{ name: 'Le site', description: '', type: 'custom', lifespan: null, permissions },
    });
    const [uploads, finds] = ['plugin::upload.content-api.upload', 'plugin::upload.content-api.find'];
    const made = await call<{ id: number; accessKey: string }>('POST', '/api-tokens', custom([uploads]));
    expect(made.status).toBe(201);
    const { id, accessKey } = made.body.data;
    expect(
      (await call('PUT', `/api-tokens/${id}`, { name: 'Le site', type: 'custom', permissions: [finds] }))
        .status,
    ).toBe(200);
    const renewed = await call<{ accessKey: string }>('POST', `/api-tokens/${id}/regenerate`);
    // Using it is no change of it.
    await room.cms.call('GET', '/api/upload/files', { token: renewed.body.data.accessKey });
    expect((await call('DELETE', `/api-tokens/${id}`)).status).toBe(200);
    const rows = (await room.cms.strapi.db
      .query(uids.journalEntry)
      .findMany({ where: { name: { $startsWith: 'token.' } }, orderBy: { id: 'asc' } })) as Entry[];
    expect(rows.map(({ name, byName, data }) => [name, byName, data['who']])).toEqual(
      ['token.created', 'token.permissions', 'token.permissions', 'token.changed', 'token.deleted'].map(
        (name) => [name, 'strapi-super-admin Test', 'Le site'],
      ),
    );
    expect(rows.map(({ data }) => [data['given'], data['taken']])).toContainEqual([[uploads], []]);
    expect(rows.map(({ data }) => [data['given'], data['taken']])).toContainEqual([[finds], [uploads]]);
    expect(JSON.stringify(rows)).not.toContain(accessKey);
  });
});
