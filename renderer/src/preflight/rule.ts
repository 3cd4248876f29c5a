import type { Edition } from '../contract/edition';
import type { Finding, FindingValue, Severity } from '../contract/finding';
import type { Issue } from '../contract/issue';
import type { Words } from '../view/emails/words';

/** The input of a rule, and the function by which it reports. */
export interface Inspection {
  issue: Issue;
  /** The rendered and sealed edition. */
  edition: Edition;
  /** The words of the issue's language. */
  words: Words;
  find: FindingWriter;
}

/** Creates one finding at a place; `values` fill the `{names}` in the rule's sentence. */
type FindingWriter = (place: string, values?: Record<string, FindingValue>, severity?: Severity) => Finding;

/** One rule of the preflight. Its name is permanent, and the key of its sentence in `emails/languages/*.json`. */
export interface Rule {
  name: string;
  /** `error` forbids approval, and is only for faults that would harm readers or the sender. */
  severity: Severity;
  check(inspection: Inspection): Finding[];
}

/** A contrast ratio as a finding states it, rounded down: 4.49 must not be reported as 4.5. */
export function contrastValue(ratio: number): FindingValue {
  return { figure: Math.floor(ratio * 10) / 10, decimals: 0 };
}

/** The function by which a rule reports its findings. */
export function findingWriter({ name, severity: usual }: Pick<Rule, 'name' | 'severity'>): FindingWriter {
  return (place, values = {}, severity = usual) => ({ rule: name, severity, place, values });
}
