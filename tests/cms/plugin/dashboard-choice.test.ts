import { beforeAll, expect, it } from 'vitest';
import type { DashboardChoice, Page } from '../../../cms/plugin/shared/desk';
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
});
