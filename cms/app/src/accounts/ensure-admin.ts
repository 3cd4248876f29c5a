import type { Core } from '@strapi/strapi';
import { settings } from '../settings';
import { CmsError } from '../settings/errors';

export interface NewAccount {
  email: string;
  firstname: string;
  lastname: string;
  password: string;
  /** Code of the role; a super admin when left out. */
  role?: string;
}

interface UserService {
  findOneByEmail?(email: string): Promise<unknown>;
  exists(where: { email: string }): Promise<boolean>;
  create(user: Record<string, unknown>): Promise<{ id: number }>;
}

/**
 * Makes an account of the admin that may sign in at once, in the installation's language.
 *
 * Idempotent by the e-mail address: an account that exists is left as it is, password included.
 *
 * @returns whether the account was made
 * @throws {CmsError} code `ROLE_UNKNOWN`
 */
export async function ensureAccount(strapi: Core.Strapi, account: NewAccount): Promise<boolean> {
  const users = strapi.service('admin::user') as unknown as UserService;
  if (await users.exists({ email: account.email })) return false;
  const code = account.role ?? 'strapi-super-admin';
  const role = (await strapi.db.query('admin::role').findOne({ where: { code } })) as { id: number } | null;
  if (role === null) throw new CmsError('ROLE_UNKNOWN', `There is no role with the code ${code}.`);
  const { email, firstname, lastname, password } = account;
  await users.create({
    email,
    firstname,
    lastname,
    password,
    isActive: true,
    roles: [role.id],
    preferedLanguage: settings().defaultLanguage,
  });
  return true;
}
