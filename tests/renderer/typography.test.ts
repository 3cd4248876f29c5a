import { parseIssue, renderIssue } from '@nachra/renderer';
import { load } from 'cheerio';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anIssue, everything } from '../support/issue';
import { shown, typeset, typesetHtml } from './typeset';

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

  it('puts no-break spaces before its punctuation', async () => {
    const set = await typeset(
      'fr',
      sentences.map(([typed]) => typed),
    );
    expect(set.map(shown)).toEqual(sentences.map(([, wanted]) => wanted));
  });

  it('works across parts of a sentence that are bold', async () => {
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

  it('changes only spaces, and nothing the second time', async () => {
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

  it('joins N° and the number of the issue with a no-break space', async () => {
    const { html, text } = await renderIssue(parseIssue(anIssue()));
    expect(html).toContain('N°\u00a07');
    expect(text).toContain('LA PALME N°\u00a07');
  });
});

describe('English', () => {
  it('is left as typed', async () => {
    const typed = ['Really? Yes: really!', '“quoted” and «quoted»', '5% of 3:2'];
    expect(await typeset('en', typed)).toEqual(typed);
  });
});

describe('Arabic', () => {
  it('isolates each run of Latin text and figures, and keeps every character', async () => {
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
    // The link at the top is at the end of its line.
    expect(astray).toEqual(['اقرأ العدد في المتصفح']);
  });
});

describe('a text that lost its character set', () => {
  it('has back what Windows-1252 had in the place of control characters', async () => {
    // https://github.com/hteumeuleu/email-bugs/issues/41: one U+0092 in the place of an apostrophe, and Gmail calls the mail clipped.
    const set = await typeset('en', [
      'you\u0092re \u0093here\u0094 for 5 \u0080\u0085',
      '\u0081a\u008d\u009db',
    ]);
    expect(set).toEqual(['you’re “here” for 5 €…', 'ab']);
  });
});
