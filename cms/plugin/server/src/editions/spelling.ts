import { openMemory } from '@nachra/renderer';
import type { SpelledLanguage } from '../../../shared/spelling-lists';
import { linesOf, type BrandDocument } from '../content/documents/brand';
import type { RenderPool } from './render-pool';

/** Looks words up while somebody writes, by the dictionaries and the words of the house that the preflight has. */
export interface Spelling {
  /** The misspelt ones of some words. @throws {TaskTooLong} */
  misspelt(language: SpelledLanguage, words: readonly string[]): Promise<string[]>;
  /** What may be meant by a word, and what would be added to the words of the house. @throws {TaskTooLong} */
  suggest(
    language: SpelledLanguage,
    word: string,
  ): Promise<{ suggestions: string[]; entry: string; hasHome: boolean }>;
}

/** Words whose verdict is remembered in each language: those of some hundred articles, a few megabytes. */
const remembered = 50_000;

/** Among more words the renderer does not look for what each with a capital may mean, and takes the rest for right. */
const mostSure = 30;

function isSure(word: string, among: number): boolean {
  return among <= mostSure || !/^\p{Lu}/u.test(word);
}

/** Opens the look-up of words, which remembers its verdicts until the words of the house change. */
export function openSpelling(
  pool: Pick<RenderPool, 'lookUp' | 'suggest'>,
  readBrand: () => Promise<BrandDocument>,
): Spelling {
  const known = new Map<SpelledLanguage, { of: string; verdicts: ReturnType<typeof openMemory<boolean>> }>();

  async function ownOf(language: SpelledLanguage) {
    const { name, newsletterTitle, wordings } = await readBrand();
    const home = wordings.find((one) => one.language === language);
    const names = [name, newsletterTitle].filter((one) => one !== undefined);
    return { own: { words: linesOf(home?.words), names }, hasHome: home !== undefined };
  }

  return {
    async misspelt(language, words) {
      const { own } = await ownOf(language);
      const of = JSON.stringify(own);
      const before = known.get(language);
      const kept = before?.of === of ? before : { of, verdicts: openMemory<boolean>(remembered) };
      known.set(language, kept);
      const asked = [...new Set(words)];
      const fresh = asked.filter((word) => kept.verdicts.get(word) === undefined);
      if (fresh.length > 0) {
        const found = new Set(await pool.lookUp({ language, words: fresh, own }));
        for (const word of fresh)
          if (found.has(word) || isSure(word, fresh.length)) kept.verdicts.set(word, found.has(word));
      }
      return asked.filter((word) => kept.verdicts.get(word) === true);
    },
    async suggest(language, word) {
      const { own, hasHome } = await ownOf(language);
      return { ...(await pool.suggest({ language, word, own })), hasHome };
    },
  };
}
