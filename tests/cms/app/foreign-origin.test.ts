import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser, type BrowserSession } from '../../support/browser';
import { startCms, type RunningCms } from '../../support/cms';
import { chromium, describeWith } from '../../support/requires';

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
