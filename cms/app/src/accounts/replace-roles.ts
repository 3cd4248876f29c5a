import type { Core } from '@strapi/strapi';

/** Roles that Strapi creates by itself; beside the newsletter's they would mean something else. */
const replacedCodes = ['strapi-editor', 'strapi-author'];

interface RoleService {
  findOne(where: { code: string }): Promise<{ id: number } | null>;
  deleteByIds(ids: number[]): Promise<unknown>;
}

/** Takes Strapi's own editor and author away at first start: before anybody has an account, nobody can have that role. */
export async function removeReplacedRoles(strapi: Core.Strapi): Promise<void> {
  if ((await strapi.db.query('admin::user').count()) > 0) return;
  const roles = strapi.service('admin::role') as unknown as RoleService;
  for (const code of replacedCodes) {
    const role = await roles.findOne({ code });
    if (role !== null) await roles.deleteByIds([role.id]);
  }
}
