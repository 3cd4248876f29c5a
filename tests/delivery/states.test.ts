import { deliveryStates, unfinishedStates, type DeliveryState } from '@nachra/delivery';
import {
  campaignStatus,
  deliveryEvents,
  stateCounts,
  statesBefore,
  transition,
  troubledCount,
  type DeliveryEvent,
} from '../../delivery/src/campaigns/states';
import { describe, expect, it } from 'vitest';

/** Every state in every event, written down a second time and on purpose: whoever changes the table answers for it here. */
const expected: Record<DeliveryState, Partial<Record<DeliveryEvent, DeliveryState>>> = {
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

describe('the states of a delivery', () => {
  it.each(deliveryStates.flatMap((state) => deliveryEvents.map((event) => [state, event] as const)))(
    '%s, %s',
    (state, event) => {
      expect(transition(state, event)).toBe(expected[state][event] ?? null);
      expect(statesBefore(event).includes(state)).toBe(expected[state][event] !== undefined);
    },
  );

  it('never sends again what may have arrived, unless an operator says so', () => {
    const reachable = new Set<DeliveryState>(['in-doubt']);
    for (const state of reachable)
      for (const event of deliveryEvents.filter((name) => name !== 'resend')) {
        const next = transition(state, event);
        if (next) reachable.add(next);
      }
    expect([...reachable].sort()).toEqual(['accepted', 'in-doubt', 'rejected']);
  });

  it('can end from every state', () => {
    for (const state of deliveryStates) {
      const seen = new Set<DeliveryState>([state]);
      for (const at of seen)
        for (const event of deliveryEvents) {
          const next = transition(at, event);
          if (next) seen.add(next);
        }
      expect(
        ['accepted', 'rejected', 'suppressed', 'cancelled'].some((end) => seen.has(end as DeliveryState)),
      ).toBe(true);
    }
  });
});

describe('the status of a campaign', () => {
  const now = new Date('2026-01-10T08:00:00Z');
  const earlier = new Date('2026-01-10T07:00:00Z');
  const later = new Date('2026-01-10T09:00:00Z');

  it.each(unfinishedStates)('is never complete while a delivery is %s', (state) => {
    const counts = stateCounts({ [state]: 1, accepted: 9 });
    expect(campaignStatus({ intent: 'run', startAt: earlier, now, counts })).toBe('running');
    expect(campaignStatus({ intent: 'run', startAt: later, now, counts })).toBe('scheduled');
    expect(campaignStatus({ intent: 'pause', startAt: earlier, now, counts })).toBe('paused');
    expect(campaignStatus({ intent: 'cancel', startAt: earlier, now, counts })).toBe('cancelled');
  });

  it('is complete once nothing is waiting, and counts rejections and doubts', () => {
    const counts = stateCounts({ accepted: 7, rejected: 2, 'in-doubt': 1, suppressed: 3 });
    expect(campaignStatus({ intent: 'run', startAt: earlier, now, counts })).toBe('complete');
    expect(troubledCount(counts)).toBe(3);
  });
});
