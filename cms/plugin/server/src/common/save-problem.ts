import type { IssueProblem, Language } from '@nachra/renderer';
import type { SaveProblemCode } from '../../../shared/refusal-codes';

/** A field of the admin: a content type or component, and the field's name in it. */
interface FieldName {
  uid: string;
  field: string;
}

/** One step on the way to a figure: what it is called, or its place counted from 1 where it has no name. */
export interface FigurePlace {
  level: 'period' | 'group' | 'row';
  name: string | number;
}

/** Why a save is refused, by permanent codes, and what each is about. */
export interface SaveProblemData {
  /** An address that a reader's mail client cannot follow. */
  LINK_INVALID: FieldName;
  /** More characters than the field takes. */
  TEXT_TOO_LONG: FieldName & { limit: number };
  /** Lists inside lists, more levels than the contract takes. */
  LIST_TOO_DEEP: FieldName & { limit: number };
  /** A body is not of the contract's grammar; `block` is counted from 1, and null for the whole. */
  BODY_INVALID: FieldName & { block: number | null; problem: IssueProblem };
  /** A picture is framed by what is no part of it. */
  FRAMING_INVALID: FieldName & { problem: IssueProblem };
  /** A last day before the first one. */
  ENDS_BEFORE_START: { uid: string; start: string; from: string; end: string; to: string };
  /** Another issue has this number and language. */
  ISSUE_TAKEN: { number: number; language: Language };
  /** A figure, row, period or group is not what the contract calls one; `places` is empty for the whole. */
  FIGURES_INVALID: { places: readonly FigurePlace[]; problem: IssueProblem };
  /** Rows of figures without a label: the group, the place of the first counted from 1, and how many more the group has. */
  FIGURES_UNNAMED: { group: FigurePlace; row: number; others: number };
  /** A segment's rule is not of its grammar. */
  RULE_INVALID: object;
  ADDRESS_INVALID: { address: string };
  /** Letters beyond ASCII before the `@` of an address that mail comes from or goes back to: not every server takes them. */
  SENDER_BEYOND_ASCII: FieldName & { address: string };
  /** Another subscriber has this address. */
  ADDRESS_TAKEN: { address: string };
  /** Another subscriber has this address but for capitals: `held` is how it is written there. */
  ADDRESS_ALIKE: { address: string; held: string };
}

/** One thing wrong with one field: where, and what as data. */
export type SaveProblem = {
  [Code in SaveProblemCode]: { path: string[]; code: Code; data: SaveProblemData[Code] };
}[SaveProblemCode];
