import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { keepConnections } from '../../support/cms';

/** Somebody else's Strapi: four files of configuration, and the plugin enabled in one of them. */
export interface BareApp {
  strapi: Core.Strapi;
  call<T = unknown>(
    method: 'GET' | 'POST',
    route: string,
    body?: unknown,
  ): Promise<{ status: number; body: T }>;
  close(): Promise<void>;
}

/** Where the plugin of a bare application keeps its things, and what it is told beside. */
export function settingsIn(folder: string, smtpUrl: string): Record<string, unknown> {
  return {
    publicUrl: 'http://127.0.0.1:1337',
    defaultLanguage: 'en',
    linkSecret: 'bare-secret-of-sixteen-or-more',
    personKey: 'bare-key-of-sixteen-or-more',
    ledger: { client: 'sqlite', filename: path.join(folder, 'ledger.db') },
    assetsDir: path.join(folder, 'assets'),
    sending: { servers: [{ smtp: smtpUrl }] },
    workerLogLevel: 'silent',
  };
}

/**
 * Boots a copy of `app/` with its data beside it, listening on a free port, and signs in as its first administrator.
 *
 * @param settings the plugin's settings, from the folder that everything lies in
 */
export async function startBareApp(settings: (folder: string) => Record<string, unknown>): Promise<BareApp> {
  const folder = await mkdtemp(path.join(tmpdir(), 'nachra-bare-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  await cp(path.join(__dirname, 'app'), folder, { recursive: true });
  await mkdir(path.join(folder, 'public', 'uploads'), { recursive: true });
  process.env['BARE_PUBLIC'] = path.join(folder, 'public');
  process.env['BARE_DATABASE'] = path.join(folder, 'data.db');
  process.env['BARE_NEWSLETTER'] = JSON.stringify(settings(folder));
  const { createStrapi } = createRequire(import.meta.url)('@strapi/strapi') as {
    createStrapi: (options: object) => Core.Strapi;
  };
  const strapi = createStrapi({ appDir: folder, distDir: folder, autoReload: false, serveAdminPanel: false });
  try {
    await strapi.load();
  } catch (error) {
    await strapi.destroy().catch(() => undefined);
    await remove();
    throw error;
  }
  strapi.server.mount();
  const { httpServer } = strapi.server;
  keepConnections(httpServer);
  await new Promise<void>((resolve) => httpServer.listen(0, '127.0.0.1', resolve));
  const { port } = httpServer.address() as AddressInfo;
  const session: { token?: string } = {};

  async function call<T>(method: 'GET' | 'POST', route: string, body?: unknown) {
    const response = await fetch(`http://127.0.0.1:${port}${route}`, {
      method,
      headers: {
        'content-type': 'application/json',
        ...(session.token === undefined ? {} : { authorization: `Bearer ${session.token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return { status: response.status, body: (isJson ? JSON.parse(text) : text) as T };
  }

  const account = {
    email: 'first@bare.test',
    password: 'Correct-Horse-1',
    firstname: 'Rim',
    lastname: 'Test',
  };
  const registered = await call<{ data: { token: string } }>('POST', '/admin/register-admin', account);
  session.token = registered.body.data.token;
  return {
    strapi,
    call,
    async close() {
      await strapi.destroy();
      await remove();
    },
  };
}
