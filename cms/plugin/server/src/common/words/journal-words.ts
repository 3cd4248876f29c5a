import { journalDifferenceSchema, type JournalDifference } from '@nachra/delivery';
import { findingSchema, findingText, RendererError, type Language } from '@nachra/renderer';
import { holdChoices, wordsOfChoice } from '../../../../shared/hold-lists';
import { type JournalKind, type JournalName } from '../../../../shared/journal-lists';
import { campaignStatuses } from '../../../../shared/lists';

/** What a sentence about an entry is made from. */
export interface JournalFacts {
  number?: number | null | undefined;
  language?: string | null | undefined;
  data: Record<string, unknown>;
}

/** What the desk says about entries of the journal. */
export interface JournalWords {
  fileName: string;
  /** Heads of the file's columns. */
  columns: string[];
  kinds: Record<JournalKind, string>;
  /** One sentence for each name; who did it and when stand beside it. */
  sentences: Record<JournalName, (facts: JournalFacts) => string>;
}

/** A value of an entry as text; '' where there is none. */
export function textIn({ data }: JournalFacts, key: string): string {
  const value = data[key];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** What was decided of a held campaign, by the name of its words. */
export function choiceIn(facts: JournalFacts): string {
  const choice = holdChoices.find((one) => one === textIn(facts, 'choice'));
  const status = campaignStatuses.find((one) => one === textIn(facts, 'status')) ?? null;
  return choice === undefined ? textIn(facts, 'choice') : wordsOfChoice(choice, status);
}

/** What a finding in an entry says, without its full stop; its rule where there is no sentence for that any more. */
export function findingSaid({ data }: JournalFacts, language: Language): string {
  const finding = findingSchema.safeParse(data['finding']).data;
  if (finding === undefined) return '…';
  try {
    return findingText(finding, language).message.replace(/\.$/, '');
  } catch (error) {
    if (error instanceof RendererError) return finding.rule;
    throw error;
  }
}

/** A count in an entry; 0 where there is none, and the length of a list. */
export function countIn({ data }: JournalFacts, key: string): number {
  const value = data[key];
  if (Array.isArray(value)) return value.length;
  return typeof value === 'number' ? value : 0;
}

/** How the journal differed from what was witnessed of it; null where the entry says nothing of that. */
export function differenceIn({ data }: JournalFacts): JournalDifference | null {
  return journalDifferenceSchema.safeParse(data['journal']).data ?? null;
}

/** An instant of an entry to the minute; '' where there is none. */
export function instantIn(facts: JournalFacts, key: string): string {
  const at = Date.parse(textIn(facts, key));
  return Number.isNaN(at) ? '' : `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} (UTC)`;
}

/** Names in a list of an entry. */
export function listIn({ data }: JournalFacts, key: string): string[] {
  const value = data[key];
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

/** The number an entry is about with its language: `242 (fr)`; '' where it is about none. */
export function numberIn({ number, language }: JournalFacts, languages: Record<string, string>): string {
  if (number === null || number === undefined) return '';
  return language ? `${number} (${languages[language] ?? language})` : String(number);
}
