import type { Dialect, Statements } from '../../ledger';

/** One recipient as the freeze writes her: a row of text. */
export type EnteredRow = readonly [
  subscriberId: string,
  address: string,
  addressKey: string,
  firstName: string | null,
  language: string,
  personId: string,
  /** See `personHash`. */
  person: string,
];

/**
 * Writes recipients of a campaign that is being frozen: the only statement that makes deliveries. Within the transaction that
 * makes the campaign; not idempotent by itself, the campaign's key is.
 *
 * @param rows JSON of an array of {@link EnteredRow}, a few thousand at a time
 * @returns how many were written
 */
export function enterDeliveries(
  statements: Statements,
  dialect: Dialect,
  { campaignRow, startAt, now }: { campaignRow: number; startAt: Date; now: Date },
  rows: string,
): Promise<number> {
  const recipients = dialect.rowsFromJson([
    ['subscriber_id', 'text'],
    ['address', 'text'],
    ['address_key', 'text'],
    ['first_name', 'text'],
    ['language', 'text'],
    ['person_id', 'text'],
    ['person', 'text'],
  ]);
  return statements.run(
    `INSERT INTO delivery (campaign_id, next_attempt_at, updated_at, state, subscriber_id, address, address_key, first_name, language, person_id, person)
     SELECT ?, ?, ?, 'queued', r.* FROM (${recipients}) AS r`,
    [campaignRow, startAt.getTime(), now.getTime(), rows],
  );
}
