import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  hashOfAddress,
  hashOfId,
  raiseRound,
  writtenAddressKey,
  type EditionsOnOffer,
  type Ledger,
  type NumberLookup,
} from '@nachra/delivery';
import type { Language } from '@nachra/renderer';
import type { AudienceStore } from '../../content/documents/audience-store';
import { personIdOf } from '../../content/documents/person-identifier';
import type { ReaderMemory } from '../../content/documents/reader-memory';
import { lostOfNumber, type JournalAndLedger, type LostCampaign } from './lost-campaigns';
import { possibleReaders, type PossibleSend } from './possible-readers';

/** What is asked when the ledger has lost a campaign. */
export interface ForgottenDependencies extends JournalAndLedger {
  readers: Pick<ReaderMemory, 'countsOf' | 'each'>;
  audience: Pick<AudienceStore, 'people' | 'changedSince'>;
}

/** Readers that are looked at in one turn: with their hashes they take some milliseconds. */
const atOnce = 250;

/**
 * Who has a number, or may have it, by campaigns that the ledger has lost. Where all recipients of such a campaign are remembered, by
 * what they were frozen as: address, subscriber, person identifier, and whoever shares an identifier with one of them today. Of the
 * other campaigns by what the journal knows: {@link possibleReaders}.
 *
 * @param offer the editions that it goes out in
 * @returns undefined where the ledger has lost nothing of it
 */
export async function forgottenReaders(
  dependencies: ForgottenDependencies,
  number: number,
  offer: Pick<EditionsOnOffer, 'rounds' | 'defaultLanguage'>,
): Promise<NumberLookup | undefined> {
  const counts = await dependencies.readers.countsOf(number);
  const { campaigns, treatedAsSent } = await lostOfNumber(dependencies, number, counts.keys());
  if (campaigns.length + treatedAsSent.length === 0) return undefined;
  // What the journal does not know was remembered from a ledger that did.
  const isWhole = ({ id, at, recipients }: LostCampaign) =>
    at === null || (recipients !== null && (counts.get(id) ?? 0) >= recipients);
  const whole = new Set(campaigns.filter(isWhole).map(({ id }) => id));
  const remembered = await rememberedReaders(dependencies, number, campaigns);
  const sends = [
    ...campaigns.flatMap((campaign) => (whole.has(campaign.id) ? [] : sendOf(campaign))),
    ...treatedAsSent.flatMap(({ lost, language, approvedAt }): PossibleSend[] =>
      lost !== null && whole.has(lost)
        ? []
        : [{ at: approvedAt ?? new Date(0), readers: { [language]: { [language]: 0 } }, off: [] }],
    ),
  ];
  const possible = await possibleReaders(dependencies.audience, sends, offer);
  return (candidate, addressKey) => {
    const held = possible(candidate, addressKey);
    for (const [edition, round] of remembered(candidate, addressKey)) raiseRound(held, edition, round);
    return held;
  };
}

function sendOf({ at, readers, off }: LostCampaign): PossibleSend[] {
  return at === null ? [] : [{ at, readers, off }];
}

/** Who is remembered by name, so to speak: editions of {@link forgottenReaders} that somebody certainly was a recipient of. */
async function rememberedReaders(
  { ledger, readers, audience }: ForgottenDependencies,
  number: number,
  campaigns: readonly LostCampaign[],
): Promise<NumberLookup> {
  const lost = new Map(campaigns.map((campaign) => [campaign.id, campaign]));
  const byHash = new Map<Language, Map<string, number>>();
  for await (const { campaign, language, round, hashes } of readers.each(number)) {
    const known = lost.get(campaign);
    if (!known || known.off.includes(language)) continue;
    const rounds = byHash.get(language) ?? new Map<string, number>();
    byHash.set(language, rounds);
    for (const hash of hashes) raiseRound(rounds, hash, round);
    await nextTurn();
  }
  if (byHash.size === 0) return () => new Map();
  const heldBy = (hashes: readonly string[]) => {
    const held = new Map<Language, number>();
    for (const [language, rounds] of byHash)
      for (const hash of hashes) {
        const round = rounds.get(hash);
        if (round !== undefined) raiseRound(held, language, round);
      }
    return held;
  };
  const byPerson = await heldByPerson({ ledger, audience }, heldBy);
  return ({ subscriberId, personId }, addressKey) => {
    const ids = personId === undefined ? [subscriberId] : [subscriberId, personId];
    const held = heldBy([hashOfAddress(ledger, addressKey), ...ids.map((id) => hashOfId(ledger, id))]);
    for (const [language, round] of byPerson.get(personId ?? '') ?? []) raiseRound(held, language, round);
    return held;
  };
}

/** What each person has by any subscriber of hers, as they are known today: her identifier may have been filled in since. */
async function heldByPerson(
  { ledger, audience }: { ledger: Ledger; audience: Pick<AudienceStore, 'people'> },
  heldBy: (hashes: readonly string[]) => Map<Language, number>,
): Promise<Map<string, Map<Language, number>>> {
  const byPerson = new Map<string, Map<Language, number>>();
  let asked = 0;
  for await (const { documentId, address, person } of audience.people()) {
    asked += 1;
    if (asked % atOnce === 0) await nextTurn();
    const held = heldBy([hashOfId(ledger, documentId), hashOfAddress(ledger, writtenAddressKey(address))]);
    if (held.size === 0) continue;
    const personId = personIdOf(person);
    const known = byPerson.get(personId) ?? new Map<Language, number>();
    byPerson.set(personId, known);
    for (const [language, round] of held) raiseRound(known, language, round);
  }
  return byPerson;
}
