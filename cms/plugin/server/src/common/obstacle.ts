import type { Finding, IssueProblem } from '@nachra/renderer';
import type { Editable, RefusalData, SetAside } from '../../../shared/desk';

/** Where in an issue a problem lies, in terms a person of the desk knows. */
export interface Place {
  /** The brand, the issue's own fields, or one of its sections. */
  area: 'brand' | 'issue' | 'section';
  /** Counted from 1, in the order of the sections. */
  section?: number;
  heading?: string;
  /** Title of the article, when the problem lies in one. */
  article?: string;
  /** The article or dashboard it lies in, which is edited apart from the issue. */
  document?: { type: 'article' | 'dashboard'; documentId: string };
  /** The label of a row or the title of an entry, when the problem lies in one. */
  row?: string;
  /** The cell of a table of text that it lies in, or its row; each counted from 1, the table where there are several. */
  cell?: { table: number | null; row: number; column: number | null };
  /** The contract's name of the field: `start`, `values`. */
  field: string;
  /** What stands there; undefined when nothing does. */
  value: unknown;
}

/** What is wrong, coarsely: enough to say it in the person's language. */
export type ProblemKind = 'missing' | 'no-articles' | 'no-entries' | 'address' | 'date' | 'values' | 'other';

/** A finding of the preflight, with its place in terms of the desk. `words/obstacle-words.ts` says it to a person. */
export interface LocatedFinding {
  /** What an acknowledgement names it by. */
  key: string;
  /** What it is about, wherever that stands: see `editions/finding-anchor.ts`. */
  anchor: string;
  /** The figures of the past that it was found in: see `editions/finding-cells.ts`; null for anything else. */
  cells: string | null;
  finding: Finding;
  /** Whether an approval has to name it. */
  mustAcknowledge: boolean;
  /** Whether a person may decide that it stays as it is. */
  maySetAside: boolean;
  /** Who has set it aside and why; null where nobody has. */
  setAside: SetAside | null;
  place: Place;
  /** Where it can be fixed; null when there is nothing to open. */
  editable: Editable | null;
}

/** What the contract found wrong. */
export interface ProblemFact {
  code: 'issue-invalid' | 'brand-incomplete';
  place: Place;
  kind: ProblemKind;
  problem: IssueProblem;
  editable: Editable | null;
}

/** What keeps an issue from being approved, as data: a code of the wire contract and what it is about. */
export type ObstacleFact =
  | { code: 'article-unpublished' | 'article-modified'; title: string; documentId: string }
  | ProblemFact
  | { code: 'brand-incomplete'; sender: RefusalData['SENDER_INCOMPLETE'] }
  | {
      code: 'picture-foreign' | 'picture-missing';
      place: Place;
      /** The place as a path of the contract. */
      at: string;
      address: string;
      editable: Editable | null;
    }
  | { code: 'finding-error'; located: LocatedFinding }
  | { code: 'edition-changed' };
