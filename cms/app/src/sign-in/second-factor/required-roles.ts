import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import { CmsError } from '../../settings/errors';
import { languageAsked } from '../sign-in-words';
import { secondFactorWords } from './second-factor-words-of';

const roleSchema = z.object({ id: z.number(), name: z.string(), code: z.string() });
type Role = z.infer<typeof roleSchema>;
const userSchema = z.object({ roles: z.array(roleSchema) });
const nameSchema = z.object({ name: z.string().nullish() }).catch({});
/** What the database layer tells of a write before it is made. */
interface RoleWrite {
  params: { where?: unknown; data?: unknown };
}

/** The roles whose people must have a second factor. */
export interface RequiredRoles {
  /** Whether an account has one of them. */
  isAskedOf(userId: number): Promise<boolean>;
}

const isNamed = (names: readonly string[], { name, code }: Role): boolean =>
  names.some((each) => [name, code].some((known) => known.toLowerCase() === each.toLowerCase()));

/**
 * The roles that a setting names; each name has to be one, since a misspelt one would protect nobody.
 *
 * @param names codes or names, as the setting says them
 * @throws {CmsError} code `ROLE_UNKNOWN`
 */
export async function namedRoles(strapi: Core.Strapi, names: readonly string[]): Promise<Role[]> {
  if (names.length === 0) return [];
  const roles = await readRoles(strapi, {});
  const missing = names.find((name) => !roles.some((role) => isNamed([name], role)));
  if (missing !== undefined) {
    const known = roles.map(({ name, code }) => `${name} (${code})`).join(', ');
    throw new CmsError(
      'ROLE_UNKNOWN',
      `NACHRA_SECOND_FACTOR_ROLES names “${missing}”, and there is no such role. There are: ${known}.`,
    );
  }
  return roles.filter((role) => isNamed(names, role));
}

/**
 * Finds the required roles once. From then on they are known by what no renaming changes, and whoever renames or deletes one so that the
 * setting names nothing any more is refused: the next start would be. A role that comes to bear such a name is one of them too.
 *
 * @throws {CmsError} code `ROLE_UNKNOWN`
 */
export async function openRequiredRoles(
  strapi: Core.Strapi,
  names: readonly string[],
): Promise<RequiredRoles> {
  const ids = new Set((await namedRoles(strapi, names)).map(({ id }) => id));
  const keepNamed = async ({ where, data }: RoleWrite['params'], isDeleted: boolean) => {
    if (names.length === 0) return;
    const written = new Set((await readRoles(strapi, where)).map(({ id }) => id));
    const { name } = nameSchema.parse(data ?? {});
    const before = await readRoles(strapi, {});
    const after = before.flatMap((role) => {
      if (!written.has(role.id)) return role;
      return isDeleted ? [] : { ...role, name: name ?? role.name };
    });
    const isOne = (roles: readonly Role[], each: string) => roles.some((role) => isNamed([each], role));
    const lost = names.find((each) => isOne(before, each) && !isOne(after, each));
    if (lost !== undefined)
      throw new errors.ApplicationError(secondFactorWords(languageAsked(strapi)).roleIsNamed(lost));
  };
  const beforeUpdate = ({ params }: RoleWrite) => keepNamed(params, false);
  const beforeDelete = ({ params }: RoleWrite) => keepNamed(params, true);
  strapi.db.lifecycles.subscribe({
    models: ['admin::role'],
    ...{ beforeUpdate, beforeUpdateMany: beforeUpdate },
    ...{ beforeDelete, beforeDeleteMany: beforeDelete },
  });
  return {
    async isAskedOf(userId) {
      if (names.length === 0) return false;
      const found: unknown = await strapi.db
        .query('admin::user')
        .findOne({ where: { id: userId }, populate: ['roles'] });
      const roles = found === null ? [] : userSchema.parse(found).roles;
      return roles.some((role) => ids.has(role.id) || isNamed(names, role));
    },
  };
}

async function readRoles(strapi: Core.Strapi, where: unknown): Promise<Role[]> {
  const found: unknown = await strapi.db.query('admin::role').findMany({ where: where as object });
  return z.array(roleSchema).parse(found);
}
