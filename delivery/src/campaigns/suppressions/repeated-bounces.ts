import type { Language } from '@nachra/renderer';

/** Why an address is suppressed that refused several issues for now. */
export interface RepeatedBounces {
  /** Numbers of the issues that came back. */
  issues: readonly number[];
  /** Of how many that were sent last. */
  among: number;
  /** What was said of the newest one. */
  sentence: string;
}

/** The words a ledger holds, always the English ones: {@link explainSuppression} finds them again. */
export function repeatedBounces(bounces: RepeatedBounces): string {
  return words.en(bounces);
}

const words: Record<Language, (bounces: RepeatedBounces) => string> = {
  en: ({ issues, among, sentence }) =>
    `${issues.length} of the last ${among} issues came back (${numbered(issues, 'N° ', ', ')}): ${sentence}`,
  fr: ({ issues, among, sentence }) =>
    `${issues.length} des ${among} derniers numéros sont revenus (${numbered(issues, 'n° ', ', ')}) : ${sentence}`,
  ar: ({ issues, among, sentence }) =>
    `ارتدّت ${issues.length} من آخر ${among} أعداد (${numbered(issues, 'العدد ', '، ')}): ${sentence}`,
};

function numbered(issues: readonly number[], before: string, between: string): string {
  return issues.map((number) => before + number).join(between);
}

/**
 * What decided a suppression, in words of a language as far as they are ours. What a mail server or a reader said is
 * quoted as it was said. Pure.
 */
export function explainSuppression(why: string, language: Language): string {
  const found = /^\d+ of the last (\d+) issues came back \(((?:N° \d+(?:, )?)+)\): ([^]*)$/.exec(why);
  if (!found) return why;
  const [, among = '', issues = '', sentence = ''] = found;
  return words[language]({
    issues: (issues.match(/\d+/g) ?? []).map(Number),
    among: Number(among),
    sentence,
  });
}
