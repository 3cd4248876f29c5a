/**
 * One result of the preflight. An `error` forbids approval; a `warning` asks a person to look.
 */
export interface Finding {
  /** Permanent name, such as `image-alt-missing`. */
  rule: string;
  severity: 'error' | 'warning';
  /** Where: JSON path into the issue (`sections[2].articles[0].title`), or `edition` for the whole. */
  place: string;
  /** What was found, in the language. */
  message: string;
  /** How to mend it, in the language. */
  remedy: string;
}
