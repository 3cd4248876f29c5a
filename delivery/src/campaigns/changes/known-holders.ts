import type { Dialect, Statements } from '../../ledger';
import { holdersOfNumber } from '../states';
import { idRows, idsOf } from './claim';

/**
 * Leaves out of some deliveries those whose reader is known today to be one person with somebody who has their edition or a later
 * round by another campaign. What the ledger itself knows of both is asked when they are sent.
 *
 * @param people the person identifier that each subscriber has today
 */
export async function withoutKnownHolders(
  statements: Pick<Statements, 'rows'>,
  dialect: Dialect,
  { campaignRow, number, rowIds }: { campaignRow: number; number: number; rowIds: readonly number[] },
  people: ReadonlyMap<string, string>,
): Promise<number[]> {
  const holders = await statements.rows<{ subscriber_id: string; round: number }>(
    `SELECT d.subscriber_id, MAX(e.round) AS round ${holdersOfNumber} GROUP BY d.subscriber_id`,
    [number, campaignRow],
  );
  const rounds = new Map<string, number>();
  for (const { subscriber_id, round } of holders) {
    const person = people.get(subscriber_id);
    if (person !== undefined) rounds.set(person, Math.max(rounds.get(person) ?? 0, Number(round)));
  }
  const wanted = await statements.rows<{ id: number; subscriber_id: string; round: number }>(
    `SELECT d.id, d.subscriber_id, e.round FROM delivery d
     JOIN edition e ON e.campaign_id = d.campaign_id AND e.language = d.language
     WHERE d.id IN (${idsOf(dialect)}) AND d.campaign_id = ?`,
    [idRows(rowIds), campaignRow],
  );
  return wanted.flatMap(({ id, subscriber_id, round }) =>
    (rounds.get(people.get(subscriber_id) ?? '') ?? -1) >= Number(round) ? [] : Number(id),
  );
}
