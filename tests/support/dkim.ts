import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { DkimKey } from '@nachra/delivery';

/** One RSA-2048 and one ed25519 key of `news.example.test`. */
export function signingKeys(): [rsa: DkimKey, ed25519: DkimKey] {
  const domain = 'news.example.test';
  return [
    { domain, selector: 'rsa1', key: pemOf(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey) },
    { domain, selector: 'ed1', key: pemOf(generateKeyPairSync('ed25519').privateKey) },
  ];
}

/** The TXT record of a key, as docs/deliverability.md says to publish it. */
export function recordOf({ key }: DkimKey): string {
  const publicKey = createPublicKey(key);
  const isRsa = publicKey.asymmetricKeyType === 'rsa';
  const spki = publicKey.export({ format: 'der', type: 'spki' });
  // RFC 8463 §4: an ed25519 record holds the bare 32 bytes.
  const bytes = isRsa ? spki : spki.subarray(-32);
  return `v=DKIM1; k=${isRsa ? 'rsa' : 'ed25519'}; p=${bytes.toString('base64')}`;
}

export function nameOf({ domain, selector }: DkimKey): string {
  return `${selector}._domainkey.${domain}`;
}

export function pemOf(key: KeyObject): string {
  return key.export({ format: 'pem', type: 'pkcs8' }).toString();
}
