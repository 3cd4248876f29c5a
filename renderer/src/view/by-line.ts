import { fill, type Words } from './emails/words';
import type { ViewContext } from './context';

/**
 * Who signed an editorial: “Par Salma Idrissi”. A function stands as it was typed, for no language says “Par Le directeur général”
 * or “Par Directeur général”; so does what begins with “Par” already. Typed in lower case, “le directeur général” reads on.
 */
export function byLine(author: string | undefined, { set, words }: ViewContext): string | null {
  const name = set.optional(author);
  if (author === undefined || name === null) return null;
  return standsAlone(author.trim(), words.byLine) ? name : fill(words.byLine.by, { name });
}

function standsAlone(author: string, { by, articles, functions }: Words['byLine']): boolean {
  const typed = firstWord(author);
  const word = typed.toLowerCase();
  return (
    word === firstWord(by).toLowerCase() ||
    functions.includes(word) ||
    (typed !== word && articles.includes(word))
  );
}

/** Up to what is no letter: “L” of “L’équipe”, “Vice” of “Vice-président”. */
function firstWord(text: string): string {
  return /^\p{L}+/u.exec(text.normalize('NFC'))?.[0] ?? '';
}
