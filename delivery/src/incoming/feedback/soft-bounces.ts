import { outcomeSchema } from '../../campaigns/deliveries/delivery';
import type { Statements } from '../../ledger';
import type { Whom } from './whom';

/** Three of the last five issues sent to an address. */
const wanted = 3;
export const among = 5;
/** A soft bounce older than this no longer counts. */
export const withinDays = 365;
const lifeMs = withinDays * 24 * 3_600_000;
/** How many rows are read to find five issues: one number may have gone out in several campaigns. */
const mostRows = 50;

interface SentRow {
  id: number;
  issue_number: number;
  state: string;
  outcome: string | null;
  updated_at: number;
}

/**
 * Which of the last five issues an address refused for now, when those are enough to stop mailing it; null otherwise.
 *
 * A bounce counts once for the issue it is about, however many reports there are; an issue that a server deferred until we
 * gave up counts too. Bounces older than a year no longer count, nor do those from before an operator last lifted a suppression of
 * this person: after that, counting starts from zero.
 */
export async function issuesRefused(
  statements: Statements,
  { person, delivery }: Whom,
  now: Date,
): Promise<number[] | null> {
  if (delivery === null) return null;
  const [lifted] = await statements.rows<{ at: number | null }>(
    'SELECT MAX(lifted_at) AS at FROM suppression WHERE person = ?',
    [person],
  );
  const since = Math.max(now.getTime() - lifeMs, Number(lifted?.at ?? 0));
  const rows = await statements.rows<SentRow>(
    // Uses the unique index of campaign and subscriber: an index of a million addresses would slow down every freeze.
    `SELECT d.id, c.issue_number, d.state, d.outcome, d.updated_at
     FROM campaign c JOIN delivery d ON d.campaign_id = c.id AND d.subscriber_id = ?
     WHERE d.person = ? AND d.state IN ('accepted', 'rejected', 'in-doubt')
     ORDER BY c.id DESC LIMIT ?`,
    [delivery.subscriberId, person, mostRows],
  );
  const lastIssues = [...new Set(rows.map((row) => row.issue_number))].slice(0, among);
  const recent = rows.filter((row) => lastIssues.includes(row.issue_number));
  if (recent.length === 0) return null;
  const bounced = await statements.rows<{ delivery_id: number }>(
    `SELECT DISTINCT delivery_id FROM feedback
     WHERE delivery_id IN (${recent.map(() => '?').join(', ')})
       AND kind = 'bounce' AND severity IN ('soft', 'unknown') AND is_delay = 0 AND at > ?`,
    [...recent.map(({ id }) => id), since],
  );
  const refused = new Set(bounced.map((row) => Number(row.delivery_id)));
  const issues = recent.filter((row) => refused.has(Number(row.id)) || wasGivenUp(row, since));
  const numbers = [...new Set(issues.map((row) => row.issue_number))];
  return numbers.length >= wanted ? numbers.sort((a, b) => a - b) : null;
}

function wasGivenUp({ state, outcome, updated_at }: SentRow, since: number): boolean {
  if (state !== 'rejected' || outcome === null || Number(updated_at) <= since) return false;
  return outcomeSchema.parse(JSON.parse(outcome)).kind === 'gave-up';
}
