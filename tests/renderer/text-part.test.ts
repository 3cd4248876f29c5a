import {
  languages,
  parseIssue,
  personalise,
  renderIssue,
  sampleReader,
  type IssueInput,
} from '@nachra/renderer';
import { describe, expect, it } from 'vitest';
import { amanews242, anArticle, anIssue, aSection, everything } from '../support/issue';

async function textOf(issue: IssueInput): Promise<string> {
  const edition = await renderIssue(parseIssue(issue));
  return personalise(edition, sampleReader(edition.language)).text;
}

/** The width of a line in columns: combining and direction marks take none. */
const width = (line: string) => [...line.replaceAll(/[\p{M}\p{Cf}]/gu, '')].length;

describe('the text part', () => {
  it.each(languages)('has no markup, no slot and no stray space in %s', async (language) => {
    const text = await textOf(everything((name) => name, { language }));
    expect(text).not.toMatch(/<\/?[a-z]|&[a-z]+;|S[0-9a-f]{20}_/);
    expect(text).not.toMatch(/[ \t]\n|\n{3}|^\s|\r/);
    expect(text.endsWith('\n')).toBe(true);
  });

  it('is at most 72 columns wide, except for long addresses', async () => {
    const url = `https://media.example/${'long/'.repeat(20)}`;
    const text = await textOf(
      anIssue({
        sections: [
          aSection([
            anArticle({ title: 'Un titre assez long '.repeat(8), standfirst: 'Un chapeau. '.repeat(40) }),
          ]),
          { type: 'links', links: [{ label: 'Le rapport annuel '.repeat(8), url }] },
        ],
      }),
    );
    const long = text.split('\n').filter((line) => width(line) > 72);
    expect(long.map((line) => line.trim())).toEqual([url]);
  });

  it.each(languages)('is at most 72 columns wide for N° 242, including tables, in %s', async (language) => {
    const lines = (await textOf(amanews242(language))).split('\n');
    expect(lines.filter((line) => width(line) > 72)).toEqual([]);
    const heads = lines.filter(
      (line, at) => /2019 .*2023\*$/.test(line) && /^-{72}$/.test(lines[at + 1] ?? ''),
    );
    expect(heads).toHaveLength(9);
    const rows = lines.filter((line) => /( +[\d.,\u202f\u00a0\u2066-\u2069%−–]+){5}$/u.test(line));
    expect(rows.length).toBeGreaterThanOrEqual(36);
    expect([...heads, ...rows].filter((line) => width(line) !== 72)).toEqual([]);
  });

  it('shows the address of each link once', async () => {
    const text = await textOf(
      anIssue({
        sections: [
          {
            type: 'text',
            body: [
              {
                type: 'paragraph',
                children: [
                  { type: 'text', text: 'Voir ' },
                  {
                    type: 'link',
                    url: 'https://a.example/x',
                    children: [{ type: 'text', text: 'le rapport' }],
                  },
                  { type: 'text', text: ' et ' },
                  {
                    type: 'link',
                    url: 'https://b.example/',
                    children: [{ type: 'text', text: 'https://b.example/' }],
                  },
                  { type: 'text', text: '.' },
                ],
              },
            ],
          },
          {
            type: 'links',
            heading: 'À lire',
            links: [{ label: 'Le site', url: 'https://c.example/', note: 'En arabe' }],
          },
        ],
      }),
    );
    expect(text).toContain('Voir le rapport (https://a.example/x) et https://b.example/.');
    expect(text).toContain('- Le site\n  https://c.example/\n  En arabe\n');
  });

  it('writes a mail address that leads to itself once, and another one beside its words', async () => {
    const link = (address: string, text: string) => ({
      type: 'link' as const,
      url: `mailto:${address}`,
      children: [{ type: 'text' as const, text }],
    });
    const children = [link('nous@a.example', 'nous@a.example'), link('presse@a.example', 'la presse')];
    const text = await textOf(
      anIssue({ sections: [{ type: 'text', body: [{ type: 'paragraph', children }] }] }),
    );
    expect(text).toContain('nous@a.examplela presse (mailto:presse@a.example)');
  });

  it('writes the label of a source or a call to action of several lines once', async () => {
    const long = 'Fédération nationale des associations de microcrédit, '.repeat(3).trim();
    const url = 'https://a.example/';
    const text = await textOf(
      anIssue({
        sections: [
          aSection([{ ...anArticle(), source: { name: long, url }, callToAction: { label: long, url } }]),
        ],
      }),
    );
    expect(text.match(/^Source/gm)).toHaveLength(1);
    expect(text.match(/^→/gm)).toHaveLength(1);
  });

  it('applies the language’s typography to its own words', async () => {
    const french = await textOf(everything((name) => name, { language: 'fr' }));
    for (const line of [
      'Se désabonner\u202f:',
      'Lire dans le navigateur\u202f:',
      'Lieu\u202f: meeting place',
    ])
      expect(french.split('\n')).toContain(line);
    expect(french).toContain('[Image\u202f: cover alt]');
    expect(french).not.toMatch(/\p{L}:(\s|$)/mu);
    const english = await textOf(everything((name) => name));
    expect(english).toContain('\nUnsubscribe:\n');
    expect(english).toContain('[Image: cover alt]');
  });

  it('aligns the figures of N° 242 under their periods', async () => {
    const lines = (await textOf(amanews242())).split('\n');
    const head = lines.findIndex((line) => /2019 +2020 +2021 +2022 +30\/06\/2023\*$/.test(line));
    const ends = [...(lines[head] ?? '').matchAll(/\S+/g)].map(({ 0: word, index }) => index + word.length);
    const staff = lines.find((line) => line.startsWith('Effectif Siège')) ?? '';
    const figures = [...staff.matchAll(/\d+/g)].map(({ 0: word, index }) => index + word.length);
    expect(figures).toEqual(ends);
    expect(lines.filter((line) => width(line) > 72)).toEqual([]);
  });

  it('puts a label that is too long for its row on lines of its own', async () => {
    const label = 'Nombre de clients bénéficiaires, membres de la famille compris';
    const text = await textOf(
      anIssue({
        sections: [
          {
            type: 'dashboard',
            dashboard: {
              title: 'Chiffres',
              asOf: '2023-06-30',
              periods: ['2021', '2022', '2023'].map((year) => ({ label: year, end: `${year}-12-31` })),
              groups: [{ title: 'A', indicators: [{ label, values: [1020183, null, 994835] }] }],
            },
          },
        ],
      }),
    );
    const lines = text.split('\n');
    const at = lines.indexOf(label);
    expect(lines[at + 1]?.replaceAll('\u202f', ' ').trim().split(/ {2,}/)).toEqual([
      '1 020 183',
      'n.d.',
      '994 835',
    ]);
    expect(width(lines[at + 1] ?? '')).toBe(72);
  });

  it('indents nested lists and does not change code', async () => {
    const text = await textOf(
      anIssue({
        sections: [
          {
            type: 'text',
            body: [
              {
                type: 'list',
                format: 'ordered',
                children: [
                  { type: 'list-item', children: [{ type: 'text', text: 'un' }] },
                  {
                    type: 'list',
                    format: 'unordered',
                    children: [{ type: 'list-item', children: [{ type: 'text', text: 'dedans' }] }],
                  },
                  { type: 'list-item', children: [{ type: 'text', text: 'deux' }] },
                ],
              },
              { type: 'code', children: [{ type: 'text', text: 'if (a):\n    b  =  "c"' }] },
            ],
          },
        ],
      }),
    );
    expect(text).toContain('1. un\n   - dedans\n2. deux\n');
    expect(text).toContain('    if (a):\n        b  =  "c"\n');
  });

  it('lists every section and article in its contents, in order', async () => {
    const text = await textOf(everything((name) => name));
    const contents = text.slice(0, text.indexOf('LEAD HEADING'));
    const entries = [...contents.matchAll(/^ *[*-] (.+)$/gm)].map((match) => match[1]);
    expect(entries).toEqual([
      'lead heading',
      'editorial title',
      'list heading',
      'meeting title',
      'event title',
      'cards heading',
      'company title',
      'sector title',
      'feature title',
      'dashboard heading',
      'agenda heading',
      'text heading',
      'links heading',
    ]);
  });

  it('reads from the right in Arabic, line by line, where a line begins with a Latin word', async () => {
    // https://github.com/formbricks/formbricks/pull/9150, https://github.com/galangster/maru/issues/59: viewers take the
    // direction of a line from its first letter outside isolates (UAX 9, rules P2 and P3).
    const lines = (await textOf(amanews242('ar'))).split('\n');
    const arabic = lines.filter((line) => /[\u0600-\u06ff]/.test(line));
    const first = (line: string) =>
      /[\p{L}\u200f]/u.exec(line.replaceAll(/\u2066[^\u2069]*\u2069/g, ''))?.[0];
    expect(arabic.filter((line) => !/[\u0590-\u08ff\u200f]/.test(first(line) ?? ''))).toEqual([]);
    expect(lines).toContain('\u200fA · الموارد');
    // Nothing is put before what has no Arabic: a mark may be taken for a part of an address.
    expect(
      lines.filter((line) => /^\u200f?https?:/.test(line)).every((line) => line.startsWith('http')),
    ).toBe(true);
  });
});
