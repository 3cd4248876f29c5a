import type { DeliveryState } from '../../../shared/desk';
import { deliveryStates } from '../../../shared/lists';
import type { Text, Tone } from './text';

type Counts = Record<DeliveryState, number>;

const tones: Record<DeliveryState, Tone> = {
  accepted: 'success',
  rejected: 'danger',
  'in-doubt': 'alternative',
  suppressed: 'neutral',
  cancelled: 'neutral',
  deferred: 'warning',
  sending: 'primary',
  claimed: 'secondary',
  queued: 'neutral',
};

export function deliveryTone(state: DeliveryState): Tone {
  return tones[state];
}

export function deliveryText(state: DeliveryState): Text {
  return { key: `delivery.${state}` };
}

/** Deliveries that may still change by themselves. */
export function openCount(counts: Counts): number {
  return counts.queued + counts.claimed + counts.sending + counts.deferred;
}

/** Deliveries about which everything is said that the worker can say. */
export function settledCount(counts: Counts): number {
  return counts.accepted + counts.rejected + counts['in-doubt'] + counts.suppressed + counts.cancelled;
}

/** A state read from where anybody can type (the page's address); null for what is none. */
export function readDeliveryState(typed: string): DeliveryState | null {
  return deliveryStates.find((state) => state === typed) ?? null;
}
