import type { Edition } from '../contract/edition';
import type { Finding, FindingValue, Severity } from '../contract/finding';
import type { Issue } from '../contract/issue';
import type { Words } from '../view/house/words';

/** What a rule looks at, and how it reports. */
export interface Inspection {
  issue: Issue;
  /** Rendered and sealed; its `findings` are still empty. */
  edition: Edition;
  /** The words of the issue's language. */
  words: Words;
  find: FindingWriter;
}

/** Reports one finding at a place; `values` fill the `{names}` of the rule's sentence. */
export type FindingWriter = (
  place: string,
  values?: Record<string, FindingValue>,
  severity?: Severity,
) => Finding;

/** One rule of the preflight. Its name is permanent and names its sentence in `emails/languages/*.json`. */
export interface Rule {
  name: string;
  /** `error` forbids approval: only for what would harm the reader or the sender. */
  severity: Severity;
  check(inspection: Inspection): Finding[];
}

/** How a rule reports its findings. */
export function findingWriter({ name, severity: usual }: Pick<Rule, 'name' | 'severity'>): FindingWriter {
  return (place, values = {}, severity = usual) => ({ rule: name, severity, place, values });
}
