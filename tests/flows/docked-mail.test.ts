import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { openNewsroom, paragraph, type Newsroom } from '../cms/plugin/newsroom';
import { uploadPicture } from '../cms/plugin/uploads';
import { isFocused, openBrowser, pressAll, signIn, type BrowserSession } from '../support/browser';
import { aPng } from '../support/pictures';
import { chromium, describeWith } from '../support/requires';
import { until } from '../support/until';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const pictures = path.resolve('test-results', 'docked-mail');
const uid = 'plugin::newsletter.article';

interface StoredArticle {
  title: string;
  callToActionUrl: string | null;
  images: { name: string }[] | null;
  imageTexts: { alternativeText: string; caption: string | null }[];
}

describeWith([chromium])('the mail docked beside the form of an article', () => {
  let room: Newsroom;
  let session: BrowserSession;
  let page: Page;
  let article: string;

  beforeAll(async () => {
    room = await openNewsroom({ SERVE_ADMIN: 'true' });
    session = await openBrowser({ width: 1280, height: 720 });
    page = session.page;
    page.on('dialog', (dialog) => void dialog.accept());
    await mkdir(pictures, { recursive: true });
    const token = await room.cms.token();
    const images: number[] = [];
    for (const name of ['port', 'salon'])
      images.push(
        (await uploadPicture(room.cms, token, aPng(640, 360, name), { name: `${name}.png` })).body.id,
      );
    article = await room.article({
      title: 'Caravane à Fès',
      standfirst: 'En bref : Fès.',
      body: [paragraph('Récit : Fès.')],
      callToActionLabel: 'Lire',
      callToActionUrl: 'https://amanews.example.test/fes',
      images,
      imageTexts: [
        { alternativeText: 'Le port', caption: '' },
        { alternativeText: 'Le salon', caption: 'Photo : Al Amana' },
      ],
    });
    await room.issue({
      number: 242,
      articles: [await room.article({ title: 'Signature à Rabat' }), article],
    });
    await signIn(room.cms, session, 'nachra-editor');
  });
  afterEach(() => {
    const known = /ai-feature-config|ai-localization-jobs|localhost:1337\/assets/;
    expect(session.faults.splice(0).filter((fault) => !known.test(fault))).toEqual([]);
  });
  afterAll(async () => {
    await session?.close();
    await room?.close();
  });

  const shot = (name: string) => page.screenshot({ path: path.join(pictures, `${name}.png`) });
  const dock = () => page.getByRole('complementary', { name: 'Le message à côté du formulaire' });
  const mail = () => dock().frameLocator('iframe[title]');
  const field = (name: string) => page.locator(`[name="${name}"]`);
  const open = (documentId: string) =>
    page.goto(`${room.cms.url}/admin/content-manager/collection-types/${uid}/${documentId}`);
  const stored = async () =>
    (await room.cms.strapi.documents(uid).findOne({
      documentId: article,
      populate: ['images', 'imageTexts'],
    } as never)) as unknown as StoredArticle;
  const save = () => page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  async function faultsIn(selector: string): Promise<unknown[]> {
    await page.evaluate(axe);
    const { violations } = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(
      `axe.run({ include: [[${JSON.stringify(selector)}]] })`,
    );
    return violations.map(({ id, nodes }) => [id, nodes[0]?.html.slice(0, 200)]);
  }

  it('shows what is typed at once, in the mail of its number, and stores none of it', async () => {
    await open(article);
    await page.getByRole('button', { name: 'Voir le message' }).click();
    await mail().getByText('Signature à Rabat').first().waitFor();
    await dock()
      .getByText(/Dans le N°\s242 \(FR\)/)
      .waitFor();
    await field('title').fill('Caravane à Meknès');
    await mail().getByText('Caravane à Meknès').first().waitFor();
    expect((await stored()).title).toBe('Caravane à Fès');
    await shot('1-typed');

    const took: number[] = [];
    await field('title').focus();
    for (const letter of 'ville') {
      const painted = await page.evaluate<number>(
        `performance.getEntriesByName('nachra-live-painted').length`,
      );
      const from = Date.now();
      await page.keyboard.type(letter);
      await page.waitForFunction(
        (count) => performance.getEntriesByName('nachra-live-painted').length > count,
        painted,
      );
      took.push(Date.now() - from);
    }
    console.log(`From a key to the docked mail: ${took.join(', ')} ms.`);
    expect(await faultsIn('aside[aria-label="Le message à côté du formulaire"]')).toEqual([]);
  });

  it('leads from a piece of the mail into its field, which marks its piece', async () => {
    await mail().getByText('En bref : Fès.').click();
    await expect.poll(() => isFocused(field('standfirst'))).toBe(true);
    await pressAll(page, ['End']);
    await page.keyboard.type(' Entrée libre.');
    await mail().locator('[data-shown]', { hasText: 'Entrée libre.' }).first().waitFor();
    await mail().getByText('Récit : Fès.').click();
    const body = page.getByRole('textbox', { name: 'Texte', exact: true });
    await expect.poll(() => isFocused(body)).toBe(true);
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' Et la suite.');
    await mail().getByText('Récit : Fès. Et la suite.').waitFor();
    await mail().getByText('Signature à Rabat').first().click();
    await dock().getByText('Ce passage du message ne vient pas de ce formulaire.').waitFor();
    await shot('2-fields');
  });

  it('says what is to be mended, leads to the field by its name in the form, and mends it', async () => {
    await field('callToActionUrl').fill('www.amanews.example.test');
    await dock()
      .getByRole('button', { name: /remarque/ })
      .click();
    await dock()
      .getByText(/«\sAdresse du bouton\s»/)
      .waitFor();
    await dock()
      .getByRole('button', { name: /^Aller au champ\s: .*Adresse du bouton/ })
      .click();
    await expect.poll(() => isFocused(field('callToActionUrl'))).toBe(true);
    await shot('3-noted');
    await dock()
      .getByRole('button', { name: /^Corriger/ })
      .first()
      .click();
    await expect.poll(() => field('callToActionUrl').inputValue()).toBe('https://www.amanews.example.test');
  });

  it('finds misspelt words of the title, which one choice mends', async () => {
    await field('title').fill('Les encors de la caravane');
    await page.getByRole('button', { name: 'encors', exact: true }).click();
    const menu = page.getByRole('menu', { name: /^Orthographe de/ });
    await menu.getByRole('menuitem', { name: 'encours' }).click();
    await expect.poll(() => field('title').inputValue()).toBe('Les encours de la caravane');
    await mail().getByText('Les encours de la caravane').first().waitFor();
  });

  it('keeps the texts of a picture beside it, and with it when another is taken away', async () => {
    const texts = page.locator('[data-field="imageTexts"]');
    const alternatives = texts.getByLabel('Texte alternatif');
    expect(await Promise.all([0, 1].map((at) => alternatives.nth(at).inputValue()))).toEqual([
      'Le port',
      'Le salon',
    ]);
    await texts.scrollIntoViewIfNeeded();
    await shot('4-picture-texts');
    expect(await faultsIn('[data-field="imageTexts"]')).toEqual([]);
    await page
      .getByRole('button', { name: /^(?:Supprimer|Delete)$/ })
      .first()
      .click();
    await expect.poll(() => alternatives.count()).toBe(1);
    expect(await alternatives.inputValue()).toBe('Le salon');
    await alternatives.fill('Le salon d’Agadir');
    await save();
    const { images, imageTexts } = await until(stored, ({ title }) => title.startsWith('Les encours'));
    expect(images?.map(({ name }) => name)).toEqual(['salon.png']);
    expect(imageTexts).toMatchObject([{ alternativeText: 'Le salon d’Agadir', caption: 'Photo : Al Amana' }]);
  });

  it('is opened, made wider and closed by keys alone, and comes back as it was left', async () => {
    const line = dock().getByRole('separator', { name: 'Largeur du message' });
    const before = Number(await line.getAttribute('aria-valuenow'));
    await line.focus();
    await pressAll(page, ['ArrowLeft', 'ArrowLeft']);
    const wider = Math.min(before + 48, Number(await line.getAttribute('aria-valuemax')));
    await expect.poll(async () => Number(await line.getAttribute('aria-valuenow'))).toBe(wider);
    await dock().getByRole('tab', { name: 'Ordinateur' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.reload();
    await dock().getByRole('tab', { name: 'Téléphone', selected: true }).waitFor();
    expect(Number(await line.getAttribute('aria-valuenow'))).toBe(wider);
    await mail().getByText('Les encours de la caravane').first().waitFor();
    await shot('5-phone');
    await page.getByRole('button', { name: 'Fermer le message' }).first().focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => dock().count()).toBe(0);
    await page.reload();
    await page.getByRole('button', { name: 'Voir le message' }).focus();
    await page.keyboard.press('Enter');
    await mail().getByText('Les encours de la caravane').first().waitFor();
  });

  it('shows an author her article alone, and no panel that would refuse her', async () => {
    await page.context().clearCookies();
    await page.evaluate('localStorage.clear(); sessionStorage.clear()');
    await signIn(room.cms, session, 'nachra-author');
    await open(article);
    await page.getByRole('button', { name: 'Voir le message' }).click();
    await dock()
      .getByText(/^Dans un message à part/)
      .waitFor();
    await mail().getByText('Les encours de la caravane').first().waitFor();
    expect(await mail().getByText('Signature à Rabat').count()).toBe(0);
    expect(await page.getByText('Langues', { exact: true }).count()).toBe(0);
    await shot('6-author');
  });

  it('shows an article that was never saved, in the language that is chosen', async () => {
    await page.goto(`${room.cms.url}/admin/content-manager/collection-types/${uid}/create`);
    await field('title').fill('Neuf');
    await mail().getByText('Neuf').first().waitFor();
  });
});
