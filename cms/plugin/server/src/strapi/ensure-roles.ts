import type { Core } from '@strapi/strapi';
import { roleDefinitions, type RoleDefinition } from '../../../shared/role-definitions';

interface Permission {
  action: string;
  subject: string | null;
  properties: { fields?: string[] };
  conditions: string[];
}

interface RoleService {
  findOne(where: { code: string }): Promise<{ id: number } | null>;
  create(role: { code: string; name: string; description: string }): Promise<{ id: number }>;
  addPermissions(roleId: number, permissions: Permission[]): Promise<unknown>;
}

interface AdminContentTypes {
  getNestedFields(model: unknown, options: { components: unknown }): string[];
}

/**
 * Makes the roles at first start. Idempotent by the role's code: a role that exists may have been
 * changed by an administrator and is left as it is.
 */
export async function ensureRoles(strapi: Core.Strapi): Promise<void> {
  const roles = strapi.service('admin::role') as unknown as RoleService;
  for (const definition of roleDefinitions) {
    if ((await roles.findOne({ code: definition.code })) !== null) continue;
    const { code, name, description } = definition;
    const role = await roles.create({ code, name, description });
    await roles.addPermissions(role.id, permissionsOf(strapi, definition));
  }
}

function permissionsOf(strapi: Core.Strapi, definition: RoleDefinition): Permission[] {
  const contentTypes = strapi.service('admin::content-type') as unknown as AdminContentTypes;
  const forContent = definition.content.flatMap(({ actions, subjects }) =>
    subjects.flatMap((subject) =>
      actions.map((action) => {
        const model: unknown = strapi.contentTypes[subject as keyof typeof strapi.contentTypes];
        const hasFields = !/\.(delete|publish)$/.test(action);
        const fields = hasFields
          ? contentTypes.getNestedFields(model, { components: strapi.components })
          : undefined;
        return { action, subject, properties: fields ? { fields } : {}, conditions: [] };
      }),
    ),
  );
  const others = definition.actions.map((action) => ({
    action,
    subject: null,
    properties: {},
    conditions: [],
  }));
  return [...forContent, ...others];
}
