import type { DeliveryOutcome } from '../../campaigns/deliveries/delivery';
import type { SmtpOutcome } from '../smtp';
import { transition, type DeliveryEvent, type DeliveryState } from '../../campaigns/states';
import { nextAttempt, type BackOff } from './back-off';
import type { ClaimedDelivery } from '../../campaigns/deliveries/claimed';

/** What is to be written of one delivery after its attempt. */
export interface Settlement {
  rowId: number;
  campaignRow: number;
  address: string;
  state: DeliveryState;
  attempts: number;
  nextAttemptAt: Date;
  outcome: DeliveryOutcome;
}

const events: Record<Exclude<SmtpOutcome['kind'], 'server-unavailable'>, DeliveryEvent> = {
  accepted: 'accept',
  deferred: 'defer',
  rejected: 'reject',
  'in-doubt': 'doubt',
};

/**
 * Decides what an answer means for a delivery. Pure.
 *
 * @returns null when the server took nothing of the message and would take no other: the delivery goes back unharmed
 */
export function settle(
  delivery: ClaimedDelivery,
  outcome: SmtpOutcome,
  now: Date,
  backOff?: BackOff,
): Settlement | null {
  if (outcome.kind === 'server-unavailable') return null;
  const attempts = delivery.attempts + 1;
  const { code, enhanced, reply } = outcome;
  const next = outcome.kind === 'deferred' ? nextAttempt(attempts, now, backOff) : now;
  const gaveUp = next === null;
  const event = gaveUp ? 'reject' : events[outcome.kind];
  return {
    rowId: delivery.rowId,
    campaignRow: delivery.campaignRow,
    address: delivery.address,
    // A delivery under way can take each of these events; the table's test holds that.
    state: transition('sending', event) ?? 'in-doubt',
    attempts,
    nextAttemptAt: next ?? now,
    outcome: { kind: gaveUp ? 'gave-up' : outcome.kind, code, enhanced, reply },
  };
}
