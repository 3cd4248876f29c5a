import { z } from 'zod';
import type { Language } from '@nachra/renderer';
import { shownState, type DeliveryState } from '../states';

/** What became of the last attempt, as data; {@link explainDelivery} puts it into words. */
export const outcomeSchema = z.object({
  kind: z.enum([
    'accepted',
    'deferred',
    'rejected',
    'in-doubt',
    'gave-up',
    'worker-lost',
    'by-hand',
    // After a restore: a person decided that nothing more is sent, because it may have been sent before.
    'treated-as-sent',
    // It waited, and a correction of the number goes to the person instead.
    'corrected',
    // It waited, and the person was erased.
    'erased',
    // It waited, and the person is no subscriber any more: deleted, not confirmed, or at another address.
    'no-longer-subscribed',
    // It waited, and is known by now to be to somebody who gets the number at another address.
    'has-number',
    // A doubt that a bounce settled; that a complaint or an unsubscription settled, for who answers has received.
    'bounced',
    'heard-from',
  ]),
  code: z.number().nullable(),
  enhanced: z.string().nullable(),
  reply: z.string(),
});
export type DeliveryOutcome = z.infer<typeof outcomeSchema>;

/** One recipient of one campaign, and what became of the message. */
export interface Delivery {
  id: string;
  campaignId: string;
  subscriberId: string;
  /** Empty where the person was erased. */
  address: string;
  /** As `personHash` names whom it is to. */
  person: string;
  language: Language;
  state: DeliveryState;
  /** Attempts that the recipient's side answered; trouble with our own server costs none, nor do the first refusals of our pace. */
  attempts: number;
  /** When a deferred delivery is tried again; null in every other state. */
  nextAttemptAt: Date | null;
  outcome: DeliveryOutcome | null;
  updatedAt: Date;
}

/** A delivery as the table holds it, with the campaign's public id. */
export interface StoredDelivery {
  id: number;
  campaign_uid: string;
  subscriber_id: string;
  address: string;
  person: string;
  language: string;
  state: string;
  attempts: number;
  next_attempt_at: number;
  outcome: string | null;
  updated_at: number;
}

export const deliveryColumns = `d.id, c.uid AS campaign_uid, d.subscriber_id, d.address, d.person, d.language, ${shownState} AS state, d.attempts,
  d.next_attempt_at, d.outcome, d.updated_at`;

export function deliveryOf(row: StoredDelivery): Delivery {
  const state = row.state as DeliveryState;
  return {
    id: deliveryId(row.campaign_uid, row.id),
    campaignId: row.campaign_uid,
    subscriberId: row.subscriber_id,
    address: row.address,
    person: row.person,
    language: row.language as Language,
    state,
    attempts: row.attempts,
    nextAttemptAt: state === 'deferred' ? new Date(Number(row.next_attempt_at)) : null,
    outcome: row.outcome === null ? null : outcomeSchema.parse(JSON.parse(row.outcome)),
    updatedAt: new Date(Number(row.updated_at)),
  };
}

/**
 * The public id of a delivery: the campaign's id and the row's number in base 36. The campaign's part is never used
 * again, not even by a new ledger, so that a link in an old mail cannot come to mean somebody else.
 */
export function deliveryId(campaignUid: string, rowId: number): string {
  return `${campaignUid}-${rowId.toString(36)}`;
}

/** Takes a public id apart; null when it is none. */
export function parseDeliveryId(id: string): { campaignUid: string; rowId: number } | null {
  const [, campaignUid, row] = /^([a-z2-7]{10})-([0-9a-z]{1,7})$/.exec(id) ?? [];
  return campaignUid === undefined || row === undefined ? null : { campaignUid, rowId: parseInt(row, 36) };
}
