import type { Ledger } from '../../ledger';
import { addressKey } from '../candidates';
import { keyedMac } from './keyed-mac';

/**
 * Names the person behind an address without the address: 26 characters of base 32, of which nobody finds the address without
 * the key. What is kept where an erasure does not reach (suppressions, the ledger's events, the journal) names persons so, and
 * a link carries it, so that it works when everything else is lost. Pure.
 *
 * @param key `NACHRA_PERSON_KEY`; with another one, every suppression of before names nobody
 * @param address in its normal form, or as {@link addressKey} makes it
 */
export function personHash(key: string, address: string): string {
  return keyedMac(key, 'person', addressKey(address));
}

/** Names a person as a ledger does. @throws when the ledger was opened without the key, by a tool that names nobody */
export function personIn({ personKey }: Pick<Ledger, 'personKey'>, address: string): string {
  if (personKey === null)
    throw new Error(
      'This ledger was opened without the key that persons are named by: pass it to openLedger.',
    );
  return personHash(personKey, address);
}
