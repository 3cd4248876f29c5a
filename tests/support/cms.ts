import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { AddressInfo } from 'node:net';
import { readPersonKey } from '@nachra/delivery';
import type { Core } from '@strapi/strapi';
import { copyPreparedContent, keepPreparedContent } from './prepared-content';

/**
 * The compiled CMS is CommonJS and cannot be imported as an ES module (Strapi requires `lodash/fp` by folder), so tests
 * reach it by `require`.
 */
const require = createRequire(import.meta.url);
const load = <Module>(file: string): Module => require(`../../cms/app/dist/src/${file}`) as Module;

type Boot = typeof import('../../cms/app/src/boot/boot');
type AdminBuild = typeof import('../../cms/app/src/terminal/ensure-admin-built');
type SettingsModule = typeof import('../../cms/app/src/settings');
type Secrets = typeof import('../../cms/app/src/settings/secrets');
type Accounts = typeof import('../../cms/app/src/accounts/ensure-admin');
type Seed = typeof import('../../cms/app/src/seed/seed');

/** Loads a compiled module of the application by its path under `cms/app/src`. */
export const loadCms = load;

/** Loads a compiled module of the plugin by its path under `cms/plugin/server/src`. */
export const loadPlugin = <Module>(file: string): Module =>
  require(`../../cms/plugin/dist/cjs/server/src/${file}`) as Module;

type Pools = typeof import('../../cms/plugin/server/src/editions/render-pool');

let renderThreads: ReturnType<Pools['openRenderPool']> | undefined;

/**
 * Boots with the threads that rendered for the CMS before, in this worker of vitest's: they keep nothing of an issue, and loading MJML
 * and dictionaries takes each a second and a half of the processor. `render-pool.test.ts` tries how they start and end.
 */
async function withKeptThreads<T>(boot: () => Promise<T>): Promise<T> {
  const pools = loadPlugin<Pools>('editions/render-pool');
  const { openRenderPool } = pools;
  const kept = (renderThreads ??= openRenderPool());
  Object.assign(pools, { openRenderPool: () => ({ ...kept, close: () => Promise.resolve() }) });
  return boot().finally(() => Object.assign(pools, { openRenderPool }));
}

type AskedRevision = typeof import('../../cms/plugin/server/src/content/revisions/asked-revision');

/** Writes as a script that knows nobody is editing: for tests that are not about who saves over whom. */
export const withoutRevision: AskedRevision['withoutRevision'] = (write) =>
  loadPlugin<AskedRevision>('content/revisions/asked-revision').withoutRevision(write);

export interface RunningCms {
  strapi: Core.Strapi;
  /** Where it listens: `http://127.0.0.1:<port>`. */
  url: string;
  dataDir: string;
  /** Secret of this CMS's links. */
  linkSecret: string;
  /** What this CMS names persons by. */
  personKey: string;
  /** Signs in as a person with that role (made when needed; a super admin by default) and hands back the bearer token. */
  token(role?: string): Promise<string>;
  /** Calls a route with that token and hands back status, parsed body and headers. */
  call<T = unknown>(method: string, route: string, options?: CallOptions): Promise<Answer<T>>;
  seed(): Promise<Awaited<ReturnType<Seed['seedDemo']>>>;
  close(): Promise<void>;
}

export interface CallOptions {
  token?: string;
  body?: unknown;
  headers?: Record<string, string>;
}

export interface Answer<T> {
  status: number;
  body: T;
  headers: Headers;
}

/**
 * Boots the compiled CMS on a database, a ledger and uploads of its own in a temporary folder, listening on a free
 * port. Whoever boots closes; Strapi allows one at a time in a process. On SQLite the content begins as {@link
 * copyPreparedContent} has it: this is the second start of a CMS, and the first ones are tried by the flows.
 *
 * @param environment variables over the test's defaults (no worker, no sign-in limit, silent); with `TEST_NOTICES` those who sign in are
 *   mailed about approvals and sends as everybody else is
 * @param options.isFirstStart makes its content itself: for tests of what a first start does
 */
export async function startCms(
  environment: Record<string, string> = {},
  { isFirstStart = false }: { isFirstStart?: boolean } = {},
): Promise<RunningCms> {
  const { bootCms } = load<Boot>('boot/boot');
  const { readSettings } = load<SettingsModule>('settings');
  const { randomSecrets } = load<Secrets>('settings/secrets');
  const { ensureAccount } = load<Accounts>('accounts/ensure-admin');
  const dataDir = await mkdtemp(path.join(tmpdir(), 'nachra-cms-'));
  const secrets = randomSecrets();
  const settings = readSettings({
    ...secrets,
    NODE_ENV: 'test',
    NACHRA_DATA_DIR: dataDir,
    NACHRA_WORKER: 'none',
    NACHRA_SIGN_IN_LIMIT: 'false',
    LOG_LEVEL: 'silent',
    ...environment,
  });
  const serveAdmin = environment['SERVE_ADMIN'] === 'true';
  // Before the boot: Strapi decides there, once and for all, which folder it serves the admin from.
  if (serveAdmin) {
    await load<AdminBuild>('terminal/ensure-admin-built').ensureAdminBuilt(settings, () => undefined);
  }
  const isOnSqlite = settings.databaseUrl === null;
  const hasContent = existsSync(settings.databaseFile);
  if (isOnSqlite && !hasContent && !isFirstStart) await copyPreparedContent(settings.databaseFile);
  const strapi = await withKeptThreads(() => bootCms(settings, { serveAdmin }));
  if (isOnSqlite && !hasContent) await keepPreparedContent(settings.databaseFile);
  const url = await listen(strapi, Number(environment['PORT'] ?? 0));
  const tokens = new Map<string, string>();

  const call = async <T>(method: string, route: string, options: CallOptions = {}): Promise<Answer<T>> => {
    const { token, body, headers } = options;
    const response = await fetch(`${url}${route}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    // A session that was ended, as every hold of the ledger does, is not handed out again.
    if (response.status === 401) for (const [role, known] of tokens) if (known === token) tokens.delete(role);
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return {
      status: response.status,
      body: (isJson ? JSON.parse(text) : text) as T,
      headers: response.headers,
    };
  };

  return {
    strapi,
    url,
    dataDir: settings.dataDir,
    linkSecret: settings.secrets.linkSecret,
    personKey: settings.secrets.personKey ?? readPersonKey(settings.dataDir) ?? '',
    call,
    async token(role = 'strapi-super-admin') {
      const known = tokens.get(role);
      if (known !== undefined) return known;
      const email = `${role}@nachra.test`;
      const password = 'Correct-Horse-1';
      await ensureAccount(strapi, { email, password, firstname: role, lastname: 'Test', role });
      if (environment['TEST_NOTICES'] !== 'true') await muteNotices(strapi, email);
      const answer = await call<{ data: { token: string } }>('POST', '/admin/login', {
        body: { email, password },
      });
      tokens.set(role, answer.body.data.token);
      return answer.body.data.token;
    },
    seed: () => load<Seed>('seed/seed').seedDemo(strapi),
    async close() {
      await strapi.destroy();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Lets somebody choose no mails about approvals and sends: where tests count what readers get, nothing else shall arrive. */
async function muteNotices({ db }: Core.Strapi, email: string): Promise<void> {
  const { id: userId } = (await db.query('admin::user').findOne({ where: { email } })) as { id: number };
  const choices = db.query('plugin::newsletter.notice-preference');
  if ((await choices.findOne({ where: { userId } })) === null)
    await choices.create({ data: { userId, muted: ['approved', 'sent'] } });
}

/**
 * Leaves it to `fetch` to close what is idle. Test and server share one thread: after a pause of seconds on a busy machine
 * the server would close a connection in the moment in which `fetch` takes it, and a POST would fail with ECONNRESET.
 */
export function keepConnections(server: Server): void {
  server.keepAliveTimeout = 0;
}

function listen(strapi: Core.Strapi, port: number): Promise<string> {
  strapi.server.mount();
  return new Promise((resolve, reject) => {
    const { httpServer } = strapi.server;
    keepConnections(httpServer);
    httpServer.once('error', reject);
    httpServer.listen(port, '127.0.0.1', () =>
      resolve(`http://127.0.0.1:${(httpServer.address() as AddressInfo).port}`),
    );
  });
}
