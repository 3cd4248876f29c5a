import {
  checkEdition,
  languages,
  parseIssue,
  renderIssue,
  type Block,
  type Language,
} from '@nachra/renderer';
import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { aTable, issueOfTables, writtenTables } from '../support/tables';

const render = (language: Language, ...blocks: Block[]) =>
  renderIssue(parseIssue(issueOfTables(language, blocks)));

/** The article's text, after the dash that its body begins with. */
async function textOf(language: Language, ...blocks: Block[]): Promise<string> {
  const { text } = await render(language, ...blocks);
  const [, after = ''] = text.split('\n—\n\n');
  return after.split(/\n\n-{72}/)[0] ?? '';
}

describe('a table of text in the text part', () => {
  it('stands in columns, figures to the end', async () => {
    expect(await textOf('fr', ...only('fr', 'short'))).toBe(`Ville       Agences    Clients
------------------------------
Rabat            12     24 110
Casablanca       31  1 108 412
Fès                          –`);
  });

  it('is aligned by what characters take: accents nothing, Chinese ones and pictures two columns', async () => {
    const rows = [
      ['Ville', 'Pays'],
      ['Fe\u0301s', 'Maroc'],
      ['北京', 'Chine'],
      ['🌴 Rabat', 'Maroc'],
      ['مكناس', 'Maroc'],
    ];
    expect(await textOf('en', aTable(rows))).toBe(`Ville     Pays
---------------
Fe\u0301s       Maroc
北京      Chine
🌴 Rabat  Maroc
\u200e\u2067مكناس\u2069     \u200eMaroc`);
  });

  it('is a block of lines for each row where it is wider than a line', async () => {
    expect(await textOf('fr', ...only('fr', 'sentences'))).toBe(`Mesure : Forsa Plus
Pour qui : Les clientes dont le premier prêt est remboursé
Ce qui change : Le plafond passe à 50 000 DH, sans caution ; la demande
  se fait avec le formulaire joint.
Depuis : 1er juin 2023

Mesure : Assurance
Pour qui : Toutes les agences
Ce qui change : formulaire-a-12
  (https://a.example/formulaires/a-12?langue=fr)`);
    const long = 'mot '.repeat(12).trim();
    expect(
      await textOf(
        'fr',
        aTable(
          [
            [long, long],
            ['', long],
          ],
          false,
        ),
      ),
    ).toBe(`${long}\n  ${long}\n\n${long}`);
  });

  it('begins each cell anew in Arabic, so that Latin ones keep their column', async () => {
    const rows = [
      ['المنتوج', 'السنة'],
      ['Forsa Plus', 'Morabaha'],
      ['Rahma', '2023'],
    ];
    const [head, rule, latin, mixed] = (await textOf('ar', aTable(rows))).split('\n');
    expect(head).toBe('\u200fالمنتوج     \u200fالسنة');
    expect(rule).toBe(`\u200f${'-'.repeat(20)}`);
    expect(latin).toBe('\u200fForsa Plus  \u200fMorabaha');
    expect(mixed).toBe('\u200fRahma       \u200f2023');
  });
});

describe('a table of text in the mail', () => {
  it('names its columns for screen readers, and none where there is nothing to name', async () => {
    const { html } = await render(
      'fr',
      aTable([
        ['Ville', ''],
        ['Rabat', 'siège'],
      ]),
      aTable([['un', 'deux']], false),
    );
    const page = load(html);
    const [named, bare] = page('table')
      .filter(
        (_, table) =>
          /Rabat|deux/.test(page(table).children('tbody').text()) && page(table).find('table').length === 0,
      )
      .toArray();
    expect(page(named).attr('role')).toBeUndefined();
    expect(
      page(named)
        .find('thead > tr')
        .children()
        .toArray()
        .map((cell) => [cell.name, page(cell).attr('scope')]),
    ).toEqual([
      ['th', 'col'],
      ['td', undefined],
    ]);
    expect(page(bare).attr('role')).toBe('presentation');
    expect(page(bare).find('th')).toHaveLength(0);
  });

  it.each<[what: string, cells: string[], side: string | undefined]>([
    ['figures with spaces', ['1 108 412', '24\u202f110'], 'right'],
    ['shares, signs and sums', ['−5,2 %', '+4.5%', '1.250,50', '3 DH', '5 €'], 'right'],
    ['figures and gaps', ['12', '', '–'], 'right'],
    ['figures of Arabic', ['١٢٫٥', '٣'], 'right'],
    ['gaps alone', ['–', ''], undefined],
    ['a figure and a word', ['12', 'douze'], undefined],
    ['telephone numbers', ['05 37 12 34 56'], undefined],
    ['dates', ['30/06/2023'], undefined],
  ])('sets %s to the side of figures: %j, %s', async (_, cells, side) => {
    const { html } = await render('fr', aTable([['a', 'b'], ...cells.map((cell) => ['x', cell])]));
    const page = load(html);
    const heading = page('th').filter((__, cell) => page(cell).text() === 'b');
    expect(heading.attr('align')).toBe(side);
    const sides = page('tr.panel td:nth-child(2)')
      .toArray()
      .map((cell) => page(cell).attr('align'));
    expect(new Set(sides)).toEqual(new Set([side]));
  });

  it('keeps bold and links in its cells, and the address in the text', async () => {
    const table = aTable([
      ['Quoi', 'Où'],
      ['*Statuts*, à lire', { link: 'ici même', url: 'https://a.example/s' }],
    ]);
    const { html, text } = await render('fr', table);
    const page = load(html);
    expect(page('tbody tr.panel td strong').text()).toBe('Statuts');
    expect(page('td a[href="https://a.example/s"]').text()).toBe('ici même');
    expect(text).toContain('ici même (https://a.example/s)');
  });

  it('has its styles only where it is needed', async () => {
    const sizes = await Promise.all(
      [...only('fr', 'sentences'), ...only('fr', 'short')].map((one) => render('fr', one)),
    );
    expect(sizes.map(({ html }) => html.includes('.stacks-below-'))).toEqual([true, false]);
  });

  it.each(languages)('is without a finding in %s', async (language) => {
    const issue = parseIssue(issueOfTables(language, Object.values(writtenTables[language])));
    const found = await checkEdition(issue, await renderIssue(issue));
    expect(
      found.filter(
        ({ place, rule }) => rule !== 'spelling' && (place === 'edition' || place.includes('body')),
      ),
    ).toEqual([]);
  });
});

function only(language: Language, name: string): Block[] {
  return [writtenTables[language][name]].flatMap((one) => one ?? []);
}
