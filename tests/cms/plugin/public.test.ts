import { get } from 'node:http';
import { personHash, unsubscribeLinks } from '@nachra/delivery';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeliveryRow, Page, SuppressionRow } from '../../../cms/plugin/shared/desk';
import { uids } from '../../../cms/plugin/shared/uids';
import { eventually, openNewsroom, type Newsroom } from './newsroom';

describe('the public pages', () => {
  let room: Newsroom;
  let number: number;
  let campaign: string;
  let later: { number: number; campaign: string };

  beforeAll(async () => {
    // No worker: what is sent is frozen and stays, which is all these pages need.
    room = await openNewsroom({ SMTP_URL: 'smtp://127.0.0.1:1' });
    const french = await room.issue({ subject: 'Objet du mois' });
    number = (await room.detail(french)).number;
    const arabic = await room.issue({ number, language: 'ar', subject: 'أخبار الشهر' });
    const waiting = await room.issue({ subject: 'Pas encore parti' });
    const list = await room.list('Tous', [
      'amal@example.test',
      { address: 'khadija@example.test', language: 'ar' },
      'driss@example.test',
      'salma@example.test',
      'omar@example.test',
    ]);
    for (const issue of [french, arabic, waiting]) expect((await room.approve(issue)).status).toBe(200);
    campaign = (await room.send(french, [list])).body.id;
    later = {
      number: (await room.detail(waiting)).number,
      campaign: (await room.send(waiting, [list], '2999-01-01T00:00:00.000Z')).body.id,
    };
  });
  afterAll(() => room.close());

  const open = (path: string) => room.cms.call<string>('GET', path);
  const post = (path: string, body?: string, type?: string) =>
    room.cms.call<string>('POST', path, { body, headers: type ? { 'content-type': type } : {} });

  async function linkOf(address: string): Promise<string> {
    const { body } = await room.desk<Page<DeliveryRow>>(
      'GET',
      `/campaigns/${campaign}/deliveries?search=${address}`,
    );
    const links = unsubscribeLinks({ publicUrl: 'http://x.test', secret: room.cms.linkSecret });
    const person = personHash(room.cms.personKey, address);
    return new URL(links.urlFor({ deliveryId: body.rows[0]?.id ?? '', person })).pathname;
  }
  async function suppressed(address: string): Promise<SuppressionRow[]> {
    return (await room.desk<Page<SuppressionRow>>('GET', `/suppressions?search=${address}`)).body.rows;
  }

  /** As a browser asks that has it: `fetch` would ask for what is not cached. */
  const having = (tag: string, path: string) =>
    new Promise<{ status: number | undefined; bytes: number }>((resolve, reject) => {
      const asked = get(`${room.cms.url}${path}`, { headers: { 'if-none-match': tag } }, (response) => {
        let bytes = 0;
        response.on('data', (chunk: Buffer) => (bytes += chunk.length));
        response.on('end', () => resolve({ status: response.statusCode, bytes }));
      });
      asked.on('error', reject);
    });

  it('sends nothing again to whoever has a page or picture already', async () => {
    const asset = /\/assets\/[\w.]+/.exec((await open(`/issues/${number}/fr`)).body)?.[0];
    for (const path of ['/', `/issues/${number}`, `/issues/${number}/fr`, ...(asset ? [asset] : [])]) {
      const { headers } = await open(path);
      const tag = headers.get('etag') ?? '';
      expect(tag, path).toMatch(/^"[\w.-]+"$/);
      expect(await having(tag, path), path).toEqual({ status: 304, bytes: 0 });
      expect(await having('"other"', path), path).toMatchObject({ status: 200 });
    }
    expect((await open('/issues/99999')).headers.get('etag')).toBeNull();
  });

  it('lists at / the numbers that were sent, each with its other languages, and none that waits', async () => {
    const { status, body, headers } = await open('/');
    expect(status).toBe(200);
    expect(headers.get('location')).toBeNull();
    expect(body).toContain('Objet du mois');
    expect(body).toContain(`/issues/${number}/ar`);
    expect(body).not.toContain('Pas encore parti');
  });

  it('shows an issue as it was sent: in the default language, and in any other by its path', async () => {
    const french = await open(`/issues/${number}`);
    expect([french.status, french.headers.get('content-language')]).toEqual([200, 'fr']);
    expect(french.body).toContain('Le Conseil s’est réuni');
    const arabic = await open(`/issues/${number}/ar`);
    expect([arabic.status, arabic.headers.get('content-language')]).toEqual([200, 'ar']);
  });

  it('carries nobody’s unsubscribe link in an issue on the web', async () => {
    const { body } = await open(`/issues/${number}`);
    expect(body).not.toMatch(/\/unsubscribe\/[a-z0-9]/);
    expect(body).not.toContain('example.test"');
  });

  it('keeps showing what was sent when the article changes afterwards', async () => {
    const before = (await open(`/issues/${number}`)).body;
    const [article] = await room.cms.strapi.documents('plugin::newsletter.article').findMany({ limit: 1 });
    await room.update('plugin::newsletter.article', article?.documentId ?? '', { title: 'Tout autre titre' });
    expect((await open(`/issues/${number}`)).body).toBe(before);
  });

  it.each(['/issues/9999', '/issues/0', '/issues/abc', '/issues/301/xx', '/issues/301/en'])(
    'answers %s with a page that says there is no such issue',
    async (path) => {
      const { status, body, headers } = await open(path);
      expect(status).toBe(404);
      expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(body).not.toContain('Pas encore parti');
    },
  );

  it('lets nothing run, sets no cookie and tells no other site where the reader comes from', async () => {
    const link = await linkOf('amal@example.test');
    for (const path of ['/', `/issues/${number}`, '/issues/9999', link, '/unsubscribe/forged']) {
      const { body, headers } = await open(path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy, path).toMatch(/^default-src 'none'/);
      expect(policy, path).not.toContain('script-src');
      expect(policy, path).toContain("frame-ancestors 'none'");
      expect(headers.get('set-cookie'), path).toBeNull();
      expect(headers.get('referrer-policy'), path).toBe('no-referrer');
      expect(body, path).not.toMatch(/<script/i);
    }
    // The mail's HTML gets an origin of its own: the admin stands on the same host.
    const issue = await open(`/issues/${number}`);
    expect(issue.headers.get('content-security-policy')).toMatch(/sandbox allow-popups/);
    expect(issue.headers.get('content-security-policy')).not.toMatch(/allow-scripts|allow-same-origin/);
    expect((await open(link)).headers.get('x-robots-tag')).toBe('noindex');
  });

  it('changes nothing when an unsubscribe link is opened: scanners open every link', async () => {
    const link = await linkOf('salma@example.test');
    const { status, body } = await open(link);
    expect(status).toBe(200);
    expect(body).toMatch(/<form[^>]+method="post"/);
    expect(body).toContain('s••••@example.test');
    await room.cms.call('HEAD', link);
    expect(await suppressed('salma@example.test')).toEqual([]);
  });

  it('unsubscribes by the page’s button, in the language of the issue, and says so the same way twice', async () => {
    const link = await linkOf('khadija@example.test');
    const first = await post(link, '', 'application/x-www-form-urlencoded');
    expect(first.status).toBe(200);
    expect(first.body).toMatch(/<html[^>]+lang="ar"/);
    expect(first.headers.get('set-cookie')).toBeNull();
    expect(await suppressed('khadija@example.test')).toMatchObject([
      { reason: 'unsubscribed', source: 'page' },
    ]);
    expect((await post(link)).status).toBe(200);
    expect(await suppressed('khadija@example.test')).toHaveLength(1);
    const { body } = await room.desk<Page<DeliveryRow>>(
      'GET',
      `/campaigns/${campaign}/deliveries?state=suppressed`,
    );
    expect(body.rows.map(({ address }) => address)).toContain('khadija@example.test');
  });

  it('takes the one click of a mail client, urlencoded or multipart, with 200 and no redirect (RFC 8058)', async () => {
    const link = await linkOf('driss@example.test');
    const urlencoded = await post(link, 'List-Unsubscribe=One-Click', 'application/x-www-form-urlencoded');
    expect([urlencoded.status, urlencoded.headers.get('location')]).toEqual([200, null]);
    expect(await suppressed('driss@example.test')).toMatchObject([{ source: 'one-click' }]);

    const boundary = 'x-nachra';
    const multipart = `--${boundary}\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--${boundary}--\r\n`;
    const amal = await linkOf('amal@example.test');
    expect((await post(amal, multipart, `multipart/form-data; boundary=${boundary}`)).status).toBe(200);
    expect(await suppressed('amal@example.test')).toMatchObject([{ source: 'one-click' }]);
  });

  it('refuses a forged link with a page, and slows down whoever keeps forging', async () => {
    expect((await open('/unsubscribe/abcdefghij-1.aaaaaaaaaaaaaaaaaaaaaaaaaa')).status).toBe(404);
    const answers = await Promise.all(Array.from({ length: 40 }, () => post('/unsubscribe/forged')));
    expect(answers.filter(({ status }) => status === 404)).toHaveLength(30);
    const slowed = answers.filter(({ status }) => status === 429);
    expect(slowed).toHaveLength(10);
    expect(Number(slowed[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
    // Mail providers post everybody's unsubscribes from a few addresses: a real link is never turned away.
    expect((await post(await linkOf('omar@example.test'))).status).toBe(200);
  });

  it('keeps the health check', async () => {
    expect((await open('/_health')).status).toBe(204);
  });

  it('lead from a mail of before, which named no language, to what that mail was, whatever the default is now', async () => {
    const { documentId = '' } = (await room.cms.strapi.documents(uids.brand).findFirst()) ?? {};
    await room.update(uids.brand, documentId, { defaultLanguage: 'ar' });
    const { headers } = await open(`/issues/${number}`);
    expect(headers.get('content-language')).toBe('fr');
    expect((await open(`/issues/${number}/fr`)).headers.get('content-language')).toBe('fr');
    await room.update(uids.brand, documentId, { defaultLanguage: 'fr' });
  });

  it('show nothing of a campaign whose hour has come while it waits for a person or its witness', async () => {
    const ledger = await room.openLedger();
    const set = (what: string) => ledger.run(`UPDATE campaign SET ${what} WHERE uid = ?`, [later.campaign]);
    const path = `/issues/${later.number}/fr`;
    try {
      await set(`start_at = 1, hold = 'restored'`);
      expect((await open(path)).status).toBe(404);
      expect((await open('/')).body).not.toContain('Pas encore parti');
      await set('hold = NULL');
      // Its pictures are looked at first, as those of every campaign that was scheduled.
      await eventually(
        () => open(path),
        ({ status }) => status === 200,
      );
      await set(`start_at = 1, hold = 'restored'`);
      await ledger.run(`UPDATE identity SET hold = 'restored'`);
      await set('hold = NULL, witnessed_at = NULL');
      expect((await open(path)).status).toBe(404);
    } finally {
      await ledger.run('UPDATE identity SET hold = NULL');
      await ledger.close();
    }
  });
});
