import { beforeAll, expect, it } from 'vitest';
import type { DashboardChoice, Page, Tile } from '../../../cms/plugin/shared/desk';
import type { Newsroom, Refused } from './newsroom';
import { onEachDatabase } from './on-each-database';

const figures = {
  periods: [{ label: '2023', end: '2023-06-30' }],
  groups: [{ title: 'Activité', indicators: [{ label: 'Clients', values: [512] }] }],
};

onEachDatabase('choosing a dashboard', {}, (opened) => {
  let room: Newsroom;
  let ids: string[];
  beforeAll(async () => {
    room = opened();
    ids = [];
    for (const [title, asOf] of [
      ['Chiffres clés', '2022-06-30'],
      ['Chiffres clés', '2023-06-30'],
      ['Réseau et agences', '2023-07-31'],
    ])
      ids.push(await room.create('plugin::newsletter.dashboard', { title, asOf, figures }));
    for (const language of ['fr', 'en'])
      await room.issue({
        ...{ number: 4_242, language },
        sections: [
          { __component: 'newsletter-section.dashboard', heading: 'En chiffres', dashboard: ids[1] },
          { __component: 'newsletter-section.dashboard', heading: 'Encore', dashboard: ids[1] },
        ],
      });
  });
  const listed = async (query = '') =>
    (await room.desk<Page<DashboardChoice> & Refused>('GET', `/dashboards${query}`)).body;

  it('tells those of one title apart by their day and the issues that contain them, the newest figures first', async () => {
    const { rows, total } = await listed();
    expect(total).toBe(3);
    expect(rows.map(({ documentId, asOf }) => [documentId, asOf])).toEqual([
      [ids[2], '2023-07-31'],
      [ids[1], '2023-06-30'],
      [ids[0], '2022-06-30'],
    ]);
    const [network, used] = rows;
    expect(network?.usedIn).toEqual([]);
    expect(used?.usedIn.sort((one, two) => one.language.localeCompare(two.language))).toEqual([
      { number: 4_242, language: 'en' },
      { number: 4_242, language: 'fr' },
    ]);
  });

  it('asks for those of a period, by words of the title, and page by page', async () => {
    const found = async (query: string) => (await listed(query)).rows.map(({ documentId }) => documentId);
    expect(await found('?from=2023-06-01&to=2023-06-30')).toEqual([ids[1]]);
    expect(await found('?search=agences%20r%C3%A9seau')).toEqual([ids[2]]);
    expect(await found('?page=2&pageSize=2')).toEqual([ids[0]]);
    expect((await listed('?from=hier')).error.details.code).toBe('INPUT_INVALID');
  });

  it('tells them apart in the content manager’s form too, with the day and the numbers behind the title', async () => {
    const offered = await room.cms.call<{ results: { documentId: string; title: string }[] }>(
      'GET',
      '/content-manager/relations/newsletter-section.dashboard/dashboard?pageSize=10&page=1',
      { token: await room.cms.token('nachra-editor') },
    );
    const titles = new Map(offered.body.results.map(({ documentId, title }) => [documentId, title]));
    expect(ids.map((id) => titles.get(id))).toEqual([
      '\u2068Chiffres clés\u2069 · 30/06/2022',
      '\u2068Chiffres clés\u2069 · 30/06/2023 · N° 4242',
      '\u2068Réseau et agences\u2069 · 31/07/2023',
    ]);
  });

  it('shows its tiles while it is typed, as the mail of each language says them', async () => {
    const typed = {
      language: 'fr',
      periods: [
        { label: '2022', end: '2022-12-31' },
        { label: '2023', end: '2023-12-31' },
      ],
      groups: [
        {
          title: 'Activité',
          indicators: [
            {
              ...{ label: 'Clients', labels: { ar: 'الزبناء' }, measure: 'stock' },
              ...{ values: [500, 512], highlight: true, sure: [512] },
            },
            { label: 'Agences', values: [10, 11] },
          ],
        },
      ],
    };
    const shown = async (language: string, of: object) => {
      const dashboard = { title: 'Situation', asOf: '2023-12-31', figures: of };
      const { body } = await room.desk<{ tiles: Tile[][] | null } & Refused>('POST', '/dashboards/tiles', {
        ...{ language, dashboard },
      });
      return body.tiles;
    };
    const change = { arrow: '▲', figure: expect.stringMatching(/^\+2,4\s%$/u) as string };
    expect(await shown('fr', typed)).toMatchObject([
      [
        {
          ...{ label: 'Clients', value: '512', unit: null, note: null },
          change: { ...change, words: expect.stringMatching(/^en hausse par rapport au 31\s/u) as string },
        },
      ],
    ]);
    expect(await shown('ar', typed)).toMatchObject([
      [{ label: 'الزبناء', change: { words: expect.stringContaining('ارتفاع مقارنة مع') as string } }],
    ]);
    expect(await shown('fr', { ...typed, periods: [{ label: '2022', end: 'hier' }] })).toBeNull();
  });
});
