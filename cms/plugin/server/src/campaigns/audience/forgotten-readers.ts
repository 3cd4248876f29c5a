import { languages, type Language } from '@nachra/renderer';
import { unknownCampaigns, type EditionsOnOffer, type Ledger } from '@nachra/delivery';
import { z } from 'zod';
import type { JournalStore, StoredEntry } from '../../content/documents/journal-store';

const frozenSchema = z.object({
  startAt: z.coerce.date(),
  readers: z.partialRecord(z.enum(languages), z.number()).catch({}),
});
const decidedSchema = z.object({ choice: z.string(), language: z.enum(languages) });

/** A campaign of a number as the journal remembers it. */
interface Remembered {
  readers: Partial<Record<Language, number>>;
}

/**
 * What went out of a number by campaigns that the journal remembers and the ledger has lost: in which round, by the language of
 * those who got it. Whoever reads it has the number, or may have it. A campaign that was cancelled before its start reached
 * nobody, nor did one of which a person decided so while sending was held.
 */
export async function forgottenReaders(
  { ledger, entries }: { ledger: Ledger; entries: Pick<JournalStore, 'each'> },
  number: number,
): Promise<EditionsOnOffer['forgotten']> {
  const remembered = new Map<string, Remembered>();
  const forgotten: Partial<Record<Language, number>> = {};
  const raise = (language: Language, round: number) => {
    forgotten[language] = Math.max(forgotten[language] ?? 0, round);
  };
  const cancelled = new Map<string, Date>();
  const decidedAgainst = new Set<string>();
  // Newest first, so what ended a campaign is met before it.
  for await (const entry of entries.each({ number })) {
    if (entry.name === 'campaign.cancelled') cancelled.set(entry.campaign ?? '', entry.at);
    if (entry.name === 'issue.hold-decided') {
      const { success, data } = decidedSchema.safeParse({ ...entry.data, language: entry.language });
      if (success && data.choice === 'cancel') decidedAgainst.add(entry.document ?? '');
      else if (success && !decidedAgainst.has(entry.document ?? '')) raise(data.language, 0);
    }
    if (entry.name === 'campaign.frozen' && !decidedAgainst.has(entry.document ?? '')) {
      const found = reachedBy(entry, cancelled.get(entry.campaign ?? ''));
      if (found) remembered.set(entry.campaign ?? '', found);
    }
  }
  for (const id of await unknownCampaigns(ledger, [...remembered.keys()]))
    for (const [language, round] of Object.entries(remembered.get(id)?.readers ?? {}))
      raise(language as Language, round);
  return forgotten;
}

function reachedBy({ data }: StoredEntry, cancelledAt: Date | undefined): Remembered | null {
  const { success, data: frozen } = frozenSchema.safeParse(data);
  if (!success || (cancelledAt && cancelledAt < frozen.startAt)) return null;
  return frozen;
}
