import { z } from 'zod';
import { type SuppressionReason } from '../candidates';
import { withoutAddresses } from '../../ledger/without-addresses';

/** What feedback is about. Other messages that come back are not kept on record. */
export const feedbackKinds = ['bounce', 'complaint', 'unsubscribe'] as const;
/** One of {@link feedbackKinds}. */
export type FeedbackKind = (typeof feedbackKinds)[number];

const reportSchema = z.object({
  kind: z.enum(feedbackKinds),
  /** Permanent name of the rule that decided, such as `user-unknown`. */
  rule: z.string(),
  /** RFC 3463, `5.1.1`; null where none was given. */
  status: z.string().nullable(),
  /** What the other side said, in its own words and language; '' where the rule went by a code or a field. */
  sentence: z.string(),
});

/** The report or the answer that decided a suppression; the newest, where several did. */
export type SuppressionReport = z.infer<typeof reportSchema>;

/** Why an address was suppressed automatically, as data; {@link explainSuppression} puts it into words. */
const suppressionCauseSchema = z.discriminatedUnion('code', [
  /** A bounce, a complaint, an unsubscription by mail, or a refusal in the SMTP dialogue. */
  reportSchema.extend({ code: z.literal('one-report') }),
  /** Bounces that each would have passed. */
  reportSchema.extend({
    code: z.literal('repeated-bounces'),
    /** Numbers of the issues that came back, ascending. */
    issues: z.array(z.number().int()),
    /** Of how many that were sent last. */
    among: z.number().int(),
    /** Bounces older than this did not count. */
    withinDays: z.number().int(),
  }),
]);
/** Data of {@link suppressionCauseSchema}: one report, or several issues that came back. */
export type SuppressionCause = z.infer<typeof suppressionCauseSchema>;

/** Reads a cause as the table holds it. */
function readCause(why: string): SuppressionCause {
  return suppressionCauseSchema.parse(JSON.parse(why));
}

/** A person who must not be mailed, with why, since when, and who lifted it if somebody did. */
export interface Suppression {
  id: string;
  /** In lower case: the form in which addresses are compared. Null where only the person's hash is known. */
  address: string | null;
  /** What it covers. `all`: every campaign of this installation. */
  scope: 'all';
  reason: SuppressionReason;
  /** How it came to be, as a code: a `SuppressionSource`. */
  source: string;
  /** Who decided it; null where no person of the desk did. */
  madeBy: string | null;
  /** What decided it, where a report did; null where a person did. */
  why: SuppressionCause | null;
  createdAt: Date;
  liftedAt: Date | null;
  liftedBy: string | null;
}

/** A suppression as the table holds it. */
export interface StoredSuppression {
  id: number;
  address: string | null;
  reason: string;
  source: string;
  made_by: string | null;
  /** JSON of a {@link SuppressionCause}. */
  why: string | null;
  created_at: number;
  lifted_at: number | null;
  lifted_by: string | null;
}

export function suppressionOf(row: StoredSuppression): Suppression {
  return {
    id: String(row.id),
    address: row.address,
    scope: 'all',
    reason: row.reason as SuppressionReason,
    source: row.source,
    madeBy: row.made_by,
    why: row.why === null ? null : readCause(row.why),
    createdAt: new Date(Number(row.created_at)),
    liftedAt: row.lifted_at === null ? null : new Date(Number(row.lifted_at)),
    liftedBy: row.lifted_by,
  };
}

/** A stored cause without the addresses that its report quotes. */
export function withoutAddressesIn(why: string): string {
  const cause = readCause(why);
  return JSON.stringify({ ...cause, sentence: withoutAddresses(cause.sentence) } satisfies SuppressionCause);
}
