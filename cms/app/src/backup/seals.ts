import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { CmsError } from '../settings/errors';
import { secretsOf, type Variables } from './kept-apart';
import type { Manifest } from './manifest';

/** What the key of a seal is for: nothing else is signed under it, whatever else the secret is used for. */
const purpose = 'nachra backup manifest 1';

/**
 * Seals of a manifest, one under each secret of the installation. Nobody without a secret can make one, and one is enough to show that
 * nothing was changed: where a secret is lost or was replaced since, the others still say so. Pure.
 *
 * @param text the manifest without its seals
 */
export function sealsOf(text: string, variables: Variables): Record<string, string> {
  return Object.fromEntries(
    Object.keys(secretsOf(variables)).map((name) => [name, sealOf(text, variables[name] ?? '')]),
  );
}

/**
 * Refuses an archive that is not as an installation with these secrets has made it. Its digests alone say nothing: whoever changes an
 * entry computes them anew.
 *
 * @param text the manifest without its seals, as it was read
 * @param withOtherSecrets a person has said that the secrets of before are lost: then an archive whose secrets are all others passes
 * @returns `unknown` for an archive of which no secret is here
 * @throws {CmsError} code `BACKUP_CHANGED`
 */
export function checkSeals(
  { secrets, seals }: Manifest,
  text: string,
  variables: Variables,
  withOtherSecrets: boolean,
): 'sealed' | 'unknown' {
  const here = secretsOf(variables);
  const known = Object.keys(secrets).filter((name) => secrets[name] === here[name]);
  const isBroken = known.some((name) => !isEqual(seals[name] ?? '', sealOf(text, variables[name] ?? '')));
  if (!isBroken && known.length > 0) return 'sealed';
  if (!isBroken && withOtherSecrets) return 'unknown';
  throw new CmsError(
    'BACKUP_CHANGED',
    'This archive was changed after it was made, or another installation made it: its seal is not the one that the secrets of this installation make. Nothing was restored. Take another copy of it, or an earlier backup, and find out who could write to this one.',
  );
}

function sealOf(text: string, secret: string): string {
  const key = Buffer.from(hkdfSync('sha256', secret, '', purpose, 32));
  return createHmac('sha256', key).update(text).digest('hex');
}

function isEqual(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
