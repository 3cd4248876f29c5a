import { languages, type Language } from '@nachra/renderer';
import { unknownCampaigns, type EditionsOnOffer, type ForgottenRounds, type Ledger } from '@nachra/delivery';
import { z } from 'zod';
import type { JournalPoint } from '../../common/journal';
import type { JournalStore } from '../../content/documents/journal-store';

/** Editions that readers of a language got, in which round; a number alone is of before it was written down which editions. */
const roundsSchema = z.union([
  z.number().transform((unknown): ForgottenRounds => ({ unknown })),
  z.partialRecord(z.enum(languages), z.number()),
]);
const frozenSchema = z.object({
  startAt: z.coerce.date(),
  readers: z.partialRecord(z.enum(languages), roundsSchema).catch({}),
});
const cancelledSchema = z.object({ hasReached: z.boolean().optional().catch(undefined) });
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

type ForgottenReaders = NonNullable<EditionsOnOffer['forgotten']>;

/** What the journal remembers of a number. */
interface Remembered {
  /** By campaign, newest first; none that was cancelled before it reached anybody. */
  campaigns: Map<string, { entry: number; at: Date; issue: string | null; readers: ForgottenReaders }>;
  decisions: LostDecision[];
}

/**
 * What went out of a number by campaigns that the journal remembers and the ledger has lost: each edition in its newest round, by
 * the language of those who got it. Whoever reads it has the number, or may have it. A campaign that was cancelled before anything left reached
 * nobody, nor did one of which a person decided so while sending was held: that one alone, since earlier ones of the issue may
 * well have reached everybody.
 */
export async function forgottenReaders(
  memory: Memory,
  number: number,
): Promise<EditionsOnOffer['forgotten']> {
  const { campaigns, decisions } = await remember(memory, number);
  const forgotten: ForgottenReaders = {};
  const raise = (language: Language, edition: keyof ForgottenRounds, round: number) => {
    const rounds = (forgotten[language] ??= {});
    rounds[edition] = Math.max(rounds[edition] ?? 0, round);
  };
  for (const { choice, language } of decisions) if (choice !== 'cancel') raise(language, language, 0);
  for (const id of await unknownCampaigns(memory.ledger, [...campaigns.keys()])) {
    const off = decisions.filter(({ lost, choice }) => lost === id && choice === 'cancel');
    // A campaign carries several languages, and each issue is decided on its own.
    for (const { language, edition, round } of roundsIn(campaigns.get(id)?.readers ?? {}))
      if (!off.some((decision) => decision.language === editionOf({ language, edition })))
        raise(language, edition, round);
  }
  return forgotten;
}

/** Which edition readers got; of before editions were recorded it is taken for that of their own language. */
function editionOf({ language, edition }: { language: Language; edition: keyof ForgottenRounds }): Language {
  return edition === 'unknown' ? language : edition;
}

/** One row for each edition that readers of each language got. */
function roundsIn(readers: ForgottenReaders) {
  return languages.flatMap((language) =>
    ([...languages, 'unknown'] as const).flatMap((edition) => {
      const round = readers[language]?.[edition];
      return round === undefined ? [] : { language, edition, round };
    }),
  );
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
  since: JournalPoint | null,
): Promise<string | null> {
  const { campaigns } = await remember(memory, number);
  const later = [...campaigns].filter(
    ([, { entry, at, issue, readers }]) =>
      since !== null &&
      (since.entry === null ? at >= since.at : entry > since.entry) &&
      (issue === documentId || roundsIn(readers).some((row) => editionOf(row) === language)),
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
  const cancelled = new Map<string, { hasReached: boolean | undefined; at: Date }>();
  // Newest first, so what ended a campaign is met before it.
  for await (const entry of entries.each({ number })) {
    const { id, name, campaign, document, at } = entry;
    if (name === 'campaign.cancelled') {
      const { hasReached } = cancelledSchema.parse(entry.data);
      cancelled.set(campaign ?? '', { hasReached, at });
    }
    if (name === 'issue.hold-decided') {
      const { data: decision } = decidedSchema.safeParse({ ...entry.data, language: entry.language });
      if (decision) remembered.decisions.push(decision);
    }
    if (name !== 'campaign.frozen' || !campaign) continue;
    const { data: frozen } = frozenSchema.safeParse(entry.data);
    const end = cancelled.get(campaign);
    // Of before it was written down: one that ended before its hour.
    const hasReached = end === undefined || (end.hasReached ?? (frozen && end.at >= frozen.startAt));
    if (!frozen || !hasReached) continue;
    remembered.campaigns.set(campaign, { entry: id, at, issue: document ?? null, readers: frozen.readers });
  }
  return remembered;
}
