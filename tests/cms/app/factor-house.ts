import { expect, vi } from 'vitest';
import { loadCms, startCms, type RunningCms } from '../../support/cms';
import type { PostgresDatabase } from '../../support/shared-postgres';
import { codeBefore, codesOn, keyOn, Visitor, type Seen } from './visitor';

type Accounts = typeof import('../../../cms/app/src/accounts/ensure-admin');

/** Where second factors are asked for. */
export const page = '/second-factor';
/** Of every account that is made here. */
export const password = 'Correct-Horse-1';

/** A CMS whose role Diffusion must have a second factor, and people to sign in to it. Whoever opens one closes it. */
export type FactorHouse = Awaited<ReturnType<typeof openFactorHouse>>;

/**
 * Boots it. The clock stands in the middle of a half minute, for the CMS too: no code goes out of date between two lines.
 *
 * @param openDatabase opens one on PostgreSQL; undefined for SQLite
 */
export async function openFactorHouse(openDatabase: () => Promise<PostgresDatabase | undefined>) {
  const database = await openDatabase();
  vi.useFakeTimers({ toFake: ['Date'], now: Math.floor(Date.now() / 30_000) * 30_000 + 15_000 });
  const cms: RunningCms = await startCms({
    NACHRA_SIGN_IN_LIMIT: 'true',
    TRUST_PROXY: '1',
    NACHRA_SECOND_FACTOR_ROLES: 'nachra-publisher',
    ...(database ? { DATABASE_URL: database.url } : {}),
  });
  const { db } = cms.strapi;
  let count = 0;

  const newVisitor = () => new Visitor(cms, `198.51.100.${(count += 1)}`);
  /** A new account, of an author where nothing else is said. */
  const newAccount = async (role = 'nachra-author') => {
    const email = `person${(count += 1)}@nachra.test`;
    const { ensureAccount } = loadCms<Accounts>('accounts/ensure-admin');
    await ensureAccount(cms.strapi, { email, password, firstname: 'Salma', lastname: 'Test', role });
    await db.query('admin::user').update({ where: { email }, data: { preferedLanguage: 'en' } });
    return email;
  };
  /** Goes from the admin to one's own page, as the link in the settings does. */
  const openOwn = async (visitor: Visitor, token = visitor.token) => {
    expect((await visitor.json('POST', `/admin${page}`, {}, token)).status).toBe(200);
    return visitor.get(page);
  };
  return {
    cms,
    newVisitor,
    newAccount,
    openOwn,
    /** An account with a second factor, whose app has shown the code of half a minute ago. */
    async withFactor(role?: string) {
      const email = await newAccount(role);
      const visitor = newVisitor();
      const own = await openOwn(visitor, tokenIn(await visitor.signIn(email)));
      const key = keyOn(own);
      const made = await visitor.post(page, { code: await codeBefore(key), password });
      expect(made.status).toBe(200);
      return { email, key, visitor, recovery: codesOn(made) };
    },
    async idOf(email: string) {
      const user = (await db.query('admin::user').findOne({ where: { email } })) as { id: number };
      return String(user.id);
    },
    async publishers() {
      const where = { code: 'nachra-publisher' };
      return [((await db.query('admin::role').findOne({ where })) as { id: number }).id];
    },
    /** The newest entry of the journal by that name: who did it, and to whom. */
    async lastEntry(name: string) {
      const query = db.query('plugin::newsletter.journal-entry');
      const entry = (await query.findOne({ where: { name }, orderBy: { id: 'desc' } })) as {
        byId: string;
        data: { id: string };
      };
      return { by: entry.byId, whom: entry.data.id };
    },
    async close() {
      await cms.close();
      await database?.close();
      vi.useRealTimers();
    },
  };
}

/** The access token of a sign-in that needed no more than a password. */
export function tokenIn({ text }: Seen): string {
  return (JSON.parse(text) as { data: { token: string } }).data.token;
}
