import { parseIssue, renderIssue, type Language } from '@nachra/renderer';
import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { anIssue } from '../support/issue';
import { issueOf, render, type Indicator } from './dashboard/a-dashboard';
import { shown } from './typeset';

describe.each<[Language, figures: string[], dates: string[]]>([
  [
    'fr',
    ['2⸱446⸱917', '−12', '4,10⸱%', '−0,50⸱%'],
    [
      'du 2 au 7 mai 2023',
      'du 30 mai au 1er juin 2023',
      'du 31 décembre 2022 au 2 janvier 2023',
      '1er août 2023',
    ],
  ],
  [
    'en',
    ['2,446,917', '−12', '4.10%', '−0.50%'],
    ['2 to 7 May 2023', '30 May to 1 June 2023', '31 December 2022 to 2 January 2023', '1 August 2023'],
  ],
  [
    'ar',
    ['2.446.917', '\u200e−12', '4,10%', '\u200e−0,50%'],
    ['من 2 إلى 7 ماي 2023', 'من 30 ماي إلى 1 يونيو 2023', 'من 31 دجنبر 2022 إلى 2 يناير 2023', '1 غشت 2023'],
  ],
])('in %s', (language, figures, dates) => {
  const issue = parseIssue(
    anIssue({
      masthead: { language },
      sections: [
        {
          type: 'agenda',
          entries: [
            { title: 'a', start: '2023-05-02', end: '2023-05-07' },
            { title: 'b', start: '2023-05-30', end: '2023-06-01' },
            { title: 'c', start: '2022-12-31', end: '2023-01-02' },
            { title: 'd', start: '2023-08-01', end: '2023-08-01' },
          ],
        },
        {
          type: 'dashboard',
          dashboard: {
            title: 'x',
            asOf: '2023-06-30',
            periods: [
              { label: '2022', end: '2022-12-31' },
              { label: '2023', end: '2023-12-31' },
            ],
            groups: [
              {
                title: 'y',
                indicators: [
                  { label: 'count', values: [2446917, -12] },
                  { label: 'share', unit: 'percent', decimals: 2, values: [4.1, -0.5] },
                ],
              },
            ],
          },
        },
      ],
    }),
  );

  it('figures are written as is usual in the language', async () => {
    const { html, text } = await renderIssue(issue);
    const page = load(html);
    const cells = page('th[scope=row] ~ td')
      .toArray()
      .map((cell) => shown(page(cell).text()));
    expect(cells).toEqual(figures);
    for (const figure of figures) expect(shown(text)).toContain(figure);
  });

  it('dates are in words, and repeat no month or year', async () => {
    const { html, text } = await renderIssue(issue);
    for (const date of dates) {
      expect(load(html).text()).toContain(date);
      expect(text.split('\n')).toContain(date);
    }
  });
});

describe('decimals', () => {
  const printed = async (row: Omit<Indicator, 'label'>) => {
    const periods = row.values.map((_, at) => ({ label: `${2020 + at}`, end: `${2020 + at}-12-31` }));
    const edition = await render(issueOf(periods, [{ label: 'x', ...row }]));
    const cells = load(edition.html)('th[scope=row] ~ td').toArray();
    return { cells: cells.map((cell) => shown(load(cell).text())), edition };
  };

  it.each([
    [{ values: [4.4, 4.6], unit: 'percent' }, ['4,4⸱%', '4,6⸱%'], 0],
    [{ values: [0.45, -0.4], unit: 'percent' }, ['0,45⸱%', '−0,40⸱%'], 0],
    [{ values: [0.1 + 0.2, 1] }, ['0,3', '1,0'], 0],
    [{ values: [2446917, 12] }, ['2⸱446⸱917', '12'], 0],
    [{ values: [0.125, -0.985] }, ['0,125', '−0,985'], 0],
    [{ values: [4.4, 4.6], unit: 'percent', decimals: 0 }, ['4⸱%', '5⸱%'], 1],
    [{ values: [-0.4, -0.04], decimals: 0 }, ['0', '0'], 1],
    [{ values: [-0.004, 4.1], decimals: 2 }, ['0,00', '4,10'], 1],
    [{ values: [4, 5], decimals: 2 }, ['4,00', '5,00'], 0],
  ] as const)('follow the values of %j, unless they are fixed', async (row, wanted, found) => {
    const { cells, edition } = await printed({ ...row, values: [...row.values] });
    expect(cells).toEqual(wanted);
    expect(edition.findings.filter(({ rule }) => rule === 'digits-hidden')).toHaveLength(found);
  });

  it('are none of a missing figure, whose dash is explained', async () => {
    const { cells, edition } = await printed({ values: [null, 1.5] });
    expect(cells).toEqual(['–', '1,5']);
    expect(edition.html).toContain('– : donnée non disponible.');
    expect((await printed({ values: [1, 1.5] })).edition.html).not.toContain('donnée non disponible');
  });
});
