import { words } from '../../ledger/sql';

/**
 * Where one delivery stands, and what may happen to it. The whole table, so that the ledger's statements take
 * their conditions from here and the rules are written once.
 *
 * ```
 * queued ─claim─▶ claimed ─begin─▶ sending ─accept─▶ accepted
 *   ▲  ◀─release/expire─┘            │  │ ├─reject─▶ rejected
 *   │  ◀─────────release─────────────┘  │ └─doubt/expire─▶ in-doubt ─(evidence)─▶ accepted | rejected
 *   └ deferred ◀────────defer───────────┘
 * queued, claimed, deferred ─suppress─▶ suppressed
 * queued, claimed, sending, deferred ─assume─▶ in-doubt, only when a person says so after a restore
 * in-doubt, rejected ─resend─▶ queued, only when an operator says so
 * ```
 *
 * `cancelled` is never stored: what has not begun in a cancelled campaign never will, and reads as that ({@link shownState}).
 */
export const deliveryStates = [
  'queued',
  'claimed',
  'sending',
  'accepted',
  'deferred',
  'rejected',
  'in-doubt',
  'suppressed',
  'cancelled',
] as const;
/** One of {@link deliveryStates}. */
export type DeliveryState = (typeof deliveryStates)[number];

/**
 * - `claim`: a worker takes it under a lease; `release`: gives it back, sure that no byte of the body was completed
 * - `begin`: the intent is written, before the bytes leave
 * - `accept`, `defer`, `reject`: what the server answered; from `in-doubt` only as later evidence
 * - `doubt`: the connection broke after the last byte and before the answer
 * - `expire`: the lease of a dead worker ran out
 * - `suppress`: the address must not be mailed any more
 * - `assume`: a person treats it as sent, because the ledger may have lost that it was
 * - `resend`: an operator sends it once more; no part of the program does so by itself
 */
export const deliveryEvents = [
  'claim',
  'begin',
  'release',
  'accept',
  'defer',
  'reject',
  'doubt',
  'expire',
  'suppress',
  'assume',
  'resend',
] as const;
/** One of {@link deliveryEvents}. */
export type DeliveryEvent = (typeof deliveryEvents)[number];

/** What later evidence or a person can make of a delivery in doubt, other than sending it again. */
export type SettlingEvent = Extract<DeliveryEvent, 'accept' | 'reject'>;

const table: Record<DeliveryState, Partial<Record<DeliveryEvent, DeliveryState>>> = {
  queued: { claim: 'claimed', suppress: 'suppressed', assume: 'in-doubt' },
  claimed: {
    begin: 'sending',
    release: 'queued',
    expire: 'queued',
    suppress: 'suppressed',
    assume: 'in-doubt',
  },
  sending: {
    accept: 'accepted',
    defer: 'deferred',
    reject: 'rejected',
    doubt: 'in-doubt',
    expire: 'in-doubt',
    release: 'queued',
    assume: 'in-doubt',
  },
  deferred: { claim: 'claimed', suppress: 'suppressed', assume: 'in-doubt' },
  'in-doubt': { accept: 'accepted', reject: 'rejected', resend: 'queued' },
  accepted: {},
  rejected: { resend: 'queued' },
  suppressed: {},
  cancelled: {},
};

/** The state after an event, or null when the event cannot happen in this state. Pure. */
export function transition(state: DeliveryState, event: DeliveryEvent): DeliveryState | null {
  return table[state][event] ?? null;
}

/** The states an event may start from, in table order: what a statement's `WHERE state IN (…)` holds. */
export function statesBefore(event: DeliveryEvent): DeliveryState[] {
  return deliveryStates.filter((state) => transition(state, event) !== null);
}

/** States that end where they are when the campaign is cancelled: a worker begins nothing of it any more. */
const heldByCancel = ['queued', 'claimed', 'deferred'] as const satisfies DeliveryState[];

/** SQL for the state of the delivery `d` of the campaign `c` as people see it. */
export const shownState = `CASE WHEN c.intent = 'cancel' AND d.state IN (${words(heldByCancel)}) THEN 'cancelled' ELSE d.state END`;

/** SQL that asks whether the delivery `d` of the campaign `c` is seen in a state: both ways are answered by an index. */
export function isShownAs(state: DeliveryState): string {
  if (state === 'cancelled') return `(c.intent = 'cancel' AND d.state IN (${words(heldByCancel)}))`;
  const ended: readonly DeliveryState[] = heldByCancel;
  return ended.includes(state) ? `(d.state = '${state}' AND c.intent <> 'cancel')` : `d.state = '${state}'`;
}

/** States in which a delivery still has a way to go: a campaign with one of these is not complete. */
export const unfinishedStates = [
  'queued',
  'claimed',
  'sending',
  'deferred',
] as const satisfies DeliveryState[];

/** States of a delivery whose message arrived, or may have: of the others, nobody has the message. */
export const reachedStates = ['sending', 'accepted', 'in-doubt'] as const satisfies DeliveryState[];

/**
 * SQL for the deliveries by which somebody has a number, or may have it: named `d`, of the campaign `c`. One that still waits
 * counts unless its campaign was cancelled; one that is claimed always does, for it may be on its way at this moment.
 */
const holdsNumber = `(d.state IN (${words(['claimed', ...reachedStates])})
  OR (d.state IN ('queued', 'deferred') AND c.intent <> 'cancel'))`;

/**
 * SQL for every delivery by which somebody has a number, or may have it, with the edition `e` that it was: the one question
 * that a freeze, sending again and looking for waiting readers ask. Bindings: the number, and the row of a campaign that does not
 * count (0 for none).
 */
export const holdersOfNumber = `FROM campaign c
  JOIN delivery d ON d.campaign_id = c.id
  JOIN edition e ON e.campaign_id = c.id AND e.language = d.language
  WHERE c.issue_number = ? AND c.id <> ? AND ${holdsNumber}`;

/**
 * SQL for every delivery to some subscribers by which they have, or may have, a number that still has work left, with its campaign `c`
 * and edition `e`, in the order in which they were frozen. Columns are the caller's.
 *
 * @param subscribers SQL for their ids
 */
export const heldOfOpenNumbers = (columns: string, subscribers: string): string => `
  SELECT ${columns} FROM campaign c
  JOIN delivery d ON d.campaign_id = c.id AND d.subscriber_id IN (${subscribers})
  JOIN edition e ON e.campaign_id = c.id AND e.language = d.language
  WHERE ${holdsNumber} AND c.issue_number IN (
    SELECT c.issue_number FROM campaign c WHERE c.intent <> 'cancel' AND ${someDeliveryIn(unfinishedStates)})
  ORDER BY d.id`;

/**
 * SQL for the next deliveries of one campaign in the order of their subscribers, named `d`, with their campaign and edition, and with
 * `holds` 1 for those by which somebody has the number: for whoever reads them all, a piece at a time by the one index. Bindings: the
 * campaign's row, the last subscriber of the piece before ('' for the first), how many.
 */
export const pieceOfHolders = (columns: string): string => `
  SELECT ${columns}, CASE WHEN ${holdsNumber} THEN 1 ELSE 0 END AS holds
  FROM (SELECT * FROM delivery WHERE campaign_id = ? AND subscriber_id > ? ORDER BY subscriber_id LIMIT ?) d
  JOIN campaign c ON c.id = d.campaign_id
  JOIN edition e ON e.campaign_id = c.id AND e.language = d.language
  ORDER BY d.subscriber_id`;

/** SQL for the people among some {@link holdersOfNumber}: by subscriber and by person, whichever has stayed the same. */
export const peopleAmong = (holders: string): string =>
  `SELECT d.subscriber_id ${holders} UNION SELECT d.person_id ${holders} AND d.person_id <> ''`;

/**
 * SQL that asks whether a campaign has a delivery in one of some states: answered by the index of campaign and state, without
 * counting. The statement names the campaign's table `c`.
 */
export function someDeliveryIn(states: readonly DeliveryState[]): string {
  return `EXISTS (SELECT 1 FROM delivery d WHERE d.campaign_id = c.id AND d.state IN (${words(states)}))`;
}

/** The same of one edition of the campaign: its table is named `e`. */
export function someOfEditionIn(states: readonly DeliveryState[]): string {
  return `EXISTS (SELECT 1 FROM delivery d WHERE d.campaign_id = c.id AND d.state IN (${words(states)}) AND d.language = e.language)`;
}

/** A count for every state; the sum is the frozen number of recipients, always. */
export type StateCounts = Record<DeliveryState, number>;

/** Counts with a zero for each state that was not given. */
export function stateCounts(given: Partial<StateCounts> = {}): StateCounts {
  const zero: StateCounts = {
    queued: 0,
    claimed: 0,
    sending: 0,
    accepted: 0,
    deferred: 0,
    rejected: 0,
    'in-doubt': 0,
    suppressed: 0,
    cancelled: 0,
  };
  return { ...zero, ...given };
}

/** Sum over all states. */
export function totalOf(counts: StateCounts): number {
  return deliveryStates.reduce((sum, state) => sum + counts[state], 0);
}
