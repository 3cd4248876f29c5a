import type { Lexicon } from './lexicon';

/** Shorter words are one letter away from many others. */
const shortestSuggested = 4;
/** A longer one has thousands of neighbours, each of which is looked up. */
const longestSuggested = 30;

/** Whether words near this one are worth looking for. */
export function mayBeSuggestedFor({ length }: string): boolean {
  return length >= shortestSuggested && length <= longestSuggested;
}

/** A name that was written without its capital. */
export function suggestedName(word: string, lexicon: Lexicon): Set<string> {
  const lower = word.toLocaleLowerCase();
  const capital = lower.charAt(0).toLocaleUpperCase() + lower.slice(1);
  return new Set(capital !== word && lexicon.has(capital) ? [capital] : []);
}

/** What a word may have been, by kinds of slips: a missing space, two letters swapped, one too many, wrong, missing. */
export function slipsIn(word: string): Iterable<string>[] {
  const letters = 'esaitnrulodcmpévqfbghjàxyèêzwçûkîœâôùëï';
  const cuts = Array.from(
    { length: word.length + 1 },
    (_, at) => [word.slice(0, at), word.slice(at)] as const,
  );
  return [
    cuts.flatMap(([before, after]) => (before.length > 1 && after.length > 1 ? [`${before} ${after}`] : [])),
    cuts.flatMap(([before, after]) =>
      after.length > 1 ? [before + after.charAt(1) + after.charAt(0) + after.slice(2)] : [],
    ),
    cuts.flatMap(([before, after]) => (after === '' ? [] : [before + after.slice(1)])),
    replaced(cuts, letters),
    cuts.flatMap(([before, after]) => [...letters].map((letter) => before + letter + after)),
  ];
}

function* replaced(cuts: readonly (readonly [string, string])[], letters: string): Generator<string> {
  for (const [before, after] of cuts)
    if (after !== '') for (const letter of letters) yield before + letter + after.slice(1);
}
