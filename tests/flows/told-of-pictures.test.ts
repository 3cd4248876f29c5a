import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { openNewsroom, paragraph, type Newsroom } from '../cms/plugin/newsroom';
import { isFocused, openBrowser, pressAll, signIn, type BrowserSession } from '../support/browser';
import { aPng } from '../support/pictures';
import { chromium, describeWith } from '../support/requires';
import { until } from '../support/until';
import { uploadPicture } from '../cms/plugin/uploads';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const pictures = path.resolve('test-results', 'told-of-pictures');
const articleUid = 'plugin::newsletter.article';

interface StoredArticle {
  body: { children: { text: string }[] }[] | null;
  images: { width: number; alternativeText: string }[];
}

describeWith([chromium])('what somebody is told of a picture', () => {
  let room: Newsroom;
  let session: BrowserSession;
  let page: Page;

  beforeAll(async () => {
    room = await openNewsroom({ SERVE_ADMIN: 'true' });
    session = await openBrowser({ width: 1280, height: 720 });
    page = session.page;
    await mkdir(pictures, { recursive: true });
    await signIn(room.cms, session, 'nachra-publisher');
  });
  afterEach(() => {
    const known = /ai-feature-config|ai-localization-jobs|localhost:1337\/assets/;
    expect(session.faults.splice(0).filter((fault) => !known.test(fault))).toEqual([]);
  });
  afterAll(async () => {
    await session?.close();
    await room?.close();
  });

  const shot = (name: string) =>
    page.screenshot({ path: path.join(pictures, `${name}.png`), fullPage: true });
  const editor = () => page.getByRole('textbox', { name: 'Texte', exact: true });
  const press = (...keys: string[]) => pressAll(page, keys);
  const open = (documentId: string) =>
    page.goto(`${room.cms.url}/admin/content-manager/collection-types/${articleUid}/${documentId}`);
  const stored = async (documentId: string) =>
    (await room.cms.strapi
      .documents(articleUid)
      .findOne({ documentId, populate: ['images'] } as never)) as unknown as StoredArticle;
  /** Hands a picture over as a browser does when it is dropped or pasted. */
  async function hand(kind: 'drop' | 'paste', selector: string, name: string, bytes: Buffer): Promise<void> {
    await page.evaluate(`{
      const bytes = Uint8Array.from(atob('${bytes.toString('base64')}'), (one) => one.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([bytes], '${name}', { type: 'image/png' }));
      const target = document.querySelector('${selector}');
      const { left, top } = target.getBoundingClientRect();
      const about = { bubbles: true, cancelable: true, clientX: left + 40, clientY: top + 20 };
      target.dispatchEvent(
        '${kind}' === 'drop'
          ? new DragEvent('drop', { ...about, dataTransfer: data })
          : new ClipboardEvent('paste', { ...about, clipboardData: data }),
      );
    }`);
  }
  /** What axe finds in a part of the page. */
  async function faultsIn(selector: string): Promise<unknown[]> {
    await page.evaluate(axe);
    const { violations } = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(
      `axe.run({ include: [[${JSON.stringify(selector)}]] })`,
    );
    return violations.map(({ id, nodes }) => [id, nodes[0]?.html.slice(0, 200)]);
  }

  it('is what is wrong with a picture, as soon as it is put in', async () => {
    const article = await room.article({ title: 'Image', body: [paragraph('Voici.')] });
    await open(article);
    await editor().click();
    await press('Control+End', 'Enter');
    const chosen = page.waitForEvent('filechooser');
    await page
      .getByRole('toolbar', { name: 'Mise en forme' })
      .getByRole('button', { name: 'Image de cet ordinateur' })
      .click();
    await (await chosen).setFiles({ name: 'petite.png', mimeType: 'image/png', buffer: aPng(320, 180) });
    await editor()
      .getByText(/n’a que 320 px de large et la colonne du message en compte 536/)
      .waitFor();
    await editor().getByLabel('Texte alternatif').fill('Une agence');
    await shot('5-narrow');
    expect(await faultsIn('.body-editor')).toEqual([]);
  });

  it('is asked for the words of a picture that is pasted into a text or dropped there', async () => {
    const article = await room.article({ title: 'Images', body: [paragraph('Voici.'), paragraph('Fin.')] });
    await open(article);
    await editor().getByText('Fin.').click();
    const alternatives = editor().getByLabel('Texte alternatif');
    await hand('paste', '.ProseMirror', 'collee.png', aPng(600, 300, 'pasted'));
    await expect.poll(() => alternatives.count()).toBe(1);
    await expect.poll(() => isFocused(alternatives.first())).toBe(true);
    await page.keyboard.type('Collée');
    await hand('drop', '.ProseMirror p', 'deposee.png', aPng(600, 300, 'dropped'));
    await expect.poll(() => alternatives.count()).toBe(2);
    await page.keyboard.type('Déposée');
    await expect
      .poll(() =>
        alternatives.evaluateAll((all) => all.map((one) => (one as unknown as { value: string }).value)),
      )
      .toEqual(['Déposée', 'Collée']);
    await shot('6-handed-over');
  });

  it('is told beside the form which of its pictures do not fit', async () => {
    const token = await room.cms.token();
    const { body: file } = await uploadPicture(room.cms, token, aPng(320, 180, 'beside'));
    const article = await room.article({ title: 'À côté', images: [file.id] });
    await open(article);
    await page.getByText(/n’a que 320 px de large/).waitFor();
    await shot('7-beside');
  });

  it('is the same in the composer, where a picture is dropped and what it shows is asked for', async () => {
    const article = await room.article({ title: 'Salon à Agadir', body: [paragraph('Récit.')] });
    const issue = await room.issue({ articles: [article] });
    await page.goto(`${room.cms.url}/admin/plugins/newsletter/issues/${issue}/compose`);
    await page
      .getByRole('navigation', { name: 'Structure du numéro' })
      .getByRole('button', { name: 'Salon à Agadir', exact: true })
      .click();
    const field = page.locator('[data-pictures="images"]');
    await field.waitFor();
    await hand('drop', '[data-pictures="images"]', 'salon.png', aPng(320, 180, 'salon'));
    const alternative = field.getByLabel('Texte alternatif');
    await expect.poll(() => isFocused(alternative)).toBe(true);
    await field.getByText(/n’a que 320 px de large/).waitFor();
    await page.keyboard.type('Le stand d’Al Amana');
    await shot('8-dropped');
    expect(await faultsIn('[data-pictures="images"]')).toEqual([]);
    await press('Enter');
    await until(
      () => stored(article),
      ({ images }) => images[0]?.alternativeText === 'Le stand d’Al Amana' && images[0].width === 320,
    );
    await shot('9-added');
  });
});
