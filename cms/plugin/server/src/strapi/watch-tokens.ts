import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { recordRights, type LifecycleEvent, type RightsWatch } from './watch-rights';

const tokenSchema = z.object({
  id: z.number(),
  name: z.string(),
  type: z.string().nullish(),
  kind: z.string().nullish(),
  expiresAt: z.unknown(),
  accessKey: z.string(),
});
const actionsSchema = z.array(z.object({ action: z.string() })).nullish();

/** What acts as a person or a site without signing in, by models, with where their rights stand. */
const models: Record<string, string[]> = {
  'admin::api-token': ['permissions', 'adminPermissions'],
  'admin::transfer-token': ['permissions'],
};
/** Strapi's services by which a token's rights are given, in one go or anew. */
const services: Record<string, string> = {
  'admin::api-token': 'admin::api-token',
  'admin::api-token-content-api': 'admin::api-token',
  'admin::api-token-admin': 'admin::api-token',
};

/**
 * Puts the making, changing and removal of access tokens on record, and what they may do: a token may replace every upload and
 * write articles without anybody signing in. In the database layer, under every route; never the key itself.
 */
export function watchTokens(strapi: Core.Strapi, watch: RightsWatch): void {
  for (const model of Object.keys(models)) {
    const now = (where: unknown) => readToken(strapi, model, where);
    strapi.db.lifecycles.subscribe({
      models: [model],
      async afterCreate({ result }: LifecycleEvent) {
        await recordRights(watch, 'token.created', shown(await now({ id: idOf(result) })));
      },
      async beforeUpdate({ params, state }: LifecycleEvent) {
        if (watch.writer() !== null) state['before'] = await now(params.where);
      },
      async afterUpdate({ result, state }: LifecycleEvent) {
        const before = state['before'] as Token | null | undefined;
        const after = await now({ id: idOf(result) });
        // Each use of a token writes when it was; a new key is a change that no field shows.
        if (before && after && JSON.stringify(before) !== JSON.stringify(after))
          await recordRights(watch, 'token.changed', { ...shown(after), before: shown(before) });
      },
      async beforeDelete({ params, state }: LifecycleEvent) {
        if (watch.writer() !== null) state['before'] = await now(params.where);
      },
      async afterDelete({ state }: LifecycleEvent) {
        await recordRights(watch, 'token.deleted', shown(state['before'] as Token | null | undefined));
      },
    });
  }
  for (const [name, model] of Object.entries(services)) watchRightsOfTokens(strapi, watch, name, model);
}

type Token = z.infer<typeof tokenSchema>;

async function readToken(strapi: Core.Strapi, model: string, where: unknown): Promise<Token | null> {
  const found: unknown = await strapi.db.query(model).findOne({ where: where as object });
  return found ? tokenSchema.parse(found) : null;
}

/** Without the key, and without what its hash would say of it. */
function shown(token: Token | null | undefined): object {
  if (!token) return {};
  const { id, name, type, kind, expiresAt } = token;
  return {
    id: String(id),
    who: name,
    type: kind === 'admin' ? kind : (type ?? null),
    expires: expiresAt ?? null,
  };
}

function idOf(result: unknown): number {
  return z.object({ id: z.coerce.number() }).parse(result).id;
}

type Method = (...given: unknown[]) => Promise<unknown>;
type TokenService = Record<'create' | 'update', Method>;

/** Strapi's own methods: its services outlive it, as those of roles do. */
const unwatched = new WeakMap<TokenService, TokenService>();

/** Strapi writes a token's permissions one by one; what a person saved in one go is one entry. */
function watchRightsOfTokens(strapi: Core.Strapi, watch: RightsWatch, name: string, model: string): void {
  const service = strapi.service(name as 'admin::api-token') as unknown as TokenService | undefined;
  if (service === undefined) return;
  const own = unwatched.get(service) ?? { create: service.create, update: service.update };
  unwatched.set(service, own);
  const record = async (id: number, before: string[]): Promise<void> => {
    const after = await rightsOf(strapi, model, id);
    const given = after.filter((each) => !before.includes(each));
    const taken = before.filter((each) => !after.includes(each));
    if (given.length + taken.length === 0) return;
    const token = shown(await readToken(strapi, model, { id }));
    await recordRights(watch, 'token.permissions', { ...token, given, taken });
  };
  service.create = async (...given) => {
    const made = await own.create(...given);
    await record(idOf(made), []);
    return made;
  };
  service.update = async (id, ...given) => {
    const before = await rightsOf(strapi, model, Number(id));
    const updated = await own.update(id, ...given);
    await record(Number(id), before);
    return updated;
  };
}

async function rightsOf(strapi: Core.Strapi, model: string, id: number): Promise<string[]> {
  const populate = models[model] ?? [];
  const found = (await strapi.db.query(model).findOne({ where: { id }, populate })) as Record<
    string,
    unknown
  > | null;
  return populate
    .flatMap((field) => actionsSchema.parse(found?.[field])?.map(({ action }) => action) ?? [])
    .sort();
}
