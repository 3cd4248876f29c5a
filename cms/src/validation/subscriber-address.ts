import { z } from 'zod';
import type { Check } from './check';

const addressSchema = z.email().max(254);

/** Lower-cases the domain (it has no case, RFC 1035) and trims; the local part belongs to its server. */
export function normaliseAddress(address: string): string {
  const trimmed = address.trim();
  const at = trimmed.lastIndexOf('@');
  return at < 0 ? trimmed : trimmed.slice(0, at + 1) + trimmed.slice(at + 1).toLowerCase();
}

/** A subscriber's address must be one, and nobody else's. The normalised form is what is stored. */
export const subscriberAddress: Check = async (data, documentId, lookup) => {
  const given = data['address'];
  if (given === undefined) return [];
  const address = typeof given === 'string' ? normaliseAddress(given) : '';
  if (!addressSchema.safeParse(address).success) {
    return [
      {
        path: ['address'],
        message: `« ${typeof given === 'string' ? given : JSON.stringify(given)} » n’est pas une adresse électronique. Elle s’écrit nom@domaine, par exemple salma@exemple.ma.`,
      },
    ];
  }
  data['address'] = address;
  const other = await lookup.other('api::subscriber.subscriber', { address }, documentId);
  return other === null
    ? []
    : [{ path: ['address'], message: `L’adresse ${address} est déjà celle d’un autre abonné.` }];
};
