import { createHmac } from 'node:crypto';

/** What a secret is recognised by: nobody can find the secret from it. Pure. */
export function fingerprintOf(secret: string): string {
  return createHmac('sha256', secret).update('nachra fingerprint').digest('hex').slice(0, 32);
}
