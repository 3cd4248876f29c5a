import { elision } from './elision';
import type { Lexicon } from './lexicon';
import { mayBeSuggestedFor, slipsIn, suggestedName } from './slips';

const mostToChoose = 6;
/** Only before these letters, or a silent one, is something elided. */
const vowel = /^[aeiouyhàâæéèêëîïôœùûü]/i;

/**
 * What may be meant by one word, the likeliest first, for somebody who chooses among it. Its capital is kept, and what is elided before
 * it: “l’encors”, “l’encours”.
 */
export function suggestionsFor(word: string, lexicon: Lexicon): string[] {
  const { before, rest } = elision(word);
  const lower = rest.toLocaleLowerCase();
  const near = mayBeSuggestedFor(rest) ? [...slipsIn(lower), swapsOfDoubled(lower)] : [];
  const found = new Set(
    near
      .flatMap((candidates) => [...candidates])
      .filter((candidate) => candidate !== lower && (before === '' || vowel.test(candidate)))
      .filter((candidate) => candidate.split(' ').every((part) => lexicon.has(part))),
  );
  const ranked = [...found].sort((one, other) => strangeness(lower, one) - strangeness(lower, other));
  const isCapital = /^\p{Lu}/u.test(rest);
  return [...suggestedName(rest, lexicon), ...ranked]
    .slice(0, mostToChoose)
    .map((one) => before + (isCapital ? one.charAt(0).toLocaleUpperCase() + one.slice(1) : one));
}

/** A doubled letter that was forgotten, and two that were swapped: “aceuil”, “accueil”. */
function* swapsOfDoubled(word: string): Generator<string> {
  for (let at = 0; at < word.length; at += 1) {
    const doubled = word.slice(0, at) + word.charAt(at) + word.slice(at);
    for (let swap = 0; swap + 1 < doubled.length; swap += 1)
      yield (
        doubled.slice(0, swap) + doubled.charAt(swap + 1) + doubled.charAt(swap) + doubled.slice(swap + 2)
      );
  }
}

/** How unlikely one word is where another was typed: accents and doubled letters are forgotten most, a first letter hardly ever. */
function strangeness(typed: string, meant: string): number {
  if (plain(typed) === plain(meant)) return 0;
  const parted = meant.includes(' ') ? Math.min(...meant.split(' ').map(({ length }) => length)) : null;
  if (parted !== null) return parted < 3 ? 6 : 3;
  const first = plain(typed).charAt(0) === plain(meant).charAt(0) ? 0 : 5;
  const isOfSameLetters = lettersOf(typed) === lettersOf(meant);
  return first + (isOfSameLetters ? 1 : meant.length > typed.length ? 2 : 3);
}

function plain(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '');
}

/** The letters of a word, each once. */
function lettersOf(word: string): string {
  return [...new Set(plain(word))].sort().join('');
}
