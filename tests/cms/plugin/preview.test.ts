import { showRendition, renditionNames, type Shown } from '@nachra/renderer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNewsroom, type Newsroom } from './newsroom';

const issues = 'plugin::newsletter.issue';
const articles = 'plugin::newsletter.article';

describe('the preview that Strapi’s button opens', () => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await openNewsroom();
  });
  afterAll(() => room.close());

  async function linkFor(uid: string, documentId: string, role?: string, status = 'draft') {
    const token = await room.cms.token(role);
    const query = `documentId=${documentId}&status=${status}`;
    return room.cms.call<{ data: { url?: string } }>('GET', `/content-manager/preview/url/${uid}?${query}`, {
      token,
    });
  }
  async function urlFor(uid: string, documentId: string, status?: string): Promise<string> {
    return (await linkFor(uid, documentId, undefined, status)).body.data.url ?? '';
  }
  const open = (url: string) => room.cms.call<string>('GET', url);

  it('is a page of ours with our own script, and the mail in a sandboxed frame', async () => {
    const url = await urlFor(issues, await room.issue({ subject: 'Objet <b>gras</b>' }));
    const { status, body, headers } = await open(url);
    expect(status).toBe(200);
    expect(body).toContain('<iframe');
    expect(body).toMatch(/sandbox\s+src="\/newsletter\/preview\/[^"]+\/mail"/);
    expect(body).toContain('Objet &lt;b&gt;gras&lt;/b&gt;');
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'; script-src 'self';/);
    expect(headers.get('set-cookie')).toBeNull();
    expect(headers.get('cache-control')).toBe('no-store');
    for (const asset of ['shell.js', 'shell.css']) {
      expect((await open(`/newsletter/preview-assets/${asset}`)).status).toBe(200);
    }
  });

  it('shows exactly the desk’s preview, under a policy that lets nothing of it run', async () => {
    const issue = await room.issue();
    const { html } = await room.preview(issue);
    const { body, headers } = await open(`${await urlFor(issues, issue)}/mail`);
    expect(body).toBe(html);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^default-src 'none'; img-src https: http: data:;/);
    expect(policy).toMatch(/; sandbox$/);
    expect(policy).not.toContain('script-src');
  });

  it('shows the plain text, and the mail without its pictures', async () => {
    const url = await urlFor(issues, await room.issue());
    expect((await open(`${url}/text`)).body).toMatch(/<html lang="fr" dir="ltr">[\s\S]*<pre>/);
    const { headers } = await open(`${url}/mail?images=off`);
    expect(headers.get('content-security-policy')).toContain("img-src 'none'");
  });

  it('offers the renditions that designers have, and shows what the renderer makes of each', async () => {
    const issue = await room.issue();
    const { html, text } = await room.preview(issue);
    const url = await urlFor(issues, issue);
    const shell = (await open(url)).body;
    const offered = [...shell.matchAll(/name="view"\s+value="([\w-]+)"/g)].map(([, name]) => name);
    expect([...offered, 'dark', 'images-off'].sort()).toEqual([...renditionNames].sort());
    expect(shell).toContain('<span>Sans feuille de style</span>');
    const shown: Shown = { html, text, language: 'fr', direction: 'ltr' };
    for (const view of renditionNames) {
      const { body, headers } = await open(`${url}/mail?view=${view}`);
      expect(body, view).toBe(showRendition(shown, view));
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'none';.*; sandbox$/);
    }
    const both = await open(`${url}/mail?view=word&dark=1&images=off`);
    expect(both.body).toBe(showRendition(shown, 'word', { colours: 'dark', imagesOff: true }));
    expect((await open(`${url}/mail?view=nonsense`)).body).toBe(html);
  });

  it('shows an article alone under the masthead, as drafted or as published', async () => {
    const article = await room.article({ title: 'Titre publié' });
    await room.update(articles, article, { title: 'Titre corrigé' });
    const mail = async (status: string) =>
      (await open(`${await urlFor(articles, article, status)}/mail`)).body;
    expect(await mail('draft')).toContain('Titre corrigé');
    expect(await mail('draft')).toContain('Al Amana Microfinance');
    expect(await mail('published')).toContain('Titre publié');
  });

  it('says what is missing, in the frame, while the content cannot be laid out', async () => {
    const article = await room.article({ title: 'Salon', kind: 'event' });
    const { status, body } = await open(`${await urlFor(articles, article)}/mail`);
    expect(status).toBe(200);
    expect(body).toContain('Article « Salon » : le champ « Début » n’est pas rempli.');
  });

  it('follows every save: the link shows what is there now', async () => {
    const issue = await room.issue();
    const url = await urlFor(issues, issue);
    await room.update(issues, issue, { subject: 'Tout nouvel objet' });
    expect((await open(url)).body).toContain('Tout nouvel objet');
  });

  it('shows an article under the newest masthead of its own language, or one made up where there is none', async () => {
    const mailOf = async (article: string) => (await open(`${await urlFor(articles, article)}/mail`)).body;
    const french = await room.issue();
    const { number } = await room.detail(french);
    const arabic = { number: number + 500, language: 'ar', subject: 'أمانيوز', periodLabel: 'غشت 2024' };
    // Of another month: else it would be taken for a French one under a wrong number.
    const month = { periodFrom: '2024-08-01', periodTo: '2024-08-31', publicationDate: '2024-09-01' };
    await room.issue({ ...arabic, ...month, articles: [await room.article({ language: 'ar' })] });
    expect(await mailOf(await room.article())).toMatch(new RegExp(`N°\\s*${number}\\b`));
    expect(await mailOf(await room.article())).not.toContain('غشت 2024');
    expect(await mailOf(await room.article({ language: 'en' }))).not.toContain(String(number));
  });

  it('counts an article as used before only in a number that left or is approved', async () => {
    const article = await room.article();
    const rulesOf = async (id: string) => (await room.detail(id)).findings.map(({ rule }) => rule);
    const left = await room.issue({ articles: [article] });
    const draft = await room.issue();
    const next = await room.issue({ articles: [article] });
    expect(await rulesOf(next)).not.toContain('article-in-previous');
    expect((await room.approve(left)).status).toBe(200);
    // Also over a number in between that was never sent.
    expect((await room.detail(draft)).stage).toBe('drafting');
    expect(await rulesOf(next)).toContain('article-in-previous');
  });

  it('is not given to somebody who may not read the document', async () => {
    const issue = await room.issue();
    expect((await linkFor(issues, issue, 'nachra-author')).body.data?.url).toBeUndefined();
    expect((await linkFor(articles, await room.article(), 'nachra-author')).body.data?.url).toMatch(
      /^\/newsletter/,
    );
  });

  it('does not open with a link that was changed by one letter, nor for somebody whose account was closed', async () => {
    const url = await urlFor(issues, await room.issue());
    const end = url.at(-1) === 'A' ? 'B' : 'A';
    expect((await open(url.slice(0, -1) + end)).status).toBe(404);
    expect((await open('/newsletter/preview/nonsense')).status).toBe(404);

    const close = (isActive: boolean) =>
      room.cms.strapi.db.query('admin::user').updateMany({ where: {}, data: { isActive } });
    await close(false);
    const closed = await open(`${url}/mail`);
    await close(true);
    expect(closed.status).toBe(404);
    expect((await open(`${url}/mail`)).status).toBe(200);
  });

  it('ends with the right that its link was made with: the account, its role, the permission', async () => {
    const { db } = room.cms.strapi;
    const article = await room.article();
    const made = await linkFor(articles, article, 'nachra-author');
    const url = made.body.data.url ?? '';
    const statuses = async () =>
      Promise.all(['', '/mail', '/text'].map(async (page) => (await open(`${url}${page}`)).status));
    const [opened, closed] = [
      [200, 200, 200],
      [404, 404, 404],
    ];
    expect(await statuses()).toEqual(opened);

    const query = db.query('admin::permission');
    const where = {
      action: 'plugin::content-manager.explorer.read',
      subject: articles,
      role: { code: 'nachra-author' },
    };
    const permission = (await query.findOne({ where, populate: ['role'] })) as { id: number; role: object };
    await query.update({ where: { id: permission.id }, data: { role: null } });
    expect(await statuses()).toEqual(closed);
    await query.update({ where: { id: permission.id }, data: { role: permission.role } });
    expect(await statuses()).toEqual(opened);

    const email = 'nachra-author@nachra.test';
    const { id } = (await db.query('admin::user').findOne({ where: { email } })) as { id: number };
    const roles = (codes: string[]) =>
      db.query('admin::role').findMany({ where: { code: { $in: codes } } }) as Promise<{ id: number }[]>;
    const give = async (codes: string[]): Promise<unknown> =>
      db
        .query('admin::user')
        .update({ where: { id }, data: { roles: (await roles(codes)).map((role) => role.id) } });
    await give([]);
    expect(await statuses()).toEqual(closed);
    await give(['nachra-author']);
    expect(await statuses()).toEqual(opened);

    await db.query('admin::user').delete({ where: { id } });
    expect(await statuses()).toEqual(closed);
  });
});
