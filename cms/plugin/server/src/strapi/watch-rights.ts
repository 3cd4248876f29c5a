import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { JournalName } from '../../../shared/journal-lists';
import { nameWithoutAddress } from '../common/accounts';
import type { Actor, Journal } from '../common/journal';

const roleSchema = z.object({ id: z.number(), name: z.string() });
const userSchema = z.object({
  id: z.number(),
  firstname: z.string().nullish(),
  lastname: z.string().nullish(),
  isActive: z.boolean().nullish(),
  blocked: z.boolean().nullish(),
  roles: z.array(roleSchema).default([]),
});
const permissionsSchema = z.array(z.object({ action: z.string(), subject: z.string().nullish() }));

/** What the rights are watched with. */
export interface RightsWatch {
  /** Null until the plugin is open. */
  journal: () => Journal | null;
  /** Who stands behind the request that is being answered; null for a script, and for Strapi's own start. */
  writer: () => Actor | null;
}

export interface LifecycleEvent {
  params: { where?: unknown };
  result?: unknown;
  state: Record<string, unknown>;
}

type Kind = 'user' | 'role';
type Snapshot = Record<string, string | boolean | null>;

/**
 * Puts changes of the admin's people, roles and permissions on record: who may do what at the desk, and since when. Runs in
 * the database layer, under every route that changes them.
 */
export function watchRights(strapi: Core.Strapi, watch: RightsWatch): void {
  for (const kind of ['user', 'role'] as const) {
    const record = (change: string, data: object) =>
      recordRights(watch, `${kind}.${change}` as JournalName, data);
    const now = (where: unknown) => readOne(strapi, kind, where);
    strapi.db.lifecycles.subscribe({
      models: [`admin::${kind}`],
      async afterCreate({ result }: LifecycleEvent) {
        await record('created', { ...(await now({ id: idOf(result) })) });
      },
      async beforeUpdate({ params, state }: LifecycleEvent) {
        if (watch.writer() === null) return;
        state['before'] = await now(params.where);
        state['keys'] = await readKeys(strapi, kind, params.where);
      },
      async afterUpdate({ result, state }: LifecycleEvent) {
        const before = state['before'] as Snapshot | null | undefined;
        const after = await now({ id: idOf(result) });
        const keysBefore = (state['keys'] ?? {}) as Keys;
        const keysAfter = before ? await readKeys(strapi, kind, { id: idOf(result) }) : {};
        const keys = keyNames.filter((key) => keysBefore[key] !== keysAfter[key]);
        if (before && after && (keys.length > 0 || JSON.stringify(before) !== JSON.stringify(after)))
          await record('changed', { ...after, before, ...(keys.length > 0 && { keys }) });
      },
      async beforeDelete({ params, state }: LifecycleEvent) {
        if (watch.writer() !== null) state['before'] = await now(params.where);
      },
      async afterDelete({ state }: LifecycleEvent) {
        await record('deleted', { ...(state['before'] as Snapshot | null | undefined) });
      },
    });
  }
  watchPermissions(strapi, watch);
}

/** Puts a change of the rights on record, unless a script made it. */
export async function recordRights(
  { journal, writer }: RightsWatch,
  name: JournalName,
  data: object,
): Promise<void> {
  const by = writer();
  if (by !== null) await journal()?.record({ name, by, data: { ...data } });
}

function idOf(result: unknown): number {
  return z.object({ id: z.coerce.number() }).parse(result).id;
}

/** What the journal says of a person or a role. Names, no addresses. */
async function readOne(strapi: Core.Strapi, kind: Kind, where: unknown): Promise<Snapshot | null> {
  const populate = kind === 'user' ? ['roles'] : [];
  const found: unknown = await strapi.db
    .query(`admin::${kind}`)
    .findOne({ where: where as object, populate });
  if (found === null || found === undefined) return null;
  if (kind === 'role') {
    const { id, name } = roleSchema.parse(found);
    return { id: String(id), who: name };
  }
  const { id, firstname, lastname, isActive, blocked, roles } = userSchema.parse(found);
  return {
    id: String(id),
    who: nameWithoutAddress({ id, firstname, lastname }),
    isActive: isActive === true && blocked !== true,
    roles: roles.map(({ name }) => name).join(', '),
  };
}

/** What a person signs in with: whoever sets it for another can act in her name. That it was set is on record, and never what it is. */
const keyNames = ['email', 'password'] as const;
type Keys = Partial<Record<(typeof keyNames)[number], string | null>>;

async function readKeys(strapi: Core.Strapi, kind: Kind, where: unknown): Promise<Keys> {
  if (kind !== 'user') return {};
  const found: unknown = await strapi.db
    .query('admin::user')
    .findOne({ where: where as object, select: [...keyNames] });
  return found ?? {};
}

interface RoleService {
  assignPermissions(roleId: number, permissions: unknown[]): Promise<unknown>;
}

/** Strapi's own methods: its services outlive it, and another Strapi in this process would call the watch of the one before. */
const unwatched = new WeakMap<RoleService, RoleService['assignPermissions']>();

/** Strapi writes a role's permissions one by one; what a person saved in one go is one entry. */
function watchPermissions(strapi: Core.Strapi, watch: RightsWatch): void {
  const roles = strapi.service('admin::role') as unknown as RoleService;
  const assign = unwatched.get(roles) ?? roles.assignPermissions.bind(roles);
  unwatched.set(roles, assign);
  roles.assignPermissions = async (roleId, permissions) => {
    const before = await readPermissions(strapi, roleId);
    const assigned = await assign(roleId, permissions);
    const after = await readPermissions(strapi, roleId);
    const given = after.filter((each) => !before.includes(each));
    const taken = before.filter((each) => !after.includes(each));
    if (given.length + taken.length > 0) {
      const role = await readOne(strapi, 'role', { id: roleId });
      await recordRights(watch, 'role.permissions', { ...role, given, taken });
    }
    return assigned;
  };
}

async function readPermissions(strapi: Core.Strapi, roleId: number): Promise<string[]> {
  const rows: unknown = await strapi.db
    .query('admin::permission')
    .findMany({ where: { role: { id: roleId } }, select: ['action', 'subject'] });
  return permissionsSchema
    .parse(rows)
    .map(({ action, subject }) => (subject ? `${action} ${subject}` : action))
    .sort();
}
