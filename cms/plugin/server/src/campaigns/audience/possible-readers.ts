import { raiseRound, type EditionsOnOffer, type NumberLookup } from '@nachra/delivery';
import { languages, type Language } from '@nachra/renderer';
import type { AudienceStore } from '../../content/documents/audience-store';
import { personIdOf } from '../../content/documents/person-identifier';
import { editionOf, type RoundsByLanguage } from './lost-campaigns';

/** A sending of which only the languages of its readers are known. */
export interface PossibleSend {
  /** When it was frozen. */
  at: Date;
  readers: RoundsByLanguage;
  /** Editions that reached nobody. */
  off: readonly Language[];
}

/** Clocks of the machines that write the ledger and the content may differ by so much. */
const clocksApartMs = 3_600_000;

/**
 * Who may have a number by sendings whose recipients nobody knows any more: whoever reads a language of theirs now; whoever was saved since,
 * for she may have read it then; and whoever shares a person identifier, for she may have it at another address. Others cannot.
 *
 * @param offer the editions that it goes out in: where nobody wrote down which edition a reader got, it was that of her language,
 *   or the default one
 */
export async function possibleReaders(
  audience: Pick<AudienceStore, 'people' | 'changedSince'>,
  sends: readonly PossibleSend[],
  { rounds, defaultLanguage }: Pick<EditionsOnOffer, 'rounds' | 'defaultLanguage'>,
): Promise<NumberLookup> {
  const known = sends.map(({ at, readers, off }) => ({
    at: at.getTime() - clocksApartMs,
    // One for each language of readers, with the newest round of each edition they got.
    byLanguage: new Map(languages.map((language) => [language, roundsOf(language, readers, off)])),
  }));
  if (known.length === 0) return () => new Map();
  const changed = await audience.changedSince(new Date(Math.min(...known.map(({ at }) => at))));
  const shared = await sharedIdentifiers(audience);
  return ({ subscriberId, personId, language }) => {
    const held = new Map<Language, number>();
    const changedAt = changed.get(subscriberId) ?? -Infinity;
    const mayBeAnother = personId !== undefined && shared.has(personId);
    for (const { at, byLanguage } of known)
      for (const [of, editions] of byLanguage)
        if (of === language || mayBeAnother || changedAt >= at)
          for (const [edition, round] of editions) raiseRound(held, edition, round);
    return held;
  };

  function roundsOf(language: Language, readers: RoundsByLanguage, off: readonly Language[]) {
    const held = new Map<Language, number>();
    for (const edition of [...languages, 'unknown'] as const) {
      const round = readers[language]?.[edition];
      if (round === undefined || off.includes(editionOf(language, edition))) continue;
      const own = rounds[language] === undefined ? defaultLanguage : language;
      raiseRound(held, edition === 'unknown' ? own : edition, round);
    }
    return held;
  }
}

/** Person identifiers that more than one subscriber has. */
async function sharedIdentifiers(audience: Pick<AudienceStore, 'people'>): Promise<Set<string>> {
  const once = new Set<string>();
  const shared = new Set<string>();
  for await (const { person } of audience.people()) {
    const personId = personIdOf(person);
    (once.has(personId) ? shared : once).add(personId);
  }
  return shared;
}
