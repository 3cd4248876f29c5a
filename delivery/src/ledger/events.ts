import { z } from 'zod';
import { systemActor, type Actor } from './actor';
import type { Dialect } from './dialect';
import type { Ledger, Statements } from './ledger';
import { words } from './sql';
import { dataWithoutAddresses } from './without-addresses';

/**
 * Decisions about campaigns, suppressions and holds: what belongs into a journal that outlives the ledger. Permanent names.
 * `campaign.decided` sums up what was decided of a campaign's deliveries in one transaction.
 */
const decisionEvents = [
  'campaign.frozen',
  'campaign.paused',
  'campaign.resumed',
  'campaign.cancelled',
  'campaign.decided',
  'campaign.held',
  'campaign.hold-decided',
  'issue.hold-decided',
  'suppression.made',
  'suppression.lifted',
  'suppression.put-back',
  'person.erased',
  'ledger.held',
  'ledger.released',
  'ledger.restored',
] as const;
/** One of {@link decisionEvents}. */
export type DecisionEvent = (typeof decisionEvents)[number];

/** What became of single deliveries: the ledger's own log, by the thousand. Permanent names. */
type DeliveryEventName =
  | 'delivery.deferred'
  | 'delivery.rejected'
  | 'delivery.in-doubt'
  | 'delivery.settled.accept'
  | 'delivery.settled.reject'
  | 'delivery.decided.arrived'
  | 'delivery.decided.not-arrived'
  | 'delivery.decided.send-again';

/** What an event says besides who, when and about what. It holds no address. */
type EventData = Record<string, string | number | boolean | null | Readonly<Record<string, Figures>>>;
type Figures = number | Readonly<Record<string, number>>;

/** One line of the ledger's append-only log. */
interface LedgerEvent {
  name: DecisionEvent | DeliveryEventName;
  at: Date;
  /** Who decided it; the system where this is left out. */
  by?: Actor;
  campaignId?: number;
  deliveryId?: number;
  /** Keyed hash of the person it is about; see `personHash`. */
  person?: string;
  data?: EventData;
}

/**
 * Appends one event, without any address that somebody typed into a reason or a name. Not idempotent by itself: call it in the
 * transaction of what it records.
 */
export async function appendEvent(statements: Statements, event: LedgerEvent): Promise<void> {
  const by = event.by ?? systemActor;
  await statements.run(
    `INSERT INTO event (at, name, by_id, by_name, campaign_id, delivery_id, person, data)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      event.at.getTime(),
      event.name,
      by.id,
      by.name,
      event.campaignId ?? null,
      event.deliveryId ?? null,
      event.person ?? null,
      event.data ? JSON.stringify(dataOf(event)) : null,
    ],
  );
}

/** Nobody types what a hold says of itself, and the database that was carried over to is named much as an address is. */
function dataOf({ name, data }: LedgerEvent): EventData | undefined {
  return name === 'ledger.held' ? data : dataWithoutAddresses(data);
}

/** Appends the same event about each of some deliveries, in one statement. Not idempotent; in the transaction of what it records. */
export async function appendEvents(
  statements: Statements,
  dialect: Dialect,
  event: Pick<LedgerEvent, 'name' | 'at' | 'by' | 'campaignId'>,
  about: readonly { deliveryId: number; person: string }[],
): Promise<void> {
  if (about.length === 0) return;
  const by = event.by ?? systemActor;
  const deliveries = dialect.rowsFromJson([
    ['delivery_id', 'integer'],
    ['person', 'text'],
  ]);
  await statements.run(
    `INSERT INTO event (at, name, by_id, by_name, campaign_id, delivery_id, person)
     SELECT CAST(? AS BIGINT), CAST(? AS VARCHAR(64)), CAST(? AS VARCHAR(64)), CAST(? AS TEXT), CAST(? AS INTEGER), r.*
     FROM (${deliveries}) AS r`,
    [
      ...[event.at.getTime(), event.name, by.id, by.name, event.campaignId ?? null],
      JSON.stringify(about.map(({ deliveryId, person }) => [deliveryId, person])),
    ],
  );
}

/** A decision as the ledger recorded it, for whoever copies it elsewhere. */
export interface RecordedDecision {
  /** Its number in this ledger; later events have higher ones. */
  id: number;
  at: Date;
  name: DecisionEvent;
  by: Actor;
  /** The campaign's public id, its issue's number, and its language where it has one; null for what is about none. */
  campaign: { id: string; issueId: string; issueNumber: number; language: string | null } | null;
  person: string | null;
  /** The subscriber of the delivery that it came of; null where it came of none. */
  subscriberId: string | null;
  /** Of a suppression that is in force and has one; null otherwise. It goes into no record. */
  address: string | null;
  data: EventData;
}

interface EventRow {
  id: number;
  at: number;
  name: DecisionEvent;
  by_id: string | null;
  by_name: string | null;
  person: string | null;
  data: string | null;
  subscriber_id: string | null;
  address: string | null;
  uid: string | null;
  issue_id: string | null;
  issue_number: number | null;
  language: string | null;
}

/** How many decisions are read at once, at most: fewer are the last. */
export const decisionsAtOnce = 1_000;

/**
 * Reads decisions in the order of their numbers, {@link decisionsAtOnce} at most. On PostgreSQL a transaction may commit after one that has a
 * higher number: whoever follows the log asks again for some numbers before the last one it knows.
 *
 * @param after the number after which to begin; -1 for those since the ledger was last held, or all if it never was
 * @param before the number before which to end, and before which a hold counts
 */
export async function decisionsAfter(
  ledger: Pick<Ledger, 'rows'>,
  after: number,
  before = Number.MAX_SAFE_INTEGER,
): Promise<RecordedDecision[]> {
  const since = after < 0 ? await beforeLastHold(ledger, before) : after;
  const rows = await ledger.rows<EventRow>(
    `SELECT e.id, e.at, e.name, e.by_id, e.by_name, e.person, e.data, d.subscriber_id, s.address, c.uid, c.issue_id, c.issue_number,
       (SELECT MIN(d.language) FROM edition d WHERE d.campaign_id = c.id HAVING COUNT(*) = 1) AS language
     FROM event e LEFT JOIN campaign c ON c.id = e.campaign_id LEFT JOIN delivery d ON d.id = e.delivery_id
     LEFT JOIN suppression s ON e.name = 'suppression.made' AND s.person = e.person AND s.lifted_at IS NULL
     WHERE e.id > ? AND e.id < ? AND e.name IN (${words(decisionEvents)}) ORDER BY e.id LIMIT ${decisionsAtOnce}`,
    [since, before],
  );
  return rows.map((row) => ({
    id: Number(row.id),
    at: new Date(Number(row.at)),
    name: row.name,
    by: { id: row.by_id ?? systemActor.id, name: row.by_name ?? systemActor.name },
    campaign:
      row.uid === null
        ? null
        : {
            ...{ id: row.uid, issueId: row.issue_id ?? '', issueNumber: Number(row.issue_number) },
            language: row.language,
          },
    person: row.person,
    subscriberId: row.subscriber_id,
    address: row.address,
    data: JSON.parse(row.data ?? '{}') as EventData,
  }));
}

async function beforeLastHold(ledger: Pick<Ledger, 'rows'>, before: number): Promise<number> {
  const [held] = await ledger.rows<{ id: number | null }>(
    `SELECT MAX(id) - 1 AS id FROM event WHERE name = 'ledger.held' AND id < ?`,
    [before],
  );
  return Number(held?.id ?? 0);
}

const heldSchema = z.object({ was: z.string(), position: z.number() });

/** The uid that the last hold has taken from this ledger; null when it was never held. */
export async function uidBeforeHold(ledger: Pick<Ledger, 'rows'>): Promise<string | null> {
  const [row] = await ledger.rows<{ data: string | null }>(
    `SELECT data FROM event WHERE name = 'ledger.held' ORDER BY id DESC LIMIT 1`,
  );
  return heldSchema.safeParse(JSON.parse(row?.data ?? '{}')).data?.was ?? null;
}

/**
 * The hold that has taken a uid from this ledger: the number of its event, and the position at which it was held. Null when it never
 * had that uid, or has it still.
 */
export async function holdOfUid(
  ledger: Pick<Ledger, 'rows'>,
  uid: string,
): Promise<{ event: number; position: number } | null> {
  const rows = await ledger.rows<{ id: number; data: string | null }>(
    `SELECT id, data FROM event WHERE name = 'ledger.held' ORDER BY id`,
  );
  for (const { id, data } of rows) {
    const { data: held } = heldSchema.safeParse(JSON.parse(data ?? '{}'));
    if (held?.was === uid) return { event: Number(id), position: held.position };
  }
  return null;
}
