import { mostWordsAsked } from '../../../../shared/spelling-lists';

/** What is known of the spelling of words in one language; shared by all editors of the page. */
export interface Verdicts {
  /** Whether a word is misspelt; undefined while nobody has said. */
  of(word: string): boolean | undefined;
  /** Has words asked about that nothing is known of. */
  want(words: readonly string[]): void;
  /** Takes a word for right on this page: somebody has looked at it. */
  leave(word: string): void;
  /** Has those asked about again that were misspelt: somebody may have added them to the words of the house. */
  again(): void;
  /** @returns what ends the telling */
  subscribe(told: () => void): () => void;
}

/** The most words that are remembered; past it everything is asked about anew. */
const mostKept = 50_000;

/**
 * Opens what is known of words, which asks for them as many at a time as a request may have, one request after the other. Where it
 * cannot ask, nothing is known until the words are wanted again.
 *
 * @param ask gives the misspelt ones of some words; null where it is to be asked again
 * @param wait before it asks again, in milliseconds
 */
export function openVerdicts(
  ask: (words: readonly string[]) => Promise<readonly string[] | null>,
  wait = 5_000,
): Verdicts {
  const known = new Map<string, boolean>();
  const wanted = new Set<string>();
  const listeners = new Set<() => void>();
  let isAsking = false;

  async function askAll(): Promise<void> {
    if (isAsking) return;
    isAsking = true;
    while (wanted.size > 0) {
      const words = [...wanted].slice(0, mostWordsAsked);
      const misspelt = await ask(words).catch(() => undefined);
      if (misspelt === undefined) {
        wanted.clear();
        break;
      }
      if (misspelt === null) {
        await new Promise((resolve) => setTimeout(resolve, wait));
        continue;
      }
      if (known.size > mostKept) known.clear();
      const found = new Set(misspelt);
      for (const word of words) {
        known.set(word, found.has(word));
        wanted.delete(word);
      }
      listeners.forEach((told) => told());
    }
    isAsking = false;
  }

  return {
    of: (word) => known.get(word),
    want(words) {
      for (const word of words) if (!known.has(word)) wanted.add(word);
      void askAll();
    },
    leave(word) {
      known.set(word, false);
      listeners.forEach((told) => told());
    },
    again() {
      for (const [word, isMisspelt] of known) if (isMisspelt) wanted.add(word);
      void askAll();
    },
    subscribe(told) {
      listeners.add(told);
      return () => listeners.delete(told);
    },
  };
}
