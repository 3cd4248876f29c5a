import { normaliseAddress } from '@nachra/delivery';
import { uids } from '../content-types';
import type { Check } from './check';

/** A subscriber's address must be one, and nobody else's. The normalised form is what is stored. */
export const subscriberAddress: Check = async (data, documentId, lookup) => {
  const given = data['address'];
  if (given === undefined) return [];
  const address = typeof given === 'string' ? normaliseAddress(given) : null;
  if (address === null) {
    return [
      {
        path: ['address'],
        message: `« ${typeof given === 'string' ? given : JSON.stringify(given)} » n’est pas une adresse électronique. Elle s’écrit nom@domaine, par exemple salma@exemple.ma.`,
      },
    ];
  }
  data['address'] = address;
  const other = await lookup.other(uids.subscriber, { address }, documentId);
  return other === null
    ? []
    : [{ path: ['address'], message: `L’adresse ${address} est déjà celle d’un autre abonné.` }];
};
