import type { Edition } from '../edition';
import type { Finding } from '../finding';
import type { Issue } from '../issue';
import { wordsOf } from '../words/words';
import { rules } from './rules';
import { findingWriter } from './rule';

/** Last pass: what a careful person would object to before approving. Findings come in the order of the rules, then of the issue. */
export function inspect(issue: Issue, edition: Edition, language = edition.language): Finding[] {
  const words = wordsOf(language);
  return rules.flatMap((rule) => rule.check({ issue, edition, words, find: findingWriter(rule, words) }));
}
