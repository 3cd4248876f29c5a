import { createPrivateKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { configError, type DeliveryError } from '../../errors';
import { adviceOf, type SettingDescription } from '../../setting-description';
import type { DkimKey } from './dkim';

const domain = z.string().regex(/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/i);
const selector = z.string().regex(/^[a-z0-9](?:[a-z0-9._-]{0,61}[a-z0-9])?$/i);
const text = z.string().min(1);

/** The variables, for whoever reads an environment. All may be missing. */
export const dkimVariables = {
  DKIM_DOMAIN: domain.optional(),
  DKIM_SELECTOR: selector.optional(),
  DKIM_PRIVATE_KEY_FILE: text.optional(),
  DKIM_PRIVATE_KEY: text.optional(),
  DKIM_ED25519_SELECTOR: selector.optional(),
  DKIM_ED25519_PRIVATE_KEY_FILE: text.optional(),
  DKIM_ED25519_PRIVATE_KEY: text.optional(),
};

/** What people are told about each. */
export const dkimDescriptions: Record<keyof typeof dkimVariables, SettingDescription> = {
  DKIM_DOMAIN: {
    group: 'Signing with DKIM',
    meaning: "the domain that signs: that of the sender's address or one above it, such as `example.org`",
    unset: 'none (not signed)',
  },
  DKIM_SELECTOR: {
    group: 'Signing with DKIM',
    advice: 'the name of the key in the DNS, such as nachra1 for nachra1._domainkey.example.org',
    meaning: 'the name of the RSA key in the DNS, such as `nachra1` for `nachra1._domainkey.example.org`',
  },
  DKIM_PRIVATE_KEY_FILE: {
    group: 'Signing with DKIM',
    advice: 'the file of an RSA key of 2048 bits or more, as PEM',
    meaning: 'the file of the RSA key, as PEM; 2048 bits or more',
  },
  DKIM_PRIVATE_KEY: {
    group: 'Signing with DKIM',
    advice: 'an RSA key of 2048 bits or more as PEM text (line breaks may be written \\n)',
    meaning: 'or its PEM text, line breaks written `\\n`',
    secret: true,
  },
  DKIM_ED25519_SELECTOR: {
    group: 'Signing with DKIM',
    advice: 'the name of the ed25519 key in the DNS, different from DKIM_SELECTOR',
    meaning: 'the name of a second key in the DNS, different from the first, such as `nachra2`',
  },
  DKIM_ED25519_PRIVATE_KEY_FILE: {
    group: 'Signing with DKIM',
    advice: 'the file of an ed25519 key, as PEM',
    meaning: 'the file of that ed25519 key, as PEM',
  },
  DKIM_ED25519_PRIVATE_KEY: {
    group: 'Signing with DKIM',
    advice: 'an ed25519 key as PEM text (line breaks may be written \\n)',
    meaning: 'or its PEM text, line breaks written `\\n`',
    secret: true,
  },
};

type Name = keyof typeof dkimVariables;
type DkimVariables = { [Key in Name]?: string | undefined };

/**
 * The keys that messages are signed with: none when nothing is set; RSA, and ed25519 as a second one when it is set.
 * Reads the files that the variables name.
 *
 * @throws {DeliveryError} naming the variable, never its value
 */
export function dkimKeys(env: DkimVariables): DkimKey[] {
  const given = (Object.keys(dkimVariables) as Name[]).filter((name) => env[name] !== undefined);
  const [first] = given;
  if (first === undefined) return [];
  const because = `${first} is set`;
  const signer = required(env, 'DKIM_DOMAIN', because);
  const rsa = readKey(env, 'DKIM_PRIVATE_KEY', because);
  if (rsa.asymmetricKeyType !== 'rsa' || (rsa.asymmetricKeyDetails?.modulusLength ?? 0) < 2048) {
    throw unusable(sourceOf(env, 'DKIM_PRIVATE_KEY'));
  }
  const keys = [{ domain: signer, selector: required(env, 'DKIM_SELECTOR', because), key: pemOf(rsa) }];
  const second = given.find((name) => name.startsWith('DKIM_ED25519'));
  if (second === undefined) return keys;
  const ed25519 = readKey(env, 'DKIM_ED25519_PRIVATE_KEY', `${second} is set`);
  if (ed25519.asymmetricKeyType !== 'ed25519') throw unusable(sourceOf(env, 'DKIM_ED25519_PRIVATE_KEY'));
  const name = required(env, 'DKIM_ED25519_SELECTOR', `${second} is set`);
  if (name === env.DKIM_SELECTOR) throw unusable('DKIM_ED25519_SELECTOR');
  return [...keys, { domain: signer, selector: name, key: pemOf(ed25519) }];
}

function pemOf(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }).toString();
}

type KeyName = 'DKIM_PRIVATE_KEY' | 'DKIM_ED25519_PRIVATE_KEY';

function readKey(env: DkimVariables, name: KeyName, because: string): KeyObject {
  const file = env[`${name}_FILE`];
  const pem = file === undefined ? required(env, name, because) : readPem(`${name}_FILE`, file);
  try {
    return createPrivateKey(pem.replaceAll('\\n', '\n'));
  } catch {
    throw unusable(sourceOf(env, name));
  }
}

function readPem(name: Name, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw configError(
      name,
      'unreadable-file',
      `${name} names a file that cannot be read. Set it to ${adviceOf(dkimDescriptions[name])}.`,
    );
  }
}

function sourceOf(env: DkimVariables, name: KeyName): Name {
  return env[`${name}_FILE`] === undefined ? name : `${name}_FILE`;
}

function required(env: DkimVariables, name: Name, because: string): string {
  const value = env[name];
  if (value === undefined) {
    throw configError(
      name,
      'missing',
      `${name} is missing, though ${because}. Set it to ${adviceOf(dkimDescriptions[name])}.`,
    );
  }
  return value;
}

function unusable(name: Name): DeliveryError {
  return configError(
    name,
    'unusable',
    `${name} has a value that cannot be used. Set it to ${adviceOf(dkimDescriptions[name])}.`,
  );
}
