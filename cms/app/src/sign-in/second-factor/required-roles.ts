import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { CmsError } from '../../settings/errors';

const roleSchema = z.object({ name: z.string(), code: z.string() });
type Role = z.infer<typeof roleSchema>;
const userSchema = z.object({ roles: z.array(roleSchema) });

const isNamed = (names: readonly string[], { name, code }: Role): boolean =>
  names.some((each) => [name, code].some((known) => known.toLowerCase() === each.toLowerCase()));

/**
 * Sees to it that each role for which a second factor is required exists: a misspelt one would protect nobody.
 *
 * @param names codes or names, as the setting says them
 * @throws {CmsError} code `ROLE_UNKNOWN`
 */
export async function checkRequiredRoles(strapi: Core.Strapi, names: readonly string[]): Promise<void> {
  if (names.length === 0) return;
  const roles = z.array(roleSchema).parse(await strapi.db.query('admin::role').findMany({}));
  const missing = names.find((name) => !roles.some((role) => isNamed([name], role)));
  if (missing === undefined) return;
  const known = roles.map(({ name, code }) => `${name} (${code})`).join(', ');
  throw new CmsError(
    'ROLE_UNKNOWN',
    `NACHRA_SECOND_FACTOR_ROLES names “${missing}”, and there is no such role. There are: ${known}.`,
  );
}

/** Whether an account has one of those roles. */
export async function hasRequiredRole(
  strapi: Core.Strapi,
  names: readonly string[],
  userId: number,
): Promise<boolean> {
  if (names.length === 0) return false;
  const found: unknown = await strapi.db
    .query('admin::user')
    .findOne({ where: { id: userId }, populate: ['roles'] });
  return found !== null && userSchema.parse(found).roles.some((role) => isNamed(names, role));
}
