import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser, signIn, type BrowserSession } from '../support/browser';
import { withoutRevision } from '../support/cms';
import { chromium, describeWith } from '../support/requires';
import { openNewsroom, paragraph, type Newsroom } from '../cms/plugin/newsroom';

const pictures = path.resolve('test-results', 'changed-while-read');

describeWith([chromium])('an issue that is changed while somebody reads it to approve it', () => {
  let room: Newsroom;
  let session: BrowserSession;
  let page: Page;
  beforeAll(async () => {
    room = await openNewsroom({ SERVE_ADMIN: 'true' });
    session = await openBrowser();
    page = session.page;
    await mkdir(pictures, { recursive: true });
    await signIn(room.cms, session, 'nachra-publisher');
  });
  afterAll(async () => {
    await session.close();
    await room.close();
  });

  it('is approved in no version that she has not said to have read', async () => {
    const article = await room.article();
    const issue = await room.issue({ articles: [article] });
    expect((await room.desk('POST', `/issues/${issue}/submit`)).status).toBe(200);
    const change = async (text: string) => {
      const data = { body: [paragraph(text)] };
      await room.update('plugin::newsletter.article', article, data);
      await withoutRevision(() =>
        room.cms.strapi.documents('plugin::newsletter.article').publish({ documentId: article }),
      );
      // She comes back to the window, and the page asks for what is new.
      await page.evaluate('window.dispatchEvent(new Event("focus"))');
    };
    await page.goto(`${room.cms.url}/admin/plugins/newsletter/issues/${issue}`);
    const ask = page.getByRole('button', { name: 'Approuver cette édition' });
    await ask.click();
    const dialog = page.getByRole('alertdialog');
    const approve = dialog.getByRole('button', { name: 'Approuver', exact: true });
    const acknowledge = async () => {
      for (const box of await dialog.getByRole('checkbox').all()) await box.click();
    };
    await acknowledge();
    await approve.isEnabled();

    await change('Un texte que personne n’a relu.');
    await dialog.getByText('ce n’est plus ce que vous avez lu').waitFor();
    await page.screenshot({ path: path.join(pictures, '1-asked.png') });
    expect(await approve.isDisabled()).toBe(true);
    await dialog.getByRole('button', { name: 'Ne rien changer' }).click();
    await page.getByText('a été modifié pendant que vous le lisiez').waitFor();
    await page.screenshot({ path: path.join(pictures, '2-exchanged.png'), fullPage: true });
    expect(await ask.isDisabled()).toBe(true);
    expect((await room.detail(issue)).stage).toBe('in-review');

    await page.getByRole('button', { name: 'J’ai relu cette version' }).click();
    await ask.click();
    await acknowledge();
    await approve.click();
    await page.getByText(/Approuvé par/).waitFor();
    expect((await room.detail(issue)).stage).toBe('approved');
  });
});
