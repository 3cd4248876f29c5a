import type { Core } from '@strapi/strapi';

/** What the roles of an account allow, as Strapi's permission engine says it. */
export interface Ability {
  can(action: string, subject?: string, field?: string): boolean;
}

interface Permissions {
  engine: { generateUserAbility(user: object): Promise<Ability> };
}

/** What somebody may do who makes no request now. @param account its row, with its roles */
export function abilityOf(strapi: Core.Strapi, account: object): Promise<Ability> {
  const { engine } = strapi.service('admin::permission') as unknown as Permissions;
  return engine.generateUserAbility(account);
}

type Verb = 'read' | 'create' | 'update';
type Asks = Record<Verb, (document?: unknown, field?: string) => boolean>;

/** What somebody may do with the documents of one content type; the part of Strapi's that is used here. */
interface PermissionChecker {
  can: Asks;
  cannot: Asks;
}

interface PermissionCheckers {
  create(request: { userAbility: unknown; model: string }): PermissionChecker;
}

/**
 * The content manager's own answer to what somebody may do. A bare `ability.can(action, uid)` is true even where a role may only
 * do it to some documents, so ask with the document wherever there is one.
 *
 * @param userAbility as Strapi puts it into a request's state
 */
export function permissionChecker(
  strapi: Core.Strapi,
  userAbility: unknown,
  model: string,
): PermissionChecker {
  const checkers = strapi.service(
    'plugin::content-manager.permission-checker',
  ) as unknown as PermissionCheckers;
  return checkers.create({ userAbility, model });
}
