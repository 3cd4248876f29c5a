import { languages, type Language } from '@nachra/renderer';
import { unknownCampaigns, type EditionsOnOffer, type Ledger } from '@nachra/delivery';
import { z } from 'zod';
import type { JournalStore } from '../../content/documents/journal-store';

const frozenSchema = z.object({
  startAt: z.coerce.date(),
  readers: z.partialRecord(z.enum(languages), z.number()).catch({}),
});
const decidedSchema = z.object({
  choice: z.string(),
  language: z.enum(languages),
  lost: z.string().nullable().catch(null),
});
/** What a person decided of an issue whose campaign was lost. */
type LostDecision = z.infer<typeof decidedSchema>;

/** What is asked: the ledger for what it still knows, the journal for the rest. */
interface Memory {
  ledger: Ledger;
  entries: Pick<JournalStore, 'each'>;
}

/** What the journal remembers of a number. */
interface Remembered {
  /** By campaign, newest first; none that was cancelled before its start. */
  campaigns: Map<string, { at: Date; issue: string | null; readers: Partial<Record<Language, number>> }>;
  decisions: LostDecision[];
}

/**
 * What went out of a number by campaigns that the journal remembers and the ledger has lost: in which round, by the language of
 * those who got it. Whoever reads it has the number, or may have it. A campaign that was cancelled before its start reached
 * nobody, nor did one of which a person decided so while sending was held: that one alone, since earlier ones of the issue may
 * well have reached everybody.
 */
export async function forgottenReaders(
  memory: Memory,
  number: number,
): Promise<EditionsOnOffer['forgotten']> {
  const { campaigns, decisions } = await remember(memory, number);
  const forgotten: Partial<Record<Language, number>> = {};
  const raise = (language: Language, round: number) => {
    forgotten[language] = Math.max(forgotten[language] ?? 0, round);
  };
  for (const { choice, language } of decisions) if (choice !== 'cancel') raise(language, 0);
  for (const id of await unknownCampaigns(memory.ledger, [...campaigns.keys()])) {
    const off = decisions.filter(({ lost, choice }) => lost === id && choice === 'cancel');
    // A campaign carries several languages, and each issue is decided on its own.
    for (const [language, round] of Object.entries(campaigns.get(id)?.readers ?? {}))
      if (!off.some((decision) => decision.language === language)) raise(language as Language, round);
  }
  return forgotten;
}

/**
 * The campaign that an issue was on its way by when the ledger was lost: the newest that it does not know any more and that was
 * started from the issue, or carried its language to somebody. Null when the journal knows of none.
 *
 * @param since when the issue was last approved: an earlier campaign is not what was on its way
 */
export async function lostCampaignOf(
  memory: Memory,
  { documentId, number, language }: { documentId: string; number: number; language: Language },
  since: Date | null,
): Promise<string | null> {
  const { campaigns } = await remember(memory, number);
  const later = [...campaigns].filter(
    ([, { at, issue, readers }]) =>
      since !== null && at >= since && (issue === documentId || readers[language] !== undefined),
  );
  const unknown = new Set(
    await unknownCampaigns(
      memory.ledger,
      later.map(([id]) => id),
    ),
  );
  return later.find(([id]) => unknown.has(id))?.[0] ?? null;
}

async function remember({ entries }: Memory, number: number): Promise<Remembered> {
  const remembered: Remembered = { campaigns: new Map(), decisions: [] };
  const cancelled = new Map<string, Date>();
  // Newest first, so what ended a campaign is met before it.
  for await (const entry of entries.each({ number })) {
    const { name, campaign, document, at } = entry;
    if (name === 'campaign.cancelled') cancelled.set(campaign ?? '', at);
    if (name === 'issue.hold-decided') {
      const { data: decision } = decidedSchema.safeParse({ ...entry.data, language: entry.language });
      if (decision) remembered.decisions.push(decision);
    }
    if (name !== 'campaign.frozen' || !campaign) continue;
    const { data: frozen } = frozenSchema.safeParse(entry.data);
    const end = cancelled.get(campaign);
    if (!frozen || (end && end < frozen.startAt)) continue;
    remembered.campaigns.set(campaign, { at, issue: document ?? null, readers: frozen.readers });
  }
  return remembered;
}
