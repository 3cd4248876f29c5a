import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCms, type RunningCms } from '../../support/cms';

describe('the CMS, freshly started', () => {
  let cms: RunningCms;

  beforeAll(async () => {
    cms = await startCms();
  });
  afterAll(() => cms.close());

  it.each(['articles', 'issues', 'dashboards', 'brand', 'lists', 'subscribers', 'segments'])(
    'serves no /api/%s to the public',
    async (name) => {
      for (const route of [`/api/${name}`, `/api/newsletter/${name}`]) {
        expect([401, 403, 404]).toContain((await cms.call('GET', route)).status);
      }
    },
  );

  it('has each commit of the content on the disk before anything follows from it', async () => {
    const [row] = await cms.strapi.db.connection.raw<{ synchronous: number }[]>('PRAGMA synchronous');
    // FULL: with NORMAL, the last commits before a power cut could be lost.
    expect(row).toEqual({ synchronous: 2 });
  });

  it('says nothing of the values in an error of its database, which would be logged', async () => {
    const { db } = cms.strapi;
    const address = 'secret@nachra.test';
    const account = { id: 77, email: address };
    await db.query('admin::user').create({ data: { ...account, email: 'first@nachra.test' } });
    const failing = [
      db.query('admin::user').create({ data: account }),
      db.connection('admin_users').insert({ id: 1, email: address, nothing: address }),
    ];
    for (const failed of await Promise.allSettled(failing)) {
      expect(failed.status).toBe('rejected');
      expect(inspect(failed, { depth: 5 })).not.toContain(address);
    }
  });

  it('lets nobody send arbitrary mail through the admin', async () => {
    const token = await cms.token('nachra-author');
    const mail = { to: 'a@example.test', from: 'b@example.test', subject: 's', text: 't' };
    expect([404, 405]).toContain((await cms.call('POST', '/email', { token, body: mail })).status);
    expect([404, 405]).toContain((await cms.call('POST', '/email/', { token, body: mail })).status);
    expect([401, 403, 404, 405]).toContain(
      (await cms.call('POST', '/api/email', { token, body: mail })).status,
    );
  });

  it('has the three roles of a newsletter instead of Strapi’s two', async () => {
    const token = await cms.token();
    const roles = await cms.call<{ data: { code: string }[] }>('GET', '/admin/roles', { token });
    expect(roles.body.data.map((role) => role.code).sort()).toEqual([
      'nachra-author',
      'nachra-editor',
      'nachra-publisher',
      'strapi-super-admin',
    ]);
  });

  it.each([
    ['nachra-author', 'plugin::newsletter.article', 200],
    ['nachra-author', 'plugin::newsletter.issue', 403],
    ['nachra-author', 'plugin::newsletter.subscriber', 403],
    ['nachra-editor', 'plugin::newsletter.issue', 200],
    ['nachra-editor', 'plugin::newsletter.subscriber', 403],
    ['nachra-publisher', 'plugin::newsletter.subscriber', 200],
  ])('answers %s who lists %s with %i', async (role, uid, status) => {
    const token = await cms.token(role);
    expect((await cms.call('GET', `/content-manager/collection-types/${uid}`, { token })).status).toBe(
      status,
    );
  });
});
