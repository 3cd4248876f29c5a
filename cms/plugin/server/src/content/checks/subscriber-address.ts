import { normaliseAddress } from '@nachra/delivery';
import { uids } from '../../../../shared/uids';
import type { Check } from './document-check';

/** A subscriber's address must be valid and not belong to another subscriber. It is stored in its normalised form. */
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
  data['address'] = address;
  const other = await lookup.other(uids.subscriber, { address }, documentId);
  return other === null ? [] : [{ path: ['address'], code: 'ADDRESS_TAKEN', data: { address } }];
};
