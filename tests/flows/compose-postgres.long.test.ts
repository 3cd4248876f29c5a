import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isFocused, openBrowser, signIn, type BrowserSession } from '../support/browser';
import { openPreparedDatabase } from '../support/prepared-postgres';
import { chromium, describeWith, postgres } from '../support/requires';
import type { PostgresDatabase } from '../support/shared-postgres';
import { until } from '../support/until';
import { openNewsroom, paragraph, type Newsroom } from '../cms/plugin/newsroom';

/** PostgreSQL gives JSON back with its keys in another order than it was sent in. */
describeWith([chromium, postgres])('the composer on PostgreSQL', () => {
  let database: PostgresDatabase;
  let room: Newsroom;
  let session: BrowserSession;
  let page: Page;
  beforeAll(async () => {
    database = await openPreparedDatabase();
    room = await openNewsroom({ SERVE_ADMIN: 'true', DATABASE_URL: database.url });
    session = await openBrowser();
    page = session.page;
    await signIn(room.cms, session, 'nachra-editor');
  });
  afterAll(async () => {
    await session?.close();
    await room?.close();
    await database?.close();
  });

  it('leaves whoever writes a body where she is when it is saved', async () => {
    const article = await room.article({ title: 'Caravane à Fès', body: [paragraph('Un début')] });
    const issue = await room.issue({ articles: [article] });
    await page.goto(`${room.cms.url}/admin/plugins/newsletter/issues/${issue}/compose`);
    await page
      .getByRole('navigation', { name: 'Structure du numéro' })
      .getByRole('button', { name: /^Caravane à Fès/ })
      .click();
    const body = page.getByRole('textbox', { name: /^Texte/ });
    await body.getByText('Un début').click();
    await page.keyboard.press('Home');
    await page.keyboard.type('Voici : ');
    const stored = async () =>
      (await room.cms.strapi
        .documents('plugin::newsletter.article')
        .findOne({ documentId: article })) as unknown as {
        body: ReturnType<typeof paragraph>[];
        revision: number;
      };
    await until(stored, ({ body: blocks }) => blocks[0]?.children[0]?.text.startsWith('Voici') === true);
    // The page has asked what there is now, and got it.
    const composition = (url: string) => url.endsWith(`/issues/${issue}/composition`);
    await page.waitForResponse((response) => composition(response.url()));
    await page.getByText(/^Enregistré/).waitFor();
    expect(await isFocused(body)).toBe(true);
    await page.keyboard.type('tout ');
    await until(stored, ({ body: blocks }) => blocks[0]?.children[0]?.text.includes('tout') === true);
    expect(JSON.stringify((await stored()).body)).toMatch(/Voici.{1,2}: tout Un début/);
  });
});
