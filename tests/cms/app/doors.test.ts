import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { readdir, stat } from 'node:fs/promises';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TrustedProxies } from '../../../cms/app/src/doors/trusted-proxies';
import { loadCms, startCms, type RunningCms } from '../../support/cms';
import { aPng } from '../../support/pictures';

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
    cms = await startCms({ TRUST_PROXY: '1' }, { isFirstStart: true });
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
    /** Sends the beginning of a form, and no more until there is an answer. */
    const answerBeforeItsBody = async (route: string, bearer: string) => {
      const headers = {
        authorization: `Bearer ${bearer}`,
        'content-type': 'multipart/form-data; boundary=x',
        'content-length': '60000000',
      };
      const asked = request(`${cms.url}${route}`, { method: 'POST', headers });
      asked.write('--x\r\ncontent-disposition: form-data; name="files"; filename="x.png"\r\n\r\n');
      const [answer] = (await once(asked, 'response')) as [IncomingMessage];
      asked.on('error', () => undefined).destroy();
      return answer.statusCode;
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
    const role = await cms.call('POST', '/admin/roles', {
      token,
      body: { name: 'Nothing', description: '' },
    });
    const { code } = (role.body as { data: { code: string } }).data;
    const nobody = await cms.token(code);
    for (const route of ['/upload', '/upload?id=1', '/upload/files', '/upload/files/1/replace'])
      expect(await answerBeforeItsBody(route, nobody), route).toBe(403);
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
