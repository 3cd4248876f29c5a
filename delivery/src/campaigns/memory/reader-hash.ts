import type { Ledger } from '../../ledger';
import { keyedMac } from '../links/keyed-mac';
import { personIn } from '../links/person-hash';

/** Characters of base 32 in one reader hash: 65 bits, of which a million readers have two alike once in some ten million numbers. */
export const readerHashLength = 13;

type Named = Pick<Ledger, 'personKey'>;

/** The reader hash of an address, in the form of `addressKey`: how the hash begins that names the person elsewhere. Pure. */
export function hashOfAddress(ledger: Named, addressKey: string): string {
  return personIn(ledger, addressKey).slice(0, readerHashLength);
}

/** The reader hash of a subscriber, by her id, or of a person identifier. Pure. @throws as `personIn` does */
export function hashOfId({ personKey }: Named, id: string): string {
  if (personKey === null)
    throw new Error('This ledger was opened without the key that readers are named by.');
  return keyedMac(personKey, 'reader', id, 9).slice(0, readerHashLength);
}
