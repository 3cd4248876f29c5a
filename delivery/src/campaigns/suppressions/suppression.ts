import type { SuppressionReason } from '../candidates';

/** An address that must not be mailed, with why, since when, and who lifted it if somebody did. */
export interface Suppression {
  id: string;
  /** In lower case: the form in which addresses are compared. */
  address: string;
  /** What it covers. `all`: every campaign of this installation. */
  scope: 'all';
  reason: SuppressionReason;
  /** How it came to be: `one-click`, `page`, `mail`, `mailbox`, a provider's name, or who entered it. */
  source: string;
  /** The sentence that decided it, where a message that came back did; null otherwise. */
  why: string | null;
  createdAt: Date;
  liftedAt: Date | null;
  liftedBy: string | null;
}

/** A suppression as the table holds it. */
export interface SuppressionRow {
  id: number;
  address: string;
  reason: string;
  source: string;
  why: string | null;
  created_at: number;
  lifted_at: number | null;
  lifted_by: string | null;
}

export function suppressionOf(row: SuppressionRow): Suppression {
  return {
    id: String(row.id),
    address: row.address,
    scope: 'all',
    reason: row.reason as SuppressionReason,
    source: row.source,
    why: row.why,
    createdAt: new Date(Number(row.created_at)),
    liftedAt: row.lifted_at === null ? null : new Date(Number(row.lifted_at)),
    liftedBy: row.lifted_by,
  };
}
