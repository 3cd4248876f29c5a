import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isFocused, openBrowser, signIn, type BrowserSession } from '../support/browser';
import { chromium, describeWith } from '../support/requires';
import { until } from '../support/until';
import { openNewsroom, paragraph, type Newsroom } from '../cms/plugin/newsroom';

const pictures = path.resolve('test-results', 'compose');
const issues = 'plugin::newsletter.issue';

interface StoredIssue {
  subject: string;
  sections: { heading: string; articles: { title: string }[] }[];
}

describeWith([chromium])('the composer', () => {
  let room: Newsroom;
  let session: BrowserSession;
  let page: Page;
  let issue: string;
  beforeAll(async () => {
    room = await openNewsroom({ SERVE_ADMIN: 'true' });
    session = await openBrowser();
    page = session.page;
    await mkdir(pictures, { recursive: true });
    const articles: string[] = [];
    for (const title of ['Caravane à Fès', 'Signature à Rabat', 'Salon à Agadir'])
      articles.push(
        await room.article({
          title,
          standfirst: `En bref : ${title}.`,
          body: [paragraph(`Récit : ${title}.`)],
        }),
      );
    await room.article({ title: 'Prix de l’inclusion' }, { published: false });
    await room.article({ title: 'Rapport annuel' });
    await room.article({ title: 'Annual report', language: 'en' });
    issue = await room.issue({
      articles: articles.slice(0, 2),
      sections: [
        {
          __component: 'newsletter-section.articles',
          heading: 'Actualités',
          layout: 'list',
          articles: articles.slice(0, 2),
        },
        {
          __component: 'newsletter-section.articles',
          heading: 'Régions',
          layout: 'list',
          articles: articles.slice(2),
        },
      ],
    });
    await signIn(room.cms, session, 'nachra-editor');
  });
  afterAll(async () => {
    await session?.close();
    await room?.close();
  });

  const shot = (name: string) => page.screenshot({ path: path.join(pictures, `${name}.png`) });
  const mail = () => page.frameLocator('iframe[title]');
  const structure = () => page.getByRole('navigation', { name: 'Structure du numéro' });
  const stored = async () =>
    (await room.cms.strapi.documents(issues).findOne({
      documentId: issue,
      populate: {
        sections: { on: { 'newsletter-section.articles': { populate: { articles: true } } } },
      },
      status: 'draft',
    } as never)) as unknown as StoredIssue;
  const titles = async () =>
    (await stored()).sections.map(({ articles }) => articles.map(({ title }) => title));
  const saved = () => page.getByText(/^Enregistré/).waitFor();

  it('is opened from the page of the number, and shows what is typed in the mail at once, and saves it', async () => {
    await page.goto(`${room.cms.url}/admin/plugins/newsletter/issues/${issue}`);
    await page.getByRole('link', { name: 'Composer' }).click();
    await mail().getByText('Caravane à Fès').first().waitFor();
    await page.getByLabel(/^Période/).fill('Automne 2023');
    await mail().getByText('Automne 2023').waitFor();
    await page.getByLabel('Objet du message').fill('AMANEWS : l’automne des régions');
    await page
      .getByRole('region', { name: 'Le message' })
      .getByText('AMANEWS : l’automne des régions')
      .waitFor();
    await shot('1-typed');
    await saved();
    await until(stored, ({ subject }) => subject === 'AMANEWS : l’automne des régions');
  });

  it('sets what is typed into a line as it sets a text, and takes the help back with what was typed', async () => {
    const preheader = page.getByRole('textbox', { name: 'Accroche' });
    await preheader.clear();
    await preheader.pressSequentially('L\'essai "utile" : un an');
    expect(await preheader.inputValue()).toBe('L’essai «\u00a0utile\u00a0»\u202f: un an');
    await page.keyboard.press('Control+z');
    expect(await preheader.inputValue()).not.toContain('un an');
    await preheader.fill('Les régions à l’automne, de Rabat à Agadir, et leurs agences');
  });

  it('leads from a piece of the mail into its field, which shows its piece', async () => {
    await mail().getByText('En bref : Salon à Agadir.').click();
    const standfirst = page.getByLabel('Chapeau');
    await expect.poll(() => isFocused(standfirst)).toBe(true);
    expect(await standfirst.inputValue()).toBe('En bref : Salon à Agadir.');
    await page.keyboard.press('End');
    await page.keyboard.type(' Entrée libre.');
    await mail().getByText('En bref : Salon à Agadir. Entrée libre.').waitFor();
    await mail()
      .locator('[data-shown]')
      .getByText('Entrée libre.')
      .or(mail().locator('p[data-shown]'))
      .first()
      .waitFor();
    await shot('2-field');
  });

  it('brings back what was typed before the page was loaded again, and says so', async () => {
    await page.getByLabel(/^Titre(?! d’un)/).fill('Salon d’Agadir');
    await page.reload();
    await page.getByText(/Ce que vous aviez tapé.* n’était pas encore enregistré/).waitFor();
    await mail().getByText('Salon d’Agadir').first().waitFor();
    await shot('3-brought-back');
    await until(titles, ([, regions]) => regions?.[0] === 'Salon d’Agadir');
  });

  it('moves an article by keyboard, by mouse and by buttons, and takes it back', async () => {
    const handle = (name: string) => structure().getByRole('button', { name: `Déplacer « ${name} »` });
    await handle('Signature à Rabat').focus();
    await page.keyboard.press('Space');
    await page.getByText('« Signature à Rabat » est pris.').waitFor({ state: 'attached' });
    await page.keyboard.press('ArrowUp');
    await page
      .getByText('« Signature à Rabat » est au-dessus de « Caravane à Fès ».')
      .waitFor({ state: 'attached' });
    await page.keyboard.press('Space');
    await until(titles, ([news]) => news?.[0] === 'Signature à Rabat');

    const [from, to] = [
      await handle('Caravane à Fès').boundingBox(),
      await handle('Salon d’Agadir').boundingBox(),
    ];
    if (!from || !to) throw new Error('The handles are not there.');
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(to.x + to.width / 2, to.y - 10, { steps: 10 });
    await page.mouse.move(to.x + to.width / 2, to.y + to.height / 4, { steps: 5 });
    await page.mouse.up();
    await until(titles, ([, regions]) => regions?.join() === 'Caravane à Fès,Salon d’Agadir');

    await page.getByRole('button', { name: 'Annuler le déplacement' }).click();
    await until(titles, ([news]) => news?.join() === 'Signature à Rabat,Caravane à Fès');
    await structure().getByRole('button', { name: 'Caravane à Fès', exact: true }).click();
    await page.getByRole('button', { name: 'Descendre « Caravane à Fès »' }).click();
    await until(titles, ([, regions]) => regions?.join() === 'Caravane à Fès,Salon d’Agadir');
    await shot('4-moved');
  });

  it('adds two articles at once from those of its language that no number has, and a new one', async () => {
    await structure().getByRole('button', { name: 'Ajouter un article…' }).first().click();
    await page.getByRole('checkbox', { name: 'Prix de l’inclusion' }).click();
    await page.getByRole('checkbox', { name: 'Rapport annuel' }).click();
    expect(await page.getByRole('checkbox', { name: 'Annual report' }).count()).toBe(0);
    expect(await page.getByRole('checkbox', { name: 'Caravane à Fès' }).count()).toBe(0);
    await shot('5-picker');
    await page.getByRole('button', { name: 'Ajouter 2 articles' }).click();
    await mail().getByText('Rapport annuel').first().waitFor();
    await until(titles, ([news]) => news?.length === 3);

    await structure().getByRole('button', { name: 'Ajouter un article…' }).last().click();
    await page.getByLabel('Titre d’un nouvel article').fill('Forum des femmes');
    await page.getByRole('button', { name: 'Écrire cet article' }).click();
    await page.getByLabel(/^Titre(?! d’un)/).waitFor();
    expect(await page.getByLabel(/^Titre(?! d’un)/).inputValue()).toBe('Forum des femmes');
    await mail().getByText('Forum des femmes').first().waitFor();
    await until(titles, ([, regions]) => regions?.at(-1) === 'Forum des femmes');
    await page.getByLabel('Adresse du bouton', { exact: true }).fill('www.alamana.example/forum');
    await page.getByRole('button', { name: /^Corriger : Article « Forum des femmes » : .*Adresse/ }).click();
    expect(await page.getByLabel('Adresse du bouton', { exact: true }).inputValue()).toBe(
      'https://www.alamana.example/forum',
    );
    await shot('6-new');
  });

  it('keeps what is arranged while it waits for a new article', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const creation = (url: URL) => url.pathname.endsWith('plugin::newsletter.article');
    await page.route(creation, async (route) => {
      if (route.request().method() === 'POST') await held;
      await route.continue();
    });
    await structure().getByRole('button', { name: 'Ajouter un article…' }).last().click();
    await page.getByLabel('Titre d’un nouvel article').fill('Portes ouvertes');
    await page.getByRole('button', { name: 'Écrire cet article' }).click();
    await structure().getByRole('button', { name: 'Actualités', exact: true }).click();
    await page.getByRole('button', { name: 'Descendre « Actualités »' }).click();
    await until(stored, ({ sections }) => sections[0]?.heading === 'Régions');
    release();
    await until(titles, ([regions]) => regions?.at(-1) === 'Portes ouvertes');
    expect((await stored()).sections.map(({ heading }) => heading)).toEqual(['Régions', 'Actualités']);
    await page.unroute(creation);
  });

  it('publishes an article where it is written', async () => {
    await structure()
      .getByRole('button', { name: /^Prix de l’inclusion/ })
      .click();
    await page.getByRole('button', { name: 'Publier', exact: true }).click();
    await until(
      () =>
        room.cms.strapi
          .documents('plugin::newsletter.article')
          .findFirst({ filters: { title: 'Prix de l’inclusion' }, status: 'published' } as never),
      (published) => published !== null,
    );
    await page.getByRole('button', { name: 'Publier', exact: true }).waitFor({ state: 'detached' });
  });

  it('leads from each remark into its field, and is usable without a mouse', async () => {
    await structure().getByRole('button', { name: 'En-tête et objet' }).click();
    await page.getByLabel(/^Accroche/).fill('Trop court');
    await page
      .getByText(/^L’accroche/)
      .first()
      .waitFor();
    await structure().getByRole('button', { name: 'Caravane à Fès', exact: true }).click();
    await page.getByRole('button', { name: /\d+ remarques?/ }).click();
    await page.getByRole('button', { name: /^Aller au champ : .*accroche/i }).click();
    const preheader = page.getByLabel(/^Accroche/);
    await expect.poll(() => isFocused(preheader)).toBe(true);
    await shot('7-remarks');
    const line = page.getByRole('separator', { name: 'Largeur du message' });
    const before = Number(await line.getAttribute('aria-valuenow'));
    await line.focus();
    await page.keyboard.press('ArrowRight');
    expect(Number(await line.getAttribute('aria-valuenow'))).toBe(before - 24);
    await page.reload();
    await mail().getByText('Rapport annuel').first().waitFor();
    expect(Number(await line.getAttribute('aria-valuenow'))).toBe(before - 24);
  });

  it('leaves no error in the console', () => {
    expect(session.faults).toEqual([]);
  });
});
