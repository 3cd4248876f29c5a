import { parseIssue, renderIssue, type Language } from '@nachra/renderer';
import { load } from 'cheerio';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anIssue, everything } from '../support/issue';
import { typeset, typesetHtml } from './typeset';

// Visible names for spaces that cannot be told apart in an editor: ⸱ is U+202F, _ is U+00A0.
const shown = (text: string) => text.replaceAll('\u202f', '⸱').replaceAll('\u00a0', '_');

describe('French', () => {
  const sentences: [typed: string, set: string][] = [
    ['Attention : oui ; non ! Vraiment ?', 'Attention⸱: oui⸱; non⸱! Vraiment⸱?'],
    ['Attention: oui; non! Vraiment?', 'Attention⸱: oui⸱; non⸱! Vraiment⸱?'],
    ['Attention\u00a0: oui\u202f;  non   !', 'Attention⸱: oui⸱;  non⸱!'],
    ['Quoi ?! Non ?…', 'Quoi⸱?! Non⸱?…'],
    ['le label «Forsa» et « Amplitude Up »', 'le label «_Forsa_» et «_Amplitude Up_»'],
    ['« Vraiment ? »', '«_Vraiment⸱?_»'],
    ['une hausse de 5,56 % puis de 4%', 'une hausse de 5,56⸱% puis de 4⸱%'],
    ['à 10:30, ratio 3:2', 'à 10:30, ratio 3:2'],
    [
      'voir https://a.example/?q=a;b!c et ftp://x.example:21/',
      'voir https://a.example/?q=a;b!c et ftp://x.example:21/',
    ],
    ['www.alamana.org.ma?x=1', 'www.alamana.org.ma?x=1'],
    ['mailto:presse@a.example', 'mailto:presse@a.example'],
    ['2 446 917 dirhams', '2 446 917 dirhams'],
    ['(oui !)', '(oui⸱!)'],
    ['l’heure', 'l’heure'],
  ];

  it('sets its marks apart with spaces that never break', async () => {
    const set = await typeset(
      'fr',
      sentences.map(([typed]) => typed),
    );
    expect(set.map(shown)).toEqual(sentences.map(([, wanted]) => wanted));
  });

  it('leaves a mark to the next part of a sentence that is bold', async () => {
    const edition = await renderIssue(
      parseIssue(
        anIssue({
          sections: [
            {
              type: 'text',
              body: [
                {
                  type: 'quote',
                  children: [
                    { type: 'text', text: 'Attention', bold: true },
                    { type: 'text', text: ' : danger' },
                    { type: 'text', text: '!' },
                    { type: 'text', text: 'a ? b : c', code: true },
                  ],
                },
              ],
            },
          ],
        }),
      ),
    );
    expect(shown(load(edition.html)('blockquote').text())).toBe('Attention⸱: danger⸱!a ? b : c');
  });

  it('changes nothing but spaces, and nothing when it sets a text again', async () => {
    const typed = fc
      .sample(
        fc.string({
          unit: fc.constantFrom(...'ab«»;:!?%1 ().,/@é\u00a0\u202f'),
          minLength: 1,
          maxLength: 20,
        }),
        {
          numRuns: 300,
          seed: 242,
        },
      )
      .map((text) => `x${text}x`);
    const bare = (text: string) => text.replaceAll(/[\s\u00a0\u202f]/g, '');
    const once = await typeset('fr', typed);
    expect(once.map(bare)).toEqual(typed.map(bare));
    expect(await typeset('fr', once)).toEqual(once);
  });

  it('ties N° to the number of the issue', async () => {
    const { html, text } = await renderIssue(parseIssue(anIssue()));
    expect(html).toContain('N°\u00a07');
    expect(text).toContain('LA PALME N°\u00a07');
  });
});

describe('English', () => {
  it('is left as it was typed', async () => {
    const typed = ['Really? Yes: really!', '“quoted” and «quoted»', '5% of 3:2'];
    expect(await typeset('en', typed)).toEqual(typed);
  });
});

describe('Arabic', () => {
  it('isolates each stretch of Latin text and figures, and keeps every character', async () => {
    const typed = ['تقدم Al Amana Microfinance برنامج Forsa، بنسبة 5,56% (SIAM 2023).', 'كله عربي؟'];
    const [mixed = '', pure = ''] = await typesetHtml('ar', typed);
    const isolated = load(
      mixed,
      null,
      false,
    )('span[dir=ltr]')
      .toArray()
      .map((span) => load(span).text());
    expect(isolated).toEqual(['Al Amana Microfinance', 'Forsa', '5,56%', 'SIAM 2023']);
    expect(await typeset('ar', typed)).toEqual(typed);
    expect(pure).not.toContain('<span');
  });

  it('runs from right to left', async () => {
    const edition = await renderIssue(parseIssue(everything(() => 'كلمة', { language: 'ar' })));
    const page = load(edition.html);
    page('p[dir=ltr]').remove(); // Code reads from left to right everywhere.
    expect(edition.direction).toBe('rtl');
    expect([page('html').attr('lang'), page('html').attr('dir')]).toEqual(['ar', 'rtl']);
    const astray = page('h1, h2, h3, p, li, th[scope=row], td:not(:has(td), [scope=row] ~ *)')
      .toArray()
      .map((element) => page(element))
      .filter((element) => {
        const box = element.closest('[align], [style*="text-align"]');
        return !/^(right|center)$|text-align:(right|center)/.test(
          box.attr('align') ?? box.attr('style') ?? '',
        );
      })
      .map((element) => element.text());
    // The link at the top stands at the end of its line.
    expect(astray).toEqual(['اقرأ العدد في المتصفح']);
  });
});

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

  it('figures are written as people there write them', async () => {
    const { html, text } = await renderIssue(issue);
    const page = load(html);
    const cells = page('th[scope=row] ~ td')
      .toArray()
      .map((cell) => shown(page(cell).text()));
    expect(cells).toEqual(figures);
    for (const figure of figures) expect(shown(text)).toContain(figure);
  });

  it('dates are words, and say no month or year twice', async () => {
    const { html, text } = await renderIssue(issue);
    for (const date of dates) {
      expect(load(html).text()).toContain(date);
      expect(text.split('\n')).toContain(date);
    }
  });
});
