import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { beforeRoutes } from '@nachra/strapi-plugin-newsletter';
import type { Settings } from '../settings';
import { languageAsked, signInWords } from './sign-in-words';

/** Where the first account of an installation is made. */
export const firstAdministratorPath = '/first-administrator';

type Known = Pick<Settings, 'publicUrl'> & { secrets: Pick<Settings['secrets'], 'adminJwtSecret'> };

/**
 * The token that the first account is made with. Derived from a secret of the installation, so that every process and every start
 * prints the same one and nothing is stored; it opens nothing once there is an account. Pure.
 */
export function firstAdministratorToken({ secrets }: Known): string {
  return createHmac('sha256', secrets.adminJwtSecret)
    .update('nachra-first-administrator')
    .digest('base64url');
}

/** Compared in constant time. Pure. */
export function isFirstAdministratorToken(known: Known, token: string): boolean {
  const [given, right] = [token, firstAdministratorToken(known)].map((text) => Buffer.from(text.trim()));
  return (
    given !== undefined &&
    right !== undefined &&
    given.length === right.length &&
    timingSafeEqual(given, right)
  );
}

/** Whether an account exists, active or not: then the first one has been made. */
export async function hasAdministrator(strapi: Core.Strapi): Promise<boolean> {
  return (await strapi.db.query('admin::user').count()) > 0;
}

/** What a start prints while there is no account; null afterwards. */
export async function firstAdministratorAddress(strapi: Core.Strapi, known: Known): Promise<string | null> {
  if (await hasAdministrator(strapi)) return null;
  return `${known.publicUrl}${firstAdministratorPath}?token=${firstAdministratorToken(known)}`;
}

/**
 * Closes Strapi's own way to the first account, which takes whoever comes first: its form cannot ask for the token. Called in
 * `register`.
 */
export function closeOpenRegistration(strapi: Core.Strapi, known: Known): void {
  const handlers = new Set(['authentication.registerAdmin']);
  beforeRoutes(strapi, 'admin', 'first administrator', handlers, () => {
    const { firstAdministratorElsewhere } = signInWords(languageAsked(strapi));
    throw new errors.PolicyError(firstAdministratorElsewhere(known.publicUrl + firstAdministratorPath));
  });
}
