import { randomBytes } from 'node:crypto';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { parseEnv } from 'node:util';

const secretNames = [
  'APP_KEYS',
  'API_TOKEN_SALT',
  'ADMIN_JWT_SECRET',
  'TRANSFER_TOKEN_SALT',
  'ENCRYPTION_KEY',
  'NACHRA_LINK_SECRET',
] as const;

/** A fresh random value for each secret, as variables. */
export function randomSecrets(): Record<(typeof secretNames)[number], string> {
  return Object.fromEntries(
    secretNames.map((name) => [name, randomBytes(32).toString('base64url')]),
  ) as Record<(typeof secretNames)[number], string>;
}

/**
 * Sees to it that a file of variables holds every secret: appends the missing ones, random, and leaves all else as it
 * is. No secret has a default in the code, so no installation runs with a publicly known one.
 *
 * Idempotent: a secret that has a value is never touched.
 *
 * @returns names of the secrets that were written
 */
export async function ensureSecrets(file: string): Promise<string[]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const present = parseEnv(text);
  const missing = Object.entries(randomSecrets()).filter(([name]) => !present[name]);
  if (missing.length === 0) return [];
  const lines = missing.map(([name, value]) => `${name}=${value}`).join('\n');
  const start = text === '' ? '' : text.endsWith('\n') ? text : `${text}\n`;
  await writeFile(file, `${start}${lines}\n`, { mode: 0o600 });
  await chmod(file, 0o600);
  return missing.map(([name]) => name);
}
