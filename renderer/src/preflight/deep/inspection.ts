import type { Issue } from '../../contract/issue';
import type { Finding } from '../../contract/finding';
import type { Markup } from './markup';
import type { Inspection, Rule } from '../rule';

/** What an issue is compared with. Without it the rules that compare find nothing. */
export interface Comparison {
  /** The number before, in the same language for its figures to be compared. */
  previous?: Issue;
  /** The other languages of the same number. */
  siblings?: readonly Issue[];
  /** Names of mail clients whose support is asked for; left out, the usual ones. */
  clients?: readonly string[];
  /** Public address of the installation that will send; its own addresses are no fault of the issue's. */
  installation?: string;
}

/** What a rule of the full preflight looks at. */
export interface DeepInspection extends Inspection {
  previous: Issue | null;
  siblings: readonly Issue[];
  clients: readonly string[];
  installation: string | null;
  /** The edition's HTML, read. */
  markup: Markup;
}

/** A rule that costs too much for every rendering, or compares with other issues: run by `checkEdition` only. */
export interface DeepRule extends Omit<Rule, 'check'> {
  check(inspection: DeepInspection): Finding[] | Promise<Finding[]>;
}
