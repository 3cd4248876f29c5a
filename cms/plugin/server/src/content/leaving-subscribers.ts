import { withdrawSubscriber, type Ledger } from '@nachra/delivery';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { uids } from '../../../shared/uids';
import type { ContentTransactions } from '../common/content-transactions';
import type { DocumentWrite } from './checks/check-fields';

const subscriberSchema = z.object({ address: z.string().nullish(), confirmed: z.boolean().nullish() });

/** What a write does to whether, and where, a subscriber may be mailed. */
const telling: readonly string[] = ['update', 'delete'];

interface Leaving {
  ledger: Ledger;
  afterwards: ContentTransactions['afterwards'];
  now: () => Date;
}

/**
 * Withdraws what a scheduled or paused campaign would still send to somebody who is deleted, is not confirmed any more, or has
 * another address: an audience is frozen weeks before it may leave. Called after the write and before its commit: what is
 * withdrawn of a write that fails after all can be sent to the rest, and the other way round it would have left. Once more
 * after the commit: an audience that was read and frozen meanwhile still had the subscriber as before the write.
 */
export async function withdrawLeaving(
  strapi: Pick<Core.Strapi, 'db'>,
  { ledger, afterwards, now }: Leaving,
  { uid, action, params }: DocumentWrite,
): Promise<void> {
  const { documentId: subscriberId } = params;
  if (uid !== uids.subscriber || subscriberId === undefined || !telling.includes(action)) return;
  const withdraw = async () => {
    const address = await addressNow(strapi, subscriberId);
    await withdrawSubscriber(ledger, { subscriberId, address }, now());
  };
  await withdraw();
  await afterwards(withdraw);
}

/** Where a subscriber may be mailed; null for nowhere any more. */
async function addressNow({ db }: Pick<Core.Strapi, 'db'>, documentId: string): Promise<string | null> {
  const found: unknown = await db
    .query(uids.subscriber)
    .findOne({ where: { documentId }, select: ['address', 'confirmed'] });
  const left = found ? subscriberSchema.parse(found) : null;
  // As the audience reads it: whoever nobody has said anything of is confirmed.
  return (left?.confirmed ?? true) ? (left?.address ?? null) : null;
}
