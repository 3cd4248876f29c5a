import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { loadCms } from '../../support/cms';
import { aCmsChild } from '../../support/cms-child';
import { freePort } from '../../support/free-port';
import { copyPreparedContent } from '../../support/prepared-content';

type Desk = typeof import('../../../cms/app/src/demo/desk-client');
type Secrets = typeof import('../../../cms/app/src/settings/secrets');

/** What a request was answered with. */
interface Answered {
  status: number;
  body: unknown;
  text: string;
}

/** What something cost a CMS. */
export interface Cost {
  /** The longest that its event loop was held, in ms of processor time. */
  longest: number;
  /** How long its main thread was busy, in ms of processor time. */
  all: number;
  /** The most memory there was meanwhile, in bytes above rest. */
  peak: number;
  /** The memory that it kept, in bytes above rest. */
  kept: number;
  /** By the clock, in ms. */
  took: number;
}

/** A CMS as a process of its own, as an institution runs it, whose event loop is watched. */
export interface AttackedCms {
  url: string;
  /** As a signed-in super administrator, unless `headers` say otherwise. */
  call(method: string, route: string, body?: unknown, headers?: Record<string, string>): Promise<Answered>;
  /** The desk, as the same person's browser has it. */
  desk(): ReturnType<Desk['openDesk']>;
  token: string;
  dataDir: string;
  /** What the CMS needs while something is done to it. */
  cost<Result>(act: () => Promise<Result>): Promise<{ result: Result; cost: Cost }>;
  close(): Promise<void>;
}

const account = { email: 'chaos@nachra.test', password: 'Correct-Horse-1' };

/** Starts it with N° 242, an account and its readers. @param environment variables over those of the harness */
export async function startAttackedCms(environment: Record<string, string> = {}): Promise<AttackedCms> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'nachra-attacked-'));
  await copyPreparedContent(path.join(dataDir, 'nachra.db'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = aCmsChild(path.resolve(__dirname, '../../support/cost-probe.cjs'));
  await child.start({
    ...loadCms<Secrets>('settings/secrets').randomSecrets(),
    PATH: process.env['PATH'],
    // Its own, so that what other tests have there on its way is not mixed with what it leaves.
    TMPDIR: dataDir,
    XDG_STATE_HOME: process.env['XDG_STATE_HOME'],
    NODE_ENV: 'test',
    NACHRA_DATA_DIR: dataDir,
    PORT: String(port),
    NACHRA_SIGN_IN_LIMIT: 'false',
    LOG_LEVEL: 'silent',
    NACHRA_CHAOS_READERS: '1',
    NACHRA_CHAOS_PASSWORD: account.password,
    ...environment,
  });

  let token = '';
  const call: AttackedCms['call'] = async (method, route, body, headers = {}) => {
    const response = await fetch(`${url}${route}`, {
      method,
      headers: {
        'accept-language': 'en',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    let json: unknown = null;
    if (response.headers.get('content-type')?.includes('json')) json = JSON.parse(text);
    return { status: response.status, body: json, text };
  };
  const { body } = await call('POST', '/admin/login', account);
  ({ token } = (body as { data: { token: string } }).data);

  return {
    url,
    call,
    desk: () => loadCms<Desk>('demo/desk-client').openDesk(url, account),
    token,
    dataDir,
    async cost(act) {
      await child.ask('cost');
      const begun = performance.now();
      const result = await act();
      const took = performance.now() - begun;
      return { result, cost: { ...(await child.ask<Omit<Cost, 'took'>>('cost')), took } };
    },
    async close() {
      await child.end('SIGTERM');
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Asks `/healthz` again and again, as a load balancer does. @returns what came back until it was stopped; `slowest` in ms */
export function watchHealth(url: string): { stop(): Promise<{ statuses: number[]; slowest: number }> } {
  const statuses: number[] = [];
  let slowest = 0;
  let stopped = false;
  const watching = (async () => {
    while (!stopped) {
      const begun = performance.now();
      const { status } = await fetch(`${url}/healthz`);
      slowest = Math.max(slowest, performance.now() - begun);
      statuses.push(status);
      await delay(20);
    }
  })();
  return {
    async stop() {
      stopped = true;
      await watching;
      return { statuses, slowest };
    },
  };
}
