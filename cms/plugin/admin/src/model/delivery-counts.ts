import type { DeliveryState } from '../../../shared/desk';
import { deliveryStates, unfinishedStates } from '../../../shared/lists';
import type { Text, Tone } from './text';

type Counts = Record<DeliveryState, number>;

const tones: Record<DeliveryState, Tone> = {
  accepted: 'success',
  rejected: 'danger',
  'in-doubt': 'alternative',
  suppressed: 'neutral',
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
  return unfinishedStates.reduce((sum, state) => sum + counts[state], 0);
}

/** Deliveries that the worker has finished with. */
export function settledCount(counts: Counts): number {
  return deliveryStates.reduce((sum, state) => sum + counts[state], 0) - openCount(counts);
}

/** A state read from text that anybody can type (the page's address); null when it names no state. */
export function readDeliveryState(typed: string): DeliveryState | null {
  return deliveryStates.find((state) => state === typed) ?? null;
}
