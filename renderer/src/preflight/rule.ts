import type { Edition } from '../contract/edition';
import { RendererError } from '../errors';
import type { Finding } from '../contract/finding';
import type { Issue } from '../contract/issue';
import { fill, type Words } from '../view/house/words';

/** What a rule looks at, and how it reports. */
export interface Inspection {
  issue: Issue;
  /** Rendered and sealed; its `findings` are still empty. */
  edition: Edition;
  words: Words;
  find: FindingWriter;
}

/** Reports one finding at a place; the sentence comes from the languages, its `{names}` from `values`. */
export type FindingWriter = (
  place: string,
  values?: Record<string, string | number>,
  severity?: Finding['severity'],
) => Finding;

/** One rule of the preflight. Its name is permanent and names its sentence in `emails/languages/*.json`. */
export interface Rule {
  name: string;
  /** `error` forbids approval: only for what would harm the reader or the sender. */
  severity: Finding['severity'];
  check(inspection: Inspection): Finding[];
}

/** How `rule` writes its findings in the language of `words`. */
export function findingWriter(rule: Pick<Rule, 'name' | 'severity'>, words: Words): FindingWriter {
  const sentence = words.findings[rule.name];
  if (!sentence) {
    throw new RendererError('WORDS_INVALID', `The languages have no sentence for the rule “${rule.name}”.`);
  }
  return (place, values = {}, severity = rule.severity) => ({
    rule: rule.name,
    severity,
    place,
    message: fill(sentence.message, values),
    remedy: sentence.remedy,
  });
}
