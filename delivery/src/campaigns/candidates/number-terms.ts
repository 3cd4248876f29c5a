import type { Language } from '@nachra/renderer';
import type { Candidate } from './audience';

/** What is done with readers whose language has no edition: they wait until theirs is sent, or get the default language's. */
export type MissingEdition = 'wait' | 'default';

/** In which editions a number goes out. */
export interface EditionsOnOffer {
  /** Languages with an edition, each with its round: 0, or n for the n-th correction. */
  rounds: Partial<Record<Language, number>>;
  defaultLanguage: Language;
  /** For languages without an edition; `wait` where nothing is said. */
  missing?: Partial<Record<Language, MissingEdition>>;
  /** What went out of the number by campaigns that the ledger has lost, as whoever remembers it elsewhere can say. */
  forgotten?: NumberLookup | undefined;
}

/** The editions of the number that a candidate has, or may have, by language: in the newest round of each. */
export type NumberLookup = (candidate: Candidate, addressKey: string) => Map<Language, number>;

/** On what terms an audience gets a number. */
export interface NumberTerms extends EditionsOnOffer {
  heldBy: NumberLookup;
}

/**
 * The edition that a candidate gets: that of her own language, or of the default one where it says so. Whoever has an edition gets
 * it once more if it was corrected since, whatever her own language is, and nothing else. Pure.
 *
 * @returns `has-number` for who has it already, `awaits-edition` for who waits for one in her own language
 */
export function editionFor(
  candidate: Candidate,
  addressKey: string,
  terms: NumberTerms,
): Language | 'has-number' | 'awaits-edition' {
  const { rounds, defaultLanguage, missing = {}, forgotten } = terms;
  const { language } = candidate;
  const own = rounds[language] !== undefined ? language : null;
  const held = terms.heldBy(candidate, addressKey);
  for (const [edition, round] of forgotten?.(candidate, addressKey) ?? []) raiseRound(held, edition, round);
  if (held.size > 0) {
    const corrected = [...held].flatMap(([edition, round]) =>
      (rounds[edition] ?? 0) > round ? edition : [],
    );
    return corrected.find((edition) => edition === own) ?? corrected[0] ?? 'has-number';
  }
  if (own !== null) return own;
  const isOffered = missing[language] === 'default' && rounds[defaultLanguage] !== undefined;
  return isOffered ? defaultLanguage : 'awaits-edition';
}

/** Lifts what stands under a key to `round`. */
export function raiseRound<Key>(rounds: Map<Key, number>, key: Key, round: number): void {
  if (round > (rounds.get(key) ?? -1)) rounds.set(key, round);
}
