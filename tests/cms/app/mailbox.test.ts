import { get } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCms } from '../../support/cms';
import { freePort } from '../../support/free-port';

type Mailbox = typeof import('../../../cms/app/src/terminal/mailbox');

describe('the mailbox of the demo', () => {
  let mailbox: Awaited<ReturnType<Mailbox['startMailbox']>>;
  let web: number;
  beforeAll(async () => {
    web = await freePort();
    mailbox = await loadCms<Mailbox>('terminal/mailbox').startMailbox({ smtp: await freePort(), web });
  });
  afterAll(() => mailbox?.close());

  const asked = (headers: Record<string, string>) =>
    new Promise<number | undefined>((resolve, reject) => {
      const request = get({ host: '127.0.0.1', port: web, path: '/api/email', headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      request.on('error', reject);
    });

  it('shows its mails to its own page', async () => {
    for (const host of [`localhost:${web}`, `127.0.0.1:${web}`, `[::1]:${web}`])
      expect(await asked({ host }), host).toBe(200);
    expect(await asked({ host: `localhost:${web}`, origin: `http://localhost:${web}` })).toBe(200);
  });

  it('shows nothing to a page that resolves its own name to this machine, nor to another origin', async () => {
    for (const host of [`evil.example:${web}`, 'evil.example', `127.0.0.1.evil.example:${web}`])
      expect(await asked({ host }), host).toBe(403);
    for (const origin of ['https://evil.example', 'null', 'http://localhost:1'])
      expect(await asked({ host: `localhost:${web}`, origin }), origin).toBe(403);
  });
});
