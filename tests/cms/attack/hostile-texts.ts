const many = (count: number, text: string): string =>
  text.repeat(Math.ceil(count / text.length)).slice(0, count);

/** Words that no dictionary has, each another. */
const inventedWords = (count: number, letters = 'zxqvbwkf'): string =>
  Array.from({ length: count }, (_, index) =>
    Array.from({ length: 9 }, (__, at) =>
      letters.charAt((index * 7 + at * at + (index >> at)) % letters.length),
    ).join(''),
  ).join(' ');

/** Texts that have stopped, or could stop, whatever reads them, by what they are. Made for a length: no field takes all. */
export const hostileTexts: readonly (readonly [name: string, make: (length: number) => string])[] = [
  ['one word without an end', (length) => many(length, 'anticonstitutionnellement')],
  ['thousands of words of no language', (length) => inventedWords(Math.ceil(length / 10)).slice(0, length)],
  [
    'words with one letter wrong',
    (length) => many(length, 'dévelopement finansement agense Maroccain clients '),
  ],
  ['words that begin sentences', (length) => many(length, 'Dévelopement. Finansement! Agense? ')],
  ['one word with a thousand parts', (length) => many(length, 'micro-')],
  ['apostrophes in a row', (length) => many(length, "l'd'l'aujourd'")],
  ['spaces and nothing else but an end', (length) => `${many(length - 1, ' ')}.`],
  ['lines without text', (length) => many(length, '\n\r\n\t ')],
  ['characters without width', (length) => many(length, 'a\u200b\u200d\u2060\u00ad')],
  ['marks upon marks', (length) => many(length, `Z\u0300\u0301\u0302\u0303\u0308\u0327\u0338`)],
  ['turned directions', (length) => many(length, '\u202eabc\u202d\u2066\u2067\u2069 \u200f')],
  ['families of emoji', (length) => many(length - (length % 11), '👩‍👩‍👧‍👦')],
  ['halves of characters', (length) => many(length, 'a\ud83d b\udc68 ')],
  ['addresses that do not end', (length) => many(length, 'a@a.a@a.www.a.a-')],
  ['dots and digits', (length) => many(length, '1.1.1.1.1.1 000 000,00 ')],
  ['dates in a row', (length) => many(length, 'du 1er au 31 janvier au 1er trimestre 2023 2024 ')],
  ['numbers of issues', (length) => many(length, 'N° N°242 numéro n° 1er N°')],
  ['tags and brackets', (length) => many(length, '<table><tr><td><a href="x"><b><!--[if mso]><![endif]')],
  [
    'templates and slots',
    (length) => many(length, '{{#each x}}{{{y}}}{{/each}} S0123456789abcdef0123_address_htmlS $& '),
  ],
  ['quotes and parentheses', (length) => many(length, '((((«"“[[[{{{')],
  ['Latin within Arabic', (length) => many(length, 'نشرة ABC 123 الأمانة (PDF) ')],
];
