import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { uids } from '../../cms/plugin/shared/uids';
import { openNewsroom, paragraph, type Newsroom } from '../cms/plugin/newsroom';
import { isFocused, openBrowser, signIn, type BrowserSession } from '../support/browser';
import { chromium, describeWith } from '../support/requires';
import { until } from '../support/until';

const pictures = path.resolve('test-results', 'translate');

/** Strapi's calls to its paid edition, and the save that was refused because somebody else had saved. */
const known =
  /ai-feature-config|ai-localization-jobs|400 \(Bad Request\).*collection-types\/plugin::newsletter\.article/;

interface StoredArticle {
  documentId: string;
  title: string | null;
  startDate: string;
  translationOf: string;
  translatedRevision: number;
  body: { type: string; children: { text: string }[] }[] | null;
}

describeWith([chromium])('a translation beside its original', () => {
  let room: Newsroom;
  let session: BrowserSession;
  let page: Page;
  let article: string;
  let french: string;
  let arabic: string;

  beforeAll(async () => {
    room = await openNewsroom({ SERVE_ADMIN: 'true' });
    session = await openBrowser({ width: 1280, height: 720 });
    page = session.page;
    await mkdir(pictures, { recursive: true });
    article = await room.article({
      ...{ title: 'Caravane à Fès', kind: 'event', startDate: '2023-09-12', place: 'Fès' },
      body: [
        paragraph('La caravane a réuni 412 clients autour de l’épargne, le 12 septembre 2023.'),
        { type: 'heading', level: 2, children: [{ type: 'text', text: 'Trois journées, trois thèmes' }] },
        paragraph('Les ateliers ont porté sur le crédit responsable.'),
      ],
    });
    const other = await room.article({ title: 'مقال', language: 'ar', body: [paragraph('نص.')] });
    french = await room.issue({ number: 520, articles: [article] });
    arabic = await room.issue({ number: 520, language: 'ar', articles: [other] });
    await signIn(room.cms, session, 'nachra-editor');
  });
  afterAll(async () => {
    await session?.close();
    await room?.close();
  });

  const shot = (name: string) => page.screenshot({ path: path.join(pictures, `${name}.png`) });
  const find = async () =>
    (await room.cms.strapi.documents(uids.article).findFirst({
      filters: { translationOf: article, language: 'ar' },
    } as never)) as unknown as StoredArticle;
  const body = () => page.getByRole('textbox', { name: 'Texte', exact: true });
  const title = () => page.getByLabel(/^Titre/);
  const saved = () => page.getByText(/^Enregistré/).waitFor();
  const change = (data: object) => room.update(uids.article, article, data);

  /** The text and its original in another theme of the admin, which this browser remembers. */
  const lookAs = async (settings: Record<string, string>, name: string) => {
    for (const [key, value] of Object.entries(settings))
      await page.evaluate(`localStorage.setItem(${JSON.stringify(key)}, ${JSON.stringify(value)})`);
    await page.reload();
    const added = page.locator('ins', { hasText: 'et de l’assurance,' });
    await added.waitFor();
    await added.scrollIntoViewIfNeeded();
    await shot(name);
  };

  it('is begun by one click where the number lacks it, linked, with the days of its original', async () => {
    await page.goto(`${room.cms.url}/admin/plugins/newsletter/issues/${french}`);
    await page.getByRole('button', { name: 'Traduire en arabe : Caravane à Fès' }).click();
    await page.waitForURL(({ pathname }) => pathname.endsWith('/translate'));
    await page.getByText('La caravane a réuni 412 clients').waitFor();
    const made = await find();
    expect(made).toMatchObject({ startDate: '2023-09-12', title: null, translationOf: article });
    expect(await title().getAttribute('dir')).toBe('rtl');
    expect(await body().getAttribute('dir')).toBe('rtl');
    await page.getByText('0 paragraphe sur 3').waitFor();
    await shot('1-begun');
  });

  it('is written by the keyboard, each block beside its own, and what lacks is put in by its button', async () => {
    await title().focus();
    await page.keyboard.type('قافلة تحسيسية بفاس');
    await body().focus();
    await page.keyboard.type('جمعت القافلة 421 زبونا حول الادخار، يوم 12 شتنبر 2023.');
    await page.getByText('1 paragraphe sur 3').waitFor();
    const heading = page.getByRole('button', { name: 'Écrire cet intertitre' });
    await heading.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('ثلاثة أيام، ثلاثة محاور');
    await body().locator('h2').getByText('ثلاثة أيام').waitFor();
    await page.getByText('2 paragraphes sur 3').waitFor();
    await page.getByRole('button', { name: 'Il manque un paragraphe' }).click();
    await expect.poll(() => isFocused(page.getByRole('button', { name: 'Écrire ce paragraphe' }))).toBe(true);
    const [one, other] = [
      await page.getByText('Trois journées, trois thèmes').boundingBox(),
      await body().locator('h2').boundingBox(),
    ];
    expect(Math.abs((one?.y ?? 0) - (other?.y ?? 999))).toBeLessThan(24);
    await shot('2-written');
  });

  it('is told a figure that differs beside its block, until it is mended', async () => {
    const told = page.getByText(/^Chiffre\s:\s.421.\sici,\s.412.\sdans l’original\.$/);
    await told.waitFor();
    await shot('3-figure');
    await body().locator('p').first().selectText();
    await page.keyboard.type('جمعت القافلة 412 زبونا حول الادخار، يوم 12 شتنبر 2023.');
    await told.waitFor({ state: 'detached' });
    await saved();
    await until(find, ({ title: stored, body: blocks }) => {
      const [first, second] = blocks ?? [];
      return (
        stored === 'قافلة تحسيسية بفاس' &&
        first?.children[0]?.text.includes('412') === true &&
        second?.type === 'heading'
      );
    });
  });

  it('brings back what was typed before the page was loaded again', async () => {
    await title().focus();
    await page.keyboard.press('End');
    await page.keyboard.type(' الكبيرة');
    await page.reload();
    await page.getByText(/Ce que vous aviez tapé n’était pas encore enregistré/).waitFor();
    expect(await title().inputValue()).toBe('قافلة تحسيسية بفاس الكبيرة');
    await until(find, ({ title: stored }) => stored === 'قافلة تحسيسية بفاس الكبيرة');
  });

  it('shows by words what the original has had since, and settles it', async () => {
    await change({
      title: 'Grande caravane à Fès',
      body: [
        paragraph(
          'La caravane a réuni 412 clients autour de l’épargne et de l’assurance, le 12 septembre 2023.',
        ),
        { type: 'heading', level: 2, children: [{ type: 'text', text: 'Trois journées, trois thèmes' }] },
        paragraph('Les ateliers ont porté sur le crédit responsable.'),
        paragraph('Une participante témoigne.'),
      ],
    });
    await page.reload();
    await page.getByText(/L’original a changé depuis que la traduction le suit/).waitFor();
    await page.locator('ins', { hasText: 'et de l’assurance,' }).waitFor();
    await page.locator('del', { hasText: 'l’épargne,' }).waitFor();
    await page.getByText('Nouveau dans l’original').waitFor();
    await page.locator('ins', { hasText: 'Grande' }).waitFor();
    await shot('4-changed');
    await lookAs({ STRAPI_THEME: 'dark' }, '4-dark');
    await lookAs({ STRAPI_THEME: 'light' }, '4-light');
    await page.getByRole('button', { name: 'La traduction suit l’original' }).click();
    await page.getByText(/L’original a changé depuis/).waitFor({ state: 'detached' });
    expect(await page.locator('ins').count()).toBe(0);
    const { revision } = (await room.cms.strapi
      .documents(uids.article)
      .findOne({ documentId: article })) as unknown as { revision: number };
    expect((await find()).translatedRevision).toBe(revision);
  });

  it('asks where somebody else has saved it meanwhile, and loses nothing', async () => {
    const made = await find();
    await title().focus();
    await page.keyboard.press('End');
    await page.keyboard.type('!');
    await room.update(uids.article, made.documentId, { title: 'عنوان آخر' });
    await page.keyboard.press('Control+s');
    await page.getByRole('dialog').getByText('عنوان آخر').first().waitFor();
    await shot('5-conflict');
    await page.getByRole('radio', { name: 'Titre : Garder ma version' }).click();
    await page.getByRole('button', { name: 'Enregistrer ce choix' }).click();
    await until(find, ({ title: stored }) => stored?.endsWith('!') === true);
  });

  it('is published where it is written, and reached from the composer and from its form', async () => {
    await page.getByRole('button', { name: 'Publier', exact: true }).click();
    const question = page.getByRole('alertdialog');
    await question.getByText(/2 paragraphes de l’original n’ont pas encore leur traduction/).waitFor();
    await shot('6-incomplete');
    await question.getByRole('button', { name: 'Publier quand même' }).click();
    await page.getByRole('button', { name: 'Publier', exact: true }).waitFor({ state: 'detached' });
    // It came from the number, and leads back to it.
    await page.getByRole('link', { name: 'Retour à la composition' }).waitFor();
    await page.getByRole('link', { name: 'Retour au numéro' }).click();
    await page.waitForURL(({ pathname }) => pathname.endsWith(`/issues/${arabic}`));
    await page.goto(`${room.cms.url}/admin/plugins/newsletter/issues/${arabic}/compose`);
    await page.getByRole('region', { name: 'À traduire' }).getByText('Grande caravane à Fès').waitFor();
    await shot('6-composer');
    await page.getByRole('button', { name: /^Ajouter au numéro la traduction de/ }).click();
    await page.getByRole('region', { name: 'À traduire' }).waitFor({ state: 'detached' });
    await page
      .getByRole('navigation')
      .getByRole('button', { name: /^قافلة تحسيسية/ })
      .click();
    await page.getByRole('link', { name: 'Traduire', exact: true }).click();
    await page.getByText('La caravane a réuni 412 clients').waitFor();
    await page.getByRole('link', { name: 'Ouvrir le formulaire' }).click();
    await page.getByRole('link', { name: 'Traduire côte à côte (arabe)' }).click();
    await page.getByText('La caravane a réuni 412 clients').waitFor();
  });

  it('leaves no error in the console', () => {
    expect(session.faults.filter((fault) => !known.test(fault))).toEqual([]);
  });
});
