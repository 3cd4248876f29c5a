import { openMemory } from '../../memory';

/** A text made comparable, and the way back to the author's own words. */
export interface Folded {
  /**
   * Lower case, ASCII digits, plain spaces and hyphens, without accents, Arabic marks and invisible characters: “N\u02da\u00a0٢٤١”
   * is `n° 241`, “Août” is `aout`.
   */
  text: string;
  /** What the author wrote between two positions of `text`. */
  written: (start: number, end: number) => string;
}

/** Folds a text in any of the three languages. */
export function fold(written: string): Folded {
  const starts: number[] = [];
  let text = '';
  let at = 0;
  for (const character of written) {
    const folded = known.get(character) ?? remember(character);
    text += folded;
    for (let index = 0; index < folded.length; index++) starts.push(at);
    at += character.length;
  }
  starts.push(written.length);
  return { text, written: (start, end) => written.slice(starts[start], starts[end]).trim() };
}

/** Texts are short and use few characters, but every rendering folds some. Enough for three alphabets. */
const known = openMemory<string>(2000);

function remember(character: string): string {
  const folded = foldCharacter(character);
  known.set(character, folded);
  return folded;
}

/** Alike for a reader, but different for a program and for `normalize`: ring and degree, hyphens, Persian letters, commas. */
const alike: readonly [pattern: RegExp, plain: string][] = [
  [/[\u02da\u2070\u2218]/u, '°'],
  [/[\p{Pd}\u2212]/u, '-'],
  [/\s/u, ' '],
  [/[’‘`´]/u, "'"],
  [/ٱ/u, 'ا'],
  [/[ىی]/u, 'ي'],
  [/[کڪ]/u, 'ك'],
  [/[،٬]/u, ','],
  [/٫/u, '.'],
  [/؛/u, ';'],
  // The tatweel only stretches a word.
  [/\u0640/u, ''],
];

function foldCharacter(character: string): string {
  const code = character.charCodeAt(0);
  if (code >= 0x660 && code <= 0x669) return String(code - 0x660);
  if (code >= 0x6f0 && code <= 0x6f9) return String(code - 0x6f0);
  const plain = alike.find(([pattern]) => pattern.test(character))?.[1];
  if (plain !== undefined) return plain;
  return character
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase();
}
