import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { openNewsroom, paragraph, type Newsroom } from '../cms/plugin/newsroom';
import { isFocused, openBrowser, pressAll, signIn, type BrowserSession } from '../support/browser';
import { paste } from '../support/paste';
import { chromium, describeWith } from '../support/requires';
import { step } from '../support/step';
import { until } from '../support/until';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const pictures = path.resolve('test-results', 'told-while-writing');
const articleUid = 'plugin::newsletter.article';

interface StoredArticle {
  body: { children: { text: string }[] }[] | null;
  images: { width: number; alternativeText: string }[];
}

describeWith([chromium])('what somebody is told while she writes', () => {
  let room: Newsroom;
  let session: BrowserSession;
  let page: Page;
  /** Requests for the spelling of words. */
  let asked = 0;

  beforeAll(async () => {
    room = await openNewsroom({ SERVE_ADMIN: 'true' });
    session = await openBrowser({ width: 1280, height: 720 });
    page = session.page;
    page.on('request', (request) => {
      if (request.url().endsWith('/newsletter/spelling')) asked += 1;
    });
    // A test that fails leaves a form that asks before it is left.
    page.on('dialog', (dialog) => void dialog.accept());
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
  const marks = () => editor().locator('.body-misspelt');
  const menu = () => page.getByRole('menu', { name: /^Orthographe de/ });
  const item = (name: string | RegExp) => menu().getByRole('menuitem', { name });
  const press = (...keys: string[]) => pressAll(page, keys);
  const open = (documentId: string) =>
    page.goto(`${room.cms.url}/admin/content-manager/collection-types/${articleUid}/${documentId}`);
  const stored = async (documentId: string) =>
    (await room.cms.strapi
      .documents(articleUid)
      .findOne({ documentId, populate: ['images'] } as never)) as unknown as StoredArticle;
  /** What axe finds in a part of the page. */
  async function faultsIn(selector: string): Promise<unknown[]> {
    await page.evaluate(axe);
    const { violations } = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(
      `axe.run({ include: [[${JSON.stringify(selector)}]] })`,
    );
    return violations.map(({ id, nodes }) => [id, nodes[0]?.html.slice(0, 200)]);
  }

  it('are misspelt words, which she mends, or adds to the words of the house', async () => {
    const article = await room.article({ title: 'Encours', body: [paragraph('Voici.')] });
    await open(article);
    await editor().click();
    await press('Control+End');

    await step('a word is marked once the caret has left it', async () => {
      await page.keyboard.type(' Les encors de l’anné et les amanewsiens');
      await expect.poll(() => marks().allTextContents()).toEqual(['encors', 'l’anné']);
      await page.keyboard.type(' ');
      await expect.poll(() => marks().allTextContents()).toEqual(['encors', 'l’anné', 'amanewsiens']);
      await page.getByRole('button', { name: '3 mots à vérifier' }).waitFor();
      expect(await editor().getAttribute('spellcheck')).toBe('false');
      await shot('1-marked');
    });

    await step('by keys alone she chooses another spelling, which one key takes back', async () => {
      await press('Control+Home', 'Alt+Enter');
      await item('encours').waitFor();
      await expect.poll(() => isFocused(item('encours'))).toBe(true);
      await shot('2-menu');
      expect(await faultsIn('[role="menu"]')).toEqual([]);
      await press('Enter');
      await expect.poll(() => editor().innerText()).toContain('Les encours de');
      await expect.poll(() => isFocused(editor())).toBe(true);
      await press('Control+z');
      await expect.poll(() => editor().innerText()).toContain('Les encors de');
      await expect.poll(() => marks().allTextContents()).toContain('encors');
      await press('Control+Home', 'Alt+Enter');
      await item('encours').waitFor();
      await press('Escape');
      await expect.poll(() => menu().count()).toBe(0);
      await expect.poll(() => isFocused(editor())).toBe(true);
    });

    await step('by a right click she adds a word, which is right at once and for everybody', async () => {
      await marks().filter({ hasText: 'amanewsiens' }).click({ button: 'right' });
      await item(/^Ajouter «\samanewsiens\s» aux mots de la maison$/).click();
      await page.getByText(/«\samanewsiens\s» est désormais un mot de la maison/).waitFor();
      await expect.poll(() => marks().allTextContents()).toEqual(['encors', 'l’anné']);
      const brand = (await room.cms.strapi
        .documents('plugin::newsletter.brand')
        .findFirst({ populate: ['wordings'] } as never)) as unknown as {
        wordings: { language: string; words: string | null }[];
      };
      expect(brand.wordings.find(({ language }) => language === 'fr')?.words).toBe('amanewsiens');
      await shot('3-added');
    });

    await step('the line below leads to the next word', async () => {
      await page.getByRole('button', { name: '2 mots à vérifier' }).click();
      await item(/^l’année$|^encours$/).waitFor();
      await item('Laisser tel quel').click();
      await expect.poll(() => marks().count()).toBe(1);
    });

    await step('nothing of the marks is stored', async () => {
      await page.getByRole('button', { name: 'Enregistrer' }).click();
      const saved = await until(
        () => stored(article),
        ({ body }) => JSON.stringify(body).includes('encors'),
      );
      expect(saved.body).toEqual([paragraph('Voici. Les encors de l’anné et les amanewsiens ')]);
    });
  });

  it('is nothing of a long text in another language, which costs one request and no stutter', async () => {
    const article = await room.article({ title: 'Long', body: [paragraph('Voici.')] });
    await open(article);
    await editor().click();
    const syllables = ['ba', 'du', 'ki', 'lo', 'mu', 'ne', 'pa', 'ri', 'so', 'ty'];
    const word = (at: number) =>
      [at, Math.floor(at / 10), Math.floor(at / 100), Math.floor(at / 1_000)]
        .map((digit) => syllables[digit % 10])
        .join('');
    const text = Array.from(
      { length: 100 },
      (_, row) => `<p>${Array.from({ length: 100 }, (__, at) => word(row * 100 + at)).join(' ')}</p>`,
    ).join('');
    const before = asked;
    await page.evaluate(
      `globalThis.slow = []; new PerformanceObserver((list) => globalThis.slow.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' })`,
    );
    await paste(page, text);
    await page.getByText('Ce texte semble écrit dans une autre langue').waitFor();
    await page.evaluate('globalThis.slow.length = 0');
    await page.keyboard.type(' encore quelques mots que tape une personne pressée', { delay: 20 });
    await page.getByText('Ce texte semble écrit dans une autre langue').waitFor();
    expect(asked - before).toBeLessThanOrEqual(3);
    expect(await marks().count()).toBe(0);
    const slow = await page.evaluate<number[]>('globalThis.slow');
    console.log(`Typing in 10,000 words: ${slow.length} long tasks, the longest ${Math.max(0, ...slow)} ms.`);
  });

  it('leaves the spelling of Arabic to the browser', async () => {
    const cell = (text: string) => ({ type: 'table-cell', children: [{ type: 'text', text }] });
    const row = (...cells: string[]) => ({ type: 'table-row', children: cells.map(cell) });
    const article = await room.article({
      title: 'جدول',
      language: 'ar',
      body: [
        { type: 'table', headerRow: true, children: [row('المدينة', 'العدد'), row('الرباط', '42 500')] },
      ],
    });
    const before = asked;
    await open(article);
    await editor().locator('td', { hasText: '42 500' }).waitFor();
    expect(await editor().getAttribute('spellcheck')).toBe('true');
    await shot('4-arabic');
    expect(asked).toBe(before);
  });

  it('offers no word of the house to whoever may not edit them, and marks all the same', async () => {
    const article = await room.article({ title: 'Auteur', body: [paragraph('Les encors du mois.')] });
    await page.context().clearCookies();
    await page.evaluate('localStorage.clear(); sessionStorage.clear()');
    await signIn(room.cms, session, 'nachra-author');
    await open(article);
    await expect.poll(() => marks().allTextContents()).toEqual(['encors']);
    await marks().first().click({ button: 'right' });
    await item('encours').waitFor();
    expect(await item(/^Ajouter/).count()).toBe(0);
  });
});
