import { onePersonIn, withdrawDoubles, withdrawSubscriber, type Ledger } from '@nachra/delivery';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { uids } from '../../../shared/uids';
import type { ContentTransactions } from '../common/content-transactions';
import { carryStopsOf } from './carry-stops';
import type { DocumentWrite } from './checks/check-fields';
import type { AudienceStore } from './documents/audience-store';
import { personIdOf } from './documents/person-identifier';

const subscriberSchema = z
  .object({ address: z.string(), person: z.string().nullish(), confirmed: z.boolean().nullish() })
  .transform(({ address, person, confirmed }) => ({
    address,
    person: person ?? '',
    // As the audience reads it: whoever nobody has said anything of is confirmed.
    isConfirmed: confirmed ?? true,
  }));
type Stored = z.infer<typeof subscriberSchema>;
const writtenSchema = z.object({ documentId: z.string() });

/** What a write does to whether, and where, a subscriber may be mailed, and who she is. */
const telling: readonly string[] = ['create', 'clone', 'update', 'delete'];

interface Moving {
  audience: Pick<AudienceStore, 'onePersonWith' | 'othersOf'>;
  ledger: Ledger;
  afterwards: ContentTransactions['afterwards'];
  now: () => Date;
}

/**
 * Follows what a write does to a subscriber, in the ledger, where audiences are frozen weeks before they may leave and stops are kept by
 * address:
 *
 * - who is deleted, is not confirmed any more, or has another address is withdrawn from what waits for her;
 * - what she said at one address goes with her to another one, and to whoever is found to be the same person;
 * - of one number that waits for two subscribers who are found to be the same person, one is withdrawn.
 *
 * Called before the write.
 *
 * @returns called after the write and before its commit: what is withdrawn of a write that fails after all can be sent to the rest,
 *   and the other way round it would have left. It acts once more after the commit: an audience that was read and frozen meanwhile
 *   still had the subscriber as before the write.
 */
export async function followSubscriber(
  strapi: Pick<Core.Strapi, 'db'>,
  moving: Moving,
  { uid, action, params }: DocumentWrite,
): Promise<(result: unknown) => Promise<void>> {
  if (uid !== uids.subscriber || !telling.includes(action)) return () => Promise.resolve();
  const isNew = action === 'create' || action === 'clone';
  const before = isNew || params.documentId === undefined ? null : await stored(strapi, params.documentId);
  return async (result) => {
    const subscriberId = isNew ? writtenSchema.parse(result).documentId : params.documentId;
    if (subscriberId === undefined) return;
    const follow = () => followOne(strapi, moving, { subscriberId, before, isNew });
    await follow();
    await moving.afterwards(follow);
  };
}

async function followOne(
  strapi: Pick<Core.Strapi, 'db'>,
  { audience, ledger, now }: Moving,
  { subscriberId, before, isNew }: { subscriberId: string; before: Stored | null; isNew: boolean },
): Promise<void> {
  const today = await stored(strapi, subscriberId);
  if (!isNew) {
    const address = today?.isConfirmed ? today.address : null;
    await withdrawSubscriber(ledger, { subscriberId, address }, now());
  }
  if (today === null) return;
  const isIdentified = today.person !== '' && today.person !== before?.person;
  const hasMoved = before !== null && before.address !== today.address;
  if (isIdentified || hasMoved)
    await carryStopsOf({ audience, ledger, now }, subscriberId, hasMoved ? before.address : null);
  if (isIdentified) {
    const people = await audience.onePersonWith(subscriberId);
    const onePerson = onePersonIn(new Map(people.map((one) => [one.documentId, personIdOf(one.person)])));
    await withdrawDoubles(ledger, onePerson, now());
  }
}

async function stored({ db }: Pick<Core.Strapi, 'db'>, documentId: string): Promise<Stored | null> {
  const found: unknown = await db
    .query(uids.subscriber)
    .findOne({ where: { documentId }, select: ['address', 'person', 'confirmed'] });
  return found === null ? null : subscriberSchema.parse(found);
}
