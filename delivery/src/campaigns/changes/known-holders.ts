import type { Dialect, Statements } from '../../ledger';
import { holdersOfNumber } from '../states';
import { idRows, idsOf } from './claim';

/** Subscribers who are known today to be one person, by either of them. */
export type OnePerson = ReadonlyMap<string, readonly string[]>;

/** Who is known to be one person: read once for all deliveries of a decision. Pure. @param people identifiers by subscriber */
export function onePersonIn(people: ReadonlyMap<string, string>): OnePerson {
  const subscribers = new Map<string, string[]>();
  for (const [subscriber, person] of people) {
    const others = subscribers.get(person);
    if (others) others.push(subscriber);
    else subscribers.set(person, [subscriber]);
  }
  return new Map(
    [...subscribers.values()].flatMap((ids) => (ids.length < 2 ? [] : ids.map((id) => [id, ids] as const))),
  );
}

/**
 * Leaves out of some deliveries those whose reader is known today to be one person with somebody who has their edition or a later
 * round by another campaign. What the ledger itself knows of both is asked when they are sent. Reads the deliveries of those few
 * alone, not of all who have the number: that is done once for each piece of a decision.
 */
export async function withoutKnownHolders(
  statements: Pick<Statements, 'rows'>,
  dialect: Dialect,
  { campaignRow, number, rowIds }: { campaignRow: number; number: number; rowIds: readonly number[] },
  onePerson: OnePerson,
): Promise<readonly number[]> {
  if (onePerson.size === 0) return rowIds;
  const wanted = await statements.rows<{ id: number; subscriber_id: string; round: number }>(
    `SELECT d.id, d.subscriber_id, e.round FROM delivery d
     JOIN edition e ON e.campaign_id = d.campaign_id AND e.language = d.language
     WHERE d.id IN (${idsOf(dialect)}) AND d.campaign_id = ?`,
    [idRows(rowIds), campaignRow],
  );
  const asked = new Set(wanted.flatMap(({ subscriber_id }) => onePerson.get(subscriber_id) ?? []));
  if (asked.size === 0) return rowIds;
  const holders = await statements.rows<{ subscriber_id: string; round: number }>(
    `SELECT d.subscriber_id, MAX(e.round) AS round ${holdersOfNumber}
       AND d.subscriber_id IN (${dialect.rowsFromJson([['id', 'text']])}) GROUP BY d.subscriber_id`,
    [number, campaignRow, JSON.stringify([...asked].map((id) => [id]))],
  );
  const rounds = new Map(holders.map(({ subscriber_id, round }) => [subscriber_id, Number(round)]));
  const isHeld = (subscriber: string, round: number): boolean =>
    (onePerson.get(subscriber) ?? []).some((other) => (rounds.get(other) ?? -1) >= round);
  return wanted.flatMap(({ id, subscriber_id, round }) =>
    isHeld(subscriber_id, Number(round)) ? [] : Number(id),
  );
}
