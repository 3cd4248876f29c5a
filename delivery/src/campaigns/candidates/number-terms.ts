import { languages, type Language } from '@nachra/renderer';
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
  /**
   * Editions of the number that went out by campaigns that the ledger has lost, by the language of those who got them: nobody knows
   * any more who they were, so each reader of that language counts as having all of them.
   */
  forgotten?: Partial<Record<Language, ForgottenRounds>>;
}

/** Editions with the newest round that went out of each; `unknown` where it was not written down which edition it was. */
export type ForgottenRounds = Partial<Record<Language | 'unknown', number>>;

/** The editions of the number that a candidate has, or may have, by language: in the newest round of each. */
type NumberLookup = (candidate: Candidate, addressKey: string) => Map<Language, number>;

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
  const { rounds, defaultLanguage, missing = {}, forgotten = {} } = terms;
  const { language } = candidate;
  const own = rounds[language] !== undefined ? language : null;
  const held = terms.heldBy(candidate, addressKey);
  const { unknown, ...lost } = forgotten[language] ?? {};
  for (const edition of languages) if (lost[edition] !== undefined) raise(held, edition, lost[edition]);
  if (unknown !== undefined) raise(held, own ?? defaultLanguage, unknown);
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
export function raise<Key>(rounds: Map<Key, number>, key: Key, round: number): void {
  if (round > (rounds.get(key) ?? -1)) rounds.set(key, round);
}
