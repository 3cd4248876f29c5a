import { normaliseAddress } from '@nachra/delivery';
import { uids } from '../../../../shared/uids';
import { storedPerson } from '../documents/person-identifier';
import type { Check } from './document-check';

/** Writes a valid address, and the identifier of the person, in the form in which they are stored and compared. */
export function normaliseSubscriber(data: Record<string, unknown>): void {
  const address = typeof data['address'] === 'string' ? normaliseAddress(data['address']) : null;
  if (address !== null) data['address'] = address;
  if (typeof data['person'] === 'string') data['person'] = storedPerson(data['person']);
}

/** A subscriber's address must be valid and not belong to another subscriber. */
export const subscriberAddress: Check = async (data, documentId, lookup) => {
  const given = data['address'];
  if (given === undefined) return [];
  const address = typeof given === 'string' ? normaliseAddress(given) : null;
  if (address === null) {
    return [
      {
        path: ['address'],
        code: 'ADDRESS_INVALID',
        data: { address: typeof given === 'string' ? given : JSON.stringify(given) },
      },
    ];
  }
  const other = await lookup.other(uids.subscriber, { address }, documentId);
  return other === null ? [] : [{ path: ['address'], code: 'ADDRESS_TAKEN', data: { address } }];
};
