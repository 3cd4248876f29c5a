import { textDifferences, type Language } from '@nachra/renderer';
import { describe, expect, it } from 'vitest';
import { threadTimeOf } from '../support/thread-time';

/** What is told of a text and its translation, as `is: original → translation`. */
function told(
  [from, original, ...links]: [Language, string, ...string[]],
  [to, translation, ...translatedLinks]: [Language, string, ...string[]],
): string[] {
  return textDifferences(
    { language: from, text: original, links },
    { language: to, text: translation, links: translatedLinks },
  ).map(({ is, original: one, translation: other }) => `${is}: ${one ?? '–'} → ${other ?? '–'}`);
}

describe('a text and its translation', () => {
  it('say the same in each language’s own way of writing', () => {
    const french =
      'Du 12 au 14 septembre 2023, à 10 h 30, la caravane d’Al Amana a réuni 1 108 412 clients (+5,2 %) : trois jours à Fès.';
    const english =
      'From 12 to 14 September 2023, at 10:30 am, the Al Amana caravan brought 1,108,412 clients together (+5.2%): 3 days in Fez.';
    const arabic =
      'من 12 إلى 14 شتنبر 2023، على الساعة 10:30، جمعت قافلة Al Amana ما مجموعه ١٬١٠٨٬٤١٢ زبونا (+٥٫٢٪): ثلاثة أيام بفاس.';
    expect(told(['fr', french], ['en', english])).toEqual([]);
    expect(told(['fr', french], ['ar', arabic])).toEqual([]);
    expect(told(['ar', arabic], ['en', english])).toEqual([]);
  });

  it.each<[string, [Language, string], [Language, string], string[]]>([
    ['a figure', ['fr', '412 clients'], ['ar', '421 زبونا'], ['figure: 412 → 421']],
    ['one that lacks', ['fr', '412 clients en 2022'], ['en', 'clients in 2022'], ['figure: 412 → –']],
    ['one too many', ['fr', 'des clients'], ['en', '412 clients'], ['figure: – → 412']],
    ['a small one that is another', ['fr', '3 agences'], ['en', '4 branches'], ['figure: 3 → 4']],
    ['a day', ['fr', 'le 12 mai 2023'], ['en', 'on 21 May 2023'], ['date: 12 mai 2023 → 21 May 2023']],
    ['a month', ['fr', 'le 12 mai'], ['ar', 'يوم 12 يونيو'], ['date: 12 mai → 12 يونيو']],
    ['a year', ['fr', 'le 12 mai 2023'], ['en', '12 May 2024'], ['date: 12 mai 2023 → 12 May 2024']],
    ['an hour', ['fr', 'à 14h'], ['en', 'at 4 pm'], ['figure: 14h → 4 pm']],
    ['a name', ['fr', 'avec Bencheqroun'], ['en', 'with Benchekroun'], ['name: Bencheqroun → Benchekroun']],
    ['a name among Arabic', ['fr', 'le SIAM'], ['ar', 'معرض SIEM'], ['name: SIAM → SIEM']],
    ['one kept from Arabic', ['ar', 'شركة OCP'], ['fr', 'l’OCI'], ['name: OCP → OCI']],
  ])('tells of %s', (_what, original, translation, expected) => {
    expect(told(original, translation)).toEqual(expected);
  });

  it.each<[string, [Language, string], [Language, string]]>([
    ['a small figure in words', ['fr', '3 agences'], ['en', 'three branches']],
    ['a year that is left out', ['fr', 'le 12 mai 2023'], ['en', 'on 12 May']],
    ['a name with a figure in it', ['fr', 'la COP28'], ['ar', 'مؤتمر COP28']],
    ['another order', ['fr', '12 clients et 400 agences'], ['en', '400 branches, 12 clients']],
    ['words alike in both', ['fr', 'la Microfinance'], ['en', 'Microfinance']],
    ['accents', ['fr', 'Leïla Bénali'], ['en', 'Leila Benali']],
  ])('say nothing of %s', (_what, original, translation) => {
    expect(told(original, translation)).toEqual([]);
  });

  it('lead to the same addresses, whatever language those name', () => {
    expect(
      told(
        ['fr', 'Voir www.alamana.ma et info@alamana.ma.', 'https://alamana.ma/fr/forsa/'],
        ['ar', 'انظر https://alamana.ma وinfo@alamana.ma', 'https://www.alamana.ma/ar/forsa'],
      ),
    ).toEqual([]);
    expect(
      told(['fr', 'Lire', 'https://alamana.ma/forsa'], ['ar', 'اقرأ', 'https://alamana.ma/forza']),
    ).toEqual(['address: https://alamana.ma/forsa → https://alamana.ma/forza']);
  });

  it.each([
    ['dates', '1 mai 2023 '],
    ['figures', '1.234,5 '],
    ['names', 'Abcdefgh'],
    ['addresses', 'a@'],
    ['digits', '1'],
  ])('are compared in time where somebody sends nothing but %s', async (_what, piece) => {
    const [one, other] = [piece.repeat(30_000 / piece.length), `x${piece}`.repeat(30_000 / piece.length)];
    const time = await threadTimeOf(() => told(['fr', one], ['en', other]), 2_000);
    expect(time).toBeLessThan(2_000);
  });
});
