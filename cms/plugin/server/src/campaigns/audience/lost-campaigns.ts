import { unknownCampaigns, type Ledger } from '@nachra/delivery';
import { languages, type Language } from '@nachra/renderer';
import { z } from 'zod';
import type { JournalPoint } from '../../common/journal';
import type { JournalStore, StoredEntry } from '../../content/documents/journal-store';

/** Editions with the round that went out of each; `unknown` where it was not written down which edition it was. */
export type LostRounds = Partial<Record<Language | 'unknown', number>>;

/** The editions that readers of each language got. */
export type RoundsByLanguage = Partial<Record<Language, LostRounds>>;

/** A number alone is of before it was written down which editions. */
const roundsSchema = z.union([
  z.number().transform((unknown): LostRounds => ({ unknown })),
  z.partialRecord(z.enum(languages), z.number()),
]);
const frozenSchema = z.object({
  startAt: z.coerce.date(),
  recipients: z.number().nullable().catch(null),
  readers: z.partialRecord(z.enum(languages), roundsSchema).catch({}),
});
const cancelledSchema = z.object({ hasReached: z.boolean().optional().catch(undefined) });
const decidedSchema = z.object({
  choice: z.string(),
  language: z.enum(languages),
  lost: z.string().nullable().catch(null),
});

/** What a person decided of an issue whose campaign was lost. */
interface LostDecision extends z.infer<typeof decidedSchema> {
  document: string | null;
  /** When the issue was last approved before; nobody can have got it earlier. Null where the journal does not know. */
  approvedAt: Date | null;
}

/** What is asked: the ledger for what it still knows, the journal for the rest. */
export interface JournalAndLedger {
  ledger: Ledger;
  entries: Pick<JournalStore, 'each'>;
}

/** A campaign that the ledger has lost, and that reached somebody, or may have. */
export interface LostCampaign {
  id: string;
  /** When it was frozen; null where the journal does not know it. */
  at: Date | null;
  /** How many it was frozen for; null where the journal does not say. */
  recipients: number | null;
  readers: RoundsByLanguage;
  /** Editions of which a person decided that they reached nobody. */
  off: Language[];
}

/** What the ledger has lost of a number. */
export interface LostNumber {
  campaigns: LostCampaign[];
  /** Issues that count as sent by a person's word. */
  treatedAsSent: LostDecision[];
}

interface Frozen {
  entry: number;
  at: Date;
  issue: string | null;
  recipients: number | null;
  readers: RoundsByLanguage;
}

/** What the journal remembers of a number. */
interface Remembered {
  /** By campaign, newest first; none that was cancelled before it reached anybody. */
  campaigns: Map<string, Frozen>;
  /** Campaigns that were cancelled before they reached anybody. */
  unreached: Set<string>;
  decisions: LostDecision[];
}

/**
 * What went out of a number by campaigns that the ledger has lost. A campaign that was cancelled before anything left reached
 * nobody, nor did one of which a person decided so while sending was held: that one alone, since earlier ones of the issue may
 * well have reached everybody.
 *
 * @param known campaigns of the number that are known besides, whether or not the journal knows them
 */
export async function lostOfNumber(
  { ledger, entries }: JournalAndLedger,
  number: number,
  known: Iterable<string>,
): Promise<LostNumber> {
  const { campaigns, unreached, decisions } = await remember(entries, number);
  const besides = [...known].filter((id) => !unreached.has(id));
  const lost = await unknownCampaigns(ledger, [...new Set([...campaigns.keys(), ...besides])]);
  return {
    campaigns: lost.map((id) => {
      const { at = null, recipients = null, readers = {} } = campaigns.get(id) ?? {};
      // A campaign carries several languages, and each issue is decided on its own.
      const off = decisions.flatMap((one) =>
        one.lost === id && one.choice === 'cancel' ? one.language : [],
      );
      return { id, at, recipients, readers, off };
    }),
    treatedAsSent: decisions.filter(({ choice }) => choice !== 'cancel'),
  };
}

/** Which edition readers got; of before editions were recorded it is taken for that of their own language. Pure. */
export function editionOf(language: Language, edition: keyof LostRounds): Language {
  return edition === 'unknown' ? language : edition;
}

/**
 * The campaign that an issue was on its way by when the ledger was lost: the newest that it does not know any more and that was
 * started from the issue, or carried its language to somebody. Null when the journal knows of none.
 *
 * @param since when the issue was last approved: an earlier campaign is not what was on its way
 */
export async function lostCampaignOf(
  { ledger, entries }: JournalAndLedger,
  { documentId, number, language }: { documentId: string; number: number; language: Language },
  since: JournalPoint | null,
): Promise<string | null> {
  const { campaigns } = await remember(entries, number);
  const carries = (readers: RoundsByLanguage) =>
    languages.some((own) =>
      ([...languages, 'unknown'] as const).some(
        (edition) => readers[own]?.[edition] !== undefined && editionOf(own, edition) === language,
      ),
    );
  const later = [...campaigns].filter(
    ([, { entry, at, issue, readers }]) =>
      since !== null &&
      (since.entry === null ? at >= since.at : entry > since.entry) &&
      (issue === documentId || carries(readers)),
  );
  const ids = later.map(([id]) => id);
  const unknown = new Set(await unknownCampaigns(ledger, ids));
  return ids.find((id) => unknown.has(id)) ?? null;
}

async function remember(entries: Pick<JournalStore, 'each'>, number: number): Promise<Remembered> {
  const remembered: Remembered = { campaigns: new Map(), unreached: new Set(), decisions: [] };
  const cancelled = new Map<string, { hasReached: boolean | undefined; at: Date }>();
  // Newest first, so what ended a campaign is met before it, and a decision before the approval.
  for await (const entry of entries.each({ number })) {
    const { name, campaign, at } = entry;
    if (name === 'campaign.cancelled' && campaign) {
      const { hasReached } = cancelledSchema.parse(entry.data);
      cancelled.set(campaign, { hasReached, at });
      if (hasReached === false) remembered.unreached.add(campaign);
    }
    if (name === 'issue.hold-decided') remembered.decisions.push(...decisionIn(entry));
    if (name === 'issue.approved')
      for (const decision of remembered.decisions)
        if (decision.document === entry.document) decision.approvedAt ??= at;
    if (name === 'campaign.frozen' && campaign) {
      const frozen = frozenIn(entry, cancelled.get(campaign));
      if (frozen === null) remembered.unreached.add(campaign);
      else remembered.campaigns.set(campaign, frozen);
    }
  }
  return remembered;
}

function decisionIn({ document = null, data, language }: StoredEntry): LostDecision[] {
  const { data: decision } = decidedSchema.safeParse({ ...data, language });
  return decision ? [{ ...decision, document, approvedAt: null }] : [];
}

/** @returns null for what reached nobody */
function frozenIn(
  { id: entry, at, document = null, data }: StoredEntry,
  end: { hasReached: boolean | undefined; at: Date } | undefined,
): Frozen | null {
  const { data: frozen } = frozenSchema.safeParse(data);
  // Of before it was written down: one that ended before its hour.
  const hasReached = end === undefined || (end.hasReached ?? (frozen && end.at >= frozen.startAt));
  if (!frozen || !hasReached) return null;
  const { recipients, readers } = frozen;
  return { entry, at, issue: document, recipients, readers };
}
