import { canonicalJson, sha256 } from '../contract/canonical-json';
import type { Finding } from '../contract/finding';
import type { Language } from '../contract/primitives';
import { wordsOf } from '../view/emails/words';

/** The finding in place of those of a full preflight that was given up, by whoever checks with a time limit. */
export const notChecked: Finding = {
  rule: 'not-checked',
  severity: 'warning',
  place: 'edition',
  values: {},
};

/**
 * The finding of whoever knows that the data were put back to an earlier state: an issue of before may have been sent since.
 *
 * @param held the day on which that was noticed, `YYYY-MM-DD`
 */
export function mayHaveLeft(held: string): Finding {
  return {
    rule: 'may-have-left',
    severity: 'warning',
    place: 'masthead.number',
    values: { held: { date: held } },
  };
}

/** The finding of whoever knows that a subject was proposed by a program, and nobody has written one since. */
export function subjectProposed(subject: string): Finding {
  return { rule: 'subject-proposed', severity: 'warning', place: 'masthead.subject', values: { subject } };
}

/** How many of the texts that lack are named. */
const mostNamed = 3;

/**
 * The finding of whoever keeps a dashboard's texts in several languages: some are not written in the issue's.
 *
 * @param place of the dashboard
 */
export function figuresUntranslated(
  place: string,
  { language, title, missing }: { language: Language; title: string; missing: readonly string[] },
): Finding {
  const named = missing.slice(0, mostNamed).join(' · ');
  const values = {
    language: wordsOf(language).languageName,
    title,
    count: missing.length,
    texts: missing.length > mostNamed ? `${named} · …` : named,
  };
  return { rule: 'figures-untranslated', severity: 'error', place, values };
}

/**
 * The rules about figures, totals, dates and the number: what readers quote and an institution is held to; the one that says
 * that they were not asked; and the one that says that readers may have the number already. Their findings are acknowledged one
 * by one before an approval. Names are permanent; a new rule of this kind is added here.
 */
export const graveRules: readonly string[] = [
  'other-number',
  'other-period',
  'event-ends-before-start',
  'date-outside-period',
  'parity-number',
  'parity-period',
  'parity-date',
  'parity-article-missing',
  'parity-article-extra',
  'parity-article-count',
  'parity-articles',
  'parity-entry-count',
  'parity-entries',
  'parity-periods',
  'parity-rows',
  'parity-figures',
  'parity-tables',
  'parity-text-figures',
  'parity-text-dates',
  'parity-text-addresses',
  'figure-contradicts-previous',
  'unit-changed',
  'label-other-day',
  'total-wrong',
  'total-part-unknown',
  notChecked.rule,
  'may-have-left',
];

/** Warnings that say only that something is not known: no person can know it better. */
const undecided: readonly string[] = [notChecked.rule, 'may-have-left'];

/** Whether a person may decide that what was found stays as it is: never an error, nor where something is not known at all. */
export function maySetAside({ rule, severity }: Pick<Finding, 'rule' | 'severity'>): boolean {
  return severity === 'warning' && !undecided.includes(rule);
}

/** 64 bits: enough to tell the findings of one issue apart. */
const digestLength = 16;

/**
 * Names a finding, so that an acknowledgement says which one it means: `total-wrong@sections[3].…values#0f3c…`. It is the
 * same in every process and language, and another one as soon as the rule, the place or a value differs; the severity does
 * not count. Equal findings at one place have one key.
 *
 * @example findingKey(finding)
 */
export function findingKey({ rule, place, values }: Finding): string {
  return `${rule}@${place}#${sha256(canonicalJson(values)).slice(0, digestLength)}`;
}
