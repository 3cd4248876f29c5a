import { addressKey, normaliseAddress } from '@nachra/delivery';
import { messageOf } from '../../common/errors';
import { uids } from '../../../../shared/uids';
import type { SaveProblem } from '../../common/save-problem';
import { storedPerson } from '../documents/person-identifier';
import type { Check } from './document-check';

/**
 * Writes a valid address, and the identifier of the person, in the form in which they are stored, and beside the address the one in which
 * addresses are compared: the unique index of that column keeps two writers from adding one mailbox twice at the same moment.
 */
export function normaliseSubscriber(data: Record<string, unknown>): void {
  delete data['addressKey'];
  const address = typeof data['address'] === 'string' ? normaliseAddress(data['address']) : null;
  if (typeof data['person'] === 'string') data['person'] = storedPerson(data['person']);
  if (address === null) return;
  data['address'] = address;
  data['addressKey'] = addressKey(address);
}

/** A subscriber's address must be valid and not belong to another subscriber, whatever its capitals. */
export const subscriberAddress: Check = async (data, documentId, lookup) => {
  const given = data['address'];
  if (given === undefined) return [];
  const address = typeof given === 'string' ? normaliseAddress(given) : null;
  const path = ['address'];
  if (address === null) {
    const written = typeof given === 'string' ? given : JSON.stringify(given);
    return [{ path, code: 'ADDRESS_INVALID', data: { address: written } }];
  }
  const alike = { $or: [{ address }, { addressKey: addressKey(address) }] };
  const other = await lookup.other(uids.subscriber, alike, documentId);
  if (other === null) return [];
  const held = (await lookup.current(uids.subscriber, other))?.['address'];
  return typeof held === 'string' && held !== address
    ? [{ path, code: 'ADDRESS_ALIKE', data: { address, held } }]
    : [{ path, code: 'ADDRESS_TAKEN', data: { address } }];
};

/** How SQLite (`newsletter_subscribers.address_key`) and PostgreSQL (the index's name) say which column was not unique. */
const takenColumn = /newsletter_subscribers[._]address/;

/** What keeps a subscriber from being saved, where another writer took the address between the check and the write. */
export function addressProblems(uid: string, data: object | undefined, error: unknown): SaveProblem[] {
  if (uid !== uids.subscriber || !takenColumn.test(messageOf(error))) return [];
  const { address } = (data ?? {}) as { address?: unknown };
  return [{ path: ['address'], code: 'ADDRESS_TAKEN', data: { address: String(address) } }];
}
