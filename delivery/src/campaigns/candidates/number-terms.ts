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
  /**
   * Rounds in which the number went out by campaigns that the ledger has lost, by the language of those who got it: nobody knows
   * any more who they were, so each reader of that language counts as having it.
   */
  forgotten?: Partial<Record<Language, number>>;
}

/** The newest round of the number that a candidate has, or may have, in any language; -1 for none. */
type NumberLookup = (candidate: Candidate, addressKey: string) => number;

/** On what terms an audience gets a number. */
export interface NumberTerms extends EditionsOnOffer {
  roundOf: NumberLookup;
}

/** The language whose edition a reader gets; null while she waits for one in her own. Pure. */
export function editionFor(
  language: Language,
  { rounds, defaultLanguage, missing = {} }: EditionsOnOffer,
): Language | null {
  if (rounds[language] !== undefined) return language;
  return missing[language] === 'default' && rounds[defaultLanguage] !== undefined ? defaultLanguage : null;
}
