import type { Issue } from '../../contract/issue';
import type { Finding } from '../../contract/finding';
import type { Markup } from './markup';
import type { Inspection, Rule } from '../rule';

/** The other issues and clients to check an issue against. Rules without their input find nothing. */
export interface Comparison {
  /** An earlier issue in the same language, to compare figures, units and articles with. */
  previous?: Issue;
  /** The same issue in other languages; one whose number, period or date differs is a finding. */
  siblings?: readonly Issue[];
  /** Names of mail clients to check for; if left out, the usual ones. */
  clients?: readonly string[];
  /** Address of the installation that will send; its own local addresses are a warning and not an error. */
  installation?: string;
  /** Bytes of linked pictures by their addresses, as far as whoever asks knows them. */
  weights?: Readonly<Record<string, number>>;
}

/** The input of a rule of the full preflight. */
export interface DeepInspection extends Inspection {
  previous: Issue | null;
  siblings: readonly Issue[];
  clients: readonly string[];
  installation: string | null;
  weights: Readonly<Record<string, number>>;
  /** The edition's HTML, parsed. */
  markup: Markup;
}

/** A rule that is too slow for every rendering, or compares with other issues: only `checkEdition` runs it. */
export interface DeepRule extends Omit<Rule, 'check'> {
  check(inspection: DeepInspection): Finding[] | Promise<Finding[]>;
}
