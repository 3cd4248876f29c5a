import { withdrawSubscriber, type Ledger } from '@nachra/delivery';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { uids } from '../../../shared/uids';
import type { DocumentWrite } from './checks/check-fields';

const subscriberSchema = z.object({ address: z.string().nullish(), confirmed: z.boolean().nullish() });

/** What a write does to whether, and where, a subscriber may be mailed. */
const telling: readonly string[] = ['update', 'delete'];

/**
 * Withdraws what a scheduled or paused campaign would still send to somebody who is deleted, is not confirmed any more, or has
 * another address: an audience is frozen weeks before it may leave. Called after the write and before its commit: what is
 * withdrawn of a write that fails after all can be sent to the rest, and the other way round it would have left.
 */
export async function withdrawLeaving(
  strapi: Pick<Core.Strapi, 'db'>,
  { ledger, now }: { ledger: Ledger; now: () => Date },
  { uid, action, params }: DocumentWrite,
): Promise<void> {
  const { documentId: subscriberId } = params;
  if (uid !== uids.subscriber || subscriberId === undefined || !telling.includes(action)) return;
  const found: unknown = await strapi.db
    .query(uid)
    .findOne({ where: { documentId: subscriberId }, select: ['address', 'confirmed'] });
  const left = found ? subscriberSchema.parse(found) : null;
  // As the audience reads it: whoever nobody has said anything of is confirmed.
  const address = (left?.confirmed ?? true) ? (left?.address ?? null) : null;
  await withdrawSubscriber(ledger, { subscriberId, address }, now());
}
