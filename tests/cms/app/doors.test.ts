import { createServer, type Server } from 'node:http';
import { readdir, stat } from 'node:fs/promises';
import { Socket, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TrustedProxies } from '../../../cms/app/src/doors/trusted-proxies';
import { openBrowser, type BrowserSession } from '../../support/browser';
import { loadCms, startCms, type RunningCms } from '../../support/cms';
import { aPng } from '../../support/pictures';
import { chromium, describeWith } from '../../support/requires';

type ClientOf = typeof import('../../../cms/app/src/doors/client-of');
type Trusted = typeof import('../../../cms/app/src/doors/trusted-proxies');

describe('who asks', () => {
  const { clientOf } = loadCms<ClientOf>('doors/client-of');
  const asked = (trusted: TrustedProxies, peer: string, headers: Record<string, string>) => {
    const socket = Object.defineProperty(new Socket(), 'remoteAddress', { value: peer });
    return clientOf(trusted)({ headers, socket });
  };
  const loopback = { networks: ['127.0.0.0/8', '10.0.0.0/8'] };

  it.each<[string, TrustedProxies, string, string, string]>([
    ['nobody is trusted', null, '203.0.113.9', '198.51.100.1', '203.0.113.9'],
    ['one proxy, an honest client', { hops: 1 }, '127.0.0.1', '198.51.100.1', '198.51.100.1'],
    [
      'one proxy, an invented address before',
      { hops: 1 },
      '127.0.0.1',
      '9.9.9.9, 198.51.100.1',
      '198.51.100.1',
    ],
    ['two proxies', { hops: 2 }, '127.0.0.1', '9.9.9.9, 198.51.100.1, 10.0.0.7', '198.51.100.1'],
    ['networks', loopback, '127.0.0.1', '9.9.9.9, 198.51.100.1, 10.0.0.7', '198.51.100.1'],
    [
      'networks, an address of them invented',
      loopback,
      '127.0.0.1',
      '10.0.0.1, 198.51.100.1',
      '198.51.100.1',
    ],
    ['networks, past the proxy', loopback, '203.0.113.9', '198.51.100.1', '203.0.113.9'],
    ['an address in version 6', { hops: 1 }, '::1', '9.9.9.9, 2001:db8::7', '2001:db8::7'],
    ['a peer mapped into version 6', null, '::ffff:203.0.113.9', '', '203.0.113.9'],
    ['a proxy that writes the port', { hops: 1 }, '127.0.0.1', '198.51.100.1:55012', '198.51.100.1'],
    ['a proxy that writes no address', { hops: 1 }, '127.0.0.1', 'unknown', '127.0.0.1'],
  ])('with %s', (_what, trusted, peer, forwarded, address) => {
    expect(asked(trusted, peer, { 'x-forwarded-for': forwarded }).address).toBe(address);
  });

  it.each<[string, TrustedProxies, Record<string, string>, string | null, string | null]>([
    ['nobody is believed', null, { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'a.test' }, null, null],
    [
      'a proxy that writes them anew',
      { hops: 1 },
      { 'x-forwarded-for': '198.51.100.1', 'x-forwarded-proto': 'https', 'x-forwarded-host': 'news.test' },
      'https',
      'news.test',
    ],
    [
      'a proxy that adds to what the client invented',
      { hops: 1 },
      {
        'x-forwarded-for': 'x, 198.51.100.1',
        'x-forwarded-proto': 'http, https',
        'x-forwarded-host': 'evil.test, news.test',
      },
      'https',
      'news.test',
    ],
    [
      'a scheme that is none',
      { hops: 1 },
      { 'x-forwarded-for': '198.51.100.1', 'x-forwarded-proto': 'javascript' },
      null,
      null,
    ],
  ])('protocol and host, where %s', (_what, trusted, headers, protocol, host) => {
    expect(asked(trusted, '127.0.0.1', headers)).toMatchObject({ protocol, host });
  });

  it.each([
    ['false', null],
    ['0', null],
    ['1', { hops: 1 }],
    ['10.0.0.0/8, ::1', { networks: ['10.0.0.0/8', '::1'] }],
    ['loopback', { networks: ['loopback'] }],
  ])('TRUST_PROXY=%s', (text, trusted) => {
    const { trustedProxiesSchema } = loadCms<Trusted>('doors/trusted-proxies');
    expect(trustedProxiesSchema.parse(text)).toEqual(trusted);
  });

  it.each(['true', '99', '-1', '10.0.0.0/33', 'proxy.example.test'])(
    'TRUST_PROXY=%s is refused, and the refusal says what to write',
    async (text) => {
      await expect(startCms({ TRUST_PROXY: text })).rejects.toThrow(/TRUST_PROXY.*10\.0\.0\.0\/8/);
    },
  );
});

describe('a CMS behind one proxy', () => {
  let cms: RunningCms;
  beforeAll(async () => {
    cms = await startCms({ TRUST_PROXY: '1' });
  });
  afterAll(() => cms.close());

  const forging = (forwarded: string) =>
    cms.call('POST', '/unsubscribe/forged', { headers: { 'x-forwarded-for': forwarded } });

  it('counts by the address that the proxy has seen, whatever the client invents before it', async () => {
    const tries = Array.from({ length: 40 }, (_, index) => forging(`192.0.2.${index}, 198.51.100.1`));
    const statuses = (await Promise.all(tries)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 429)).toHaveLength(10);
    expect((await forging('198.51.100.2')).status).not.toBe(429);
  });

  it('keeps its databases for its own account alone', async () => {
    const files = (await readdir(cms.dataDir)).filter((name) => name.includes('.db'));
    expect(files).toEqual(expect.arrayContaining(['ledger.db', 'nachra.db']));
    for (const name of files) expect((await stat(path.join(cms.dataDir, name))).mode & 0o077, name).toBe(0);
  });

  it('reads files from nobody who has not signed in, and keeps none in the temporary folder', async () => {
    const ours = async () =>
      (await readdir(tmpdir())).filter((name) => /^nachra-upload-|^[a-z0-9]{25}$/.test(name));
    const before = new Set(await ours());
    const token = await cms.token();
    const form = (field: string, bytes: Buffer) => {
      const body = new FormData();
      body.append(field, new Blob([new Uint8Array(bytes)], { type: 'image/png' }), 'x.png');
      return body;
    };
    const post = async (route: string, body: FormData, bearer?: string) => {
      const headers = new Headers(bearer === undefined ? [] : [['authorization', `Bearer ${bearer}`]]);
      return (await fetch(`${cms.url}${route}`, { method: 'POST', body, headers })).status;
    };
    const large = Buffer.alloc(5_000_000);
    expect(await post('/upload', form('files', large))).toBe(401);
    expect(await post('/upload', form('x', large), token)).toBeGreaterThanOrEqual(400);
    for (const route of [
      '/',
      '/admin/login',
      '/newsletter/issues',
      '/unsubscribe/forged',
      '/nowhere',
      '/api/upload',
    ])
      expect(await post(route, form('x', large)), route).toBeGreaterThanOrEqual(400);
    expect(await post('/upload', form('files', aPng()), token)).toBe(201);
    expect(await post('/admin/project-settings', form('menuLogo', aPng()), token)).toBe(200);
    const { body } = await cms.call<{ menuLogo: { url: string } | null }>('GET', '/admin/project-settings', {
      token,
    });
    expect(body.menuLogo?.url).toMatch(/^\/uploads\//);
    // Another test may be uploading at this moment; what it has there goes with its request, too.
    const left = (await ours()).filter((name) => !before.has(name));
    await expect.poll(async () => (await ours()).filter((name) => left.includes(name))).toEqual([]);
  });
});

describeWith([chromium])('a page of another origin of the same site', () => {
  let cms: RunningCms;
  let foreign: Server;
  let session: BrowserSession;
  let page: Page;
  let cookies: BrowserContext;
  let own: string;
  beforeAll(async () => {
    cms = await startCms();
    await cms.token();
    own = cms.url.replace('127.0.0.1', 'localhost');
    foreign = createServer((_request, response) =>
      response.setHeader('content-type', 'text/html').end('<!doctype html><title>A sibling</title>'),
    ).listen(0, '127.0.0.1');
    session = await openBrowser();
    page = session.page;
    cookies = page.context();
    await page.goto(`${own}/admin/init`);
    const status = await page.evaluate(
      async () =>
        (
          await fetch('/admin/login', {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ email: 'strapi-super-admin@nachra.test', password: 'Correct-Horse-1' }),
          })
        ).status,
    );
    expect(status).toBe(200);
  });
  afterAll(async () => {
    await session?.close();
    foreign?.close();
    await cms?.close();
  });

  const asking = (url: string, options: object) =>
    page.evaluate(
      async ([address, given]) => {
        try {
          const answer = await fetch(address, { credentials: 'include', ...given });
          return answer.type === 'opaque'
            ? 'sent, unreadable'
            : `read ${answer.status}: ${await answer.text()}`;
        } catch {
          return 'refused';
        }
      },
      [url, options] as const,
    );

  it('reads nothing of a signed-in admin, and does not end the session either', async () => {
    const renewal = { method: 'POST' };
    expect(await asking(`${own}/admin/access-token`, renewal)).toContain('read 200');
    const before = await cookies.cookies(`${own}/admin/`);
    expect(before.map(({ name }) => name)).toContain('strapi_admin_refresh');

    await page.goto(`http://localhost:${(foreign.address() as AddressInfo).port}/`);
    for (const [route, options] of [
      ['/admin/access-token', renewal],
      ['/admin/init', {}],
      ['/newsletter/openapi.json', {}],
      ['/', {}],
      ['/content-manager/init', { headers: { authorization: 'Bearer x' } }],
      ['/admin/login', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }],
    ] as const)
      expect(await asking(`${own}${route}`, options), route).toBe('refused');
    expect(await asking(`${own}/admin/logout`, { method: 'POST', mode: 'no-cors' })).toBe('sent, unreadable');

    await page.goto(`${own}/admin/init`);
    expect(await asking(`${own}/admin/access-token`, renewal)).toContain('read 200');
  });
});
