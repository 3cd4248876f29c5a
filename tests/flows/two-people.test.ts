import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser, type BrowserSession } from '../support/browser';
import { startCms, type RunningCms } from '../support/cms';
import { chromium, describeWith } from '../support/requires';
import { until } from '../support/until';

const pictures = path.resolve('test-results', 'two-people');
const article = 'plugin::newsletter.article';
const issue = 'plugin::newsletter.issue';

type Stored = Record<string, unknown> & { documentId: string; revision: number };

const paragraph = (text: string) => ({ type: 'paragraph', children: [{ type: 'text', text }] });

describeWith([chromium])('two people and one document', () => {
  let cms: RunningCms;
  let leila: BrowserSession;
  let karim: BrowserSession;

  beforeAll(async () => {
    cms = await startCms({ SERVE_ADMIN: 'true' });
    await cms.seed();
    await mkdir(pictures, { recursive: true });
    [leila, karim] = await Promise.all([openBrowser(), openBrowser()]);
    await signIn(leila.page, 'nachra-editor');
    await signIn(karim.page, 'nachra-publisher');
  });
  afterAll(async () => {
    await Promise.all([leila?.close(), karim?.close()]);
    await cms?.close();
  });

  async function signIn(page: Page, role: string): Promise<void> {
    await cms.token(role);
    await page.goto(`${cms.url}/admin`);
    await page.getByLabel(/E-?mail/i).fill(`${role}@nachra.test`);
    await page
      .getByLabel(/Mot de passe/i)
      .first()
      .fill('Correct-Horse-1');
    await page.getByRole('button', { name: /connect|connexion/i }).click();
    await page.getByRole('link', { name: 'Bulletin' }).first().waitFor();
  }

  const documents = (uid: string) => cms.strapi.documents(uid as typeof article);
  const stored = async (uid: string, documentId: string) =>
    (await documents(uid).findOne({ documentId, populate: '*' } as never)) as unknown as Stored | null;
  const addressOf = (uid: string, documentId: string) =>
    `${cms.url}/admin/content-manager/collection-types/${uid}/${documentId}`;
  const newArticle = async (title: string): Promise<string> => {
    const data = {
      title,
      kind: 'company-news',
      language: 'fr',
      standfirst: 'Chapeau',
      body: [paragraph('Texte')],
    };
    return (await documents(article).create({ data } as never)).documentId;
  };

  async function open({ page }: BrowserSession, uid: string, documentId: string): Promise<void> {
    await page.goto('about:blank');
    await page.goto(addressOf(uid, documentId));
    await page.getByRole('button', { name: 'Enregistrer' }).waitFor();
  }
  const save = ({ page }: BrowserSession) =>
    page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  const saved = async (session: BrowserSession): Promise<void> => {
    const answer = session.page.waitForResponse(
      (response) => response.request().method() === 'PUT' && response.ok(),
    );
    await save(session);
    await answer;
  };
  const dialogOf = ({ page }: BrowserSession): Locator => page.getByRole('dialog');
  const picture = ({ page }: BrowserSession, name: string) =>
    page.screenshot({ path: path.join(pictures, `${name}.png`) });

  it('are told of each other, by name, and no longer once the page is left', async () => {
    const documentId = await newArticle('Présences');
    await open(leila, article, documentId);
    await open(karim, article, documentId);
    await karim.page.getByText(/nachra-editor Test a aussi ce document ouvert, depuis/).waitFor();
    await leila.page.getByText(/nachra-publisher Test a aussi ce document ouvert, depuis/).waitFor();
    await picture(leila, '1-presence');
    await karim.page.goto('about:blank');
    await leila.page
      .getByText(/nachra-publisher Test a aussi ce document ouvert, depuis/)
      .waitFor({ state: 'detached' });
  });

  it('keep both what they wrote: the second sees both versions and chooses field by field', async () => {
    const documentId = await newArticle('Le Conseil s’est réuni');
    await open(leila, article, documentId);
    await open(karim, article, documentId);
    await leila.page.getByLabel('Titre').fill('Le Conseil d’administration s’est réuni à Rabat');
    await leila.page.getByLabel('Chapeau').fill('Chapeau de Leïla');
    await saved(leila);

    await karim.page.getByLabel('Titre').fill('Le Conseil s’est réuni à Fès');
    await karim.page.getByLabel('Texte du bouton').fill('Lire la suite');
    await save(karim);
    const dialog = dialogOf(karim);
    await dialog.getByText(/nachra-editor Test a enregistré .*Titre, Chapeau/).waitFor();
    await picture(karim, '2-conflict');
    const go = dialog.getByRole('button', { name: 'Enregistrer ce choix' });
    expect(await go.isDisabled()).toBe(true);

    // Closed without a choice: everything typed is still there, and nothing was saved.
    await dialog.getByRole('button', { name: 'Revenir à mon texte' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await karim.page.getByLabel('Titre').inputValue()).toBe('Le Conseil s’est réuni à Fès');
    expect(await karim.page.getByLabel('Texte du bouton').inputValue()).toBe('Lire la suite');
    expect((await stored(article, documentId))?.revision).toBe(2);

    await save(karim);
    await dialog.getByRole('radio', { name: 'Titre : Garder ma version' }).check();
    await go.click();
    const now = await until(
      () => stored(article, documentId),
      (found) => found?.revision === 3,
    );
    expect(now).toMatchObject({
      title: 'Le Conseil s’est réuni à Fès',
      standfirst: 'Chapeau de Leïla',
      callToActionLabel: 'Lire la suite',
    });
    // The form goes on from what was saved.
    await expect.poll(() => karim.page.getByLabel('Chapeau').inputValue()).toBe('Chapeau de Leïla');
    await karim.page.getByLabel('Titre').fill('Encore un titre');
    await saved(karim);
    expect((await stored(article, documentId))?.revision).toBe(4);
  });

  it('do not publish over each other', async () => {
    const documentId = await newArticle('À publier');
    await open(leila, article, documentId);
    await open(karim, article, documentId);
    await leila.page.getByLabel('Chapeau').fill('Relu par Leïla');
    await saved(leila);
    await karim.page.getByRole('button', { name: 'Publier', exact: true }).click();
    const dialog = dialogOf(karim);
    await dialog.getByText(/nachra-editor Test a enregistré/).waitFor();
    await picture(karim, '3-publish');
    await dialog.getByRole('button', { name: 'Publier ce choix' }).click();
    const published = await until(
      () => documents(article).findOne({ documentId, status: 'published' } as never),
      (found) => found !== null,
    );
    expect(published).toMatchObject({ standfirst: 'Relu par Leïla' });
  });

  it('do not delete what the other has just changed without seeing it', async () => {
    const documentId = await newArticle('À supprimer');
    await open(leila, article, documentId);
    await open(karim, article, documentId);
    await leila.page.getByLabel('Titre').fill('Finalement utile');
    await saved(leila);
    const askToDelete = async () => {
      await karim.page
        .getByRole('button', { name: /actions/i })
        .last()
        .click();
      await karim.page
        .getByRole('menuitem', { name: /Supprimer/ })
        .first()
        .click();
      await karim.page
        .getByRole('alertdialog')
        .getByRole('button', { name: /Confirmer/ })
        .click();
    };
    await askToDelete();
    const dialog = dialogOf(karim);
    await dialog.getByText('Finalement utile').first().waitFor();
    await picture(karim, '4-delete');
    await dialog.getByRole('button', { name: 'Ne rien changer' }).click();
    expect(await stored(article, documentId)).not.toBeNull();
    await askToDelete();
    await dialog.getByRole('button', { name: 'Supprimer quand même' }).click();
    await until(
      () => stored(article, documentId),
      (found) => found === null,
    );
    // Leïla still has it open: she is told who deleted it, and what she types stays on the screen.
    await leila.page.getByLabel('Titre').fill('Un dernier mot');
    await save(leila);
    await leila.page
      .getByText(/nachra-publisher Test a supprimé cet article/)
      .first()
      .waitFor();
    expect(await leila.page.getByLabel('Titre').inputValue()).toBe('Un dernier mot');
  });

  it('compose one issue, each another section', async () => {
    const found = (await documents(issue).findFirst({
      filters: { language: 'fr' },
    } as never)) as unknown as Stored;
    const { documentId } = found;
    const first = await newArticle('Article de Leïla');
    const data = {
      revision: found.revision,
      sections: [
        { __component: 'newsletter-section.quote', text: 'Une citation', attribution: 'A' },
        {
          __component: 'newsletter-section.articles',
          heading: 'Actualités',
          layout: 'list',
          articles: [first],
        },
      ],
    };
    await documents(issue).update({ documentId, data } as never);
    await open(leila, issue, documentId);
    await open(karim, issue, documentId);
    await leila.page.getByLabel('Objet du message').fill('L’objet de Leïla');
    await leila.page
      .getByRole('button', { name: /Citation/ })
      .first()
      .click();
    await leila.page.getByLabel('Auteur de la citation').fill('Leïla');
    await saved(leila);
    await karim.page
      .getByRole('button', { name: /Articles/ })
      .first()
      .click();
    await karim.page.getByLabel('Intertitre').first().fill('Les nouvelles de Karim');
    await save(karim);
    const dialog = dialogOf(karim);
    await dialog.getByText(/Rubriques › Citation/).waitFor();
    await dialog.getByText(/Rubriques › Articles/).waitFor();
    await picture(karim, '5-sections');
    await dialog.getByRole('button', { name: 'Enregistrer ce choix' }).click();
    const now = await until(
      () => stored(issue, documentId),
      (one) => one?.revision === found.revision + 3,
    );
    expect(now).toMatchObject({
      subject: 'L’objet de Leïla',
      sections: [{ attribution: 'Leïla' }, { heading: 'Les nouvelles de Karim' }],
    });
  });

  it('and the institution is held to the same', async () => {
    const address = `${cms.url}/admin/content-manager/single-types/plugin::newsletter.brand`;
    await cms.token('strapi-super-admin');
    await leila.page.goto('about:blank');
    const second = await leila.browser.newContext({ locale: 'fr-FR' });
    const other: BrowserSession = { ...leila, page: await second.newPage() };
    await signIn(other.page, 'strapi-super-admin');
    for (const { page } of [karim, other]) {
      await page.goto(address);
      await page.getByRole('button', { name: 'Enregistrer' }).waitFor();
    }
    await other.page.getByLabel('Nom de l’expéditeur').fill('L’expéditeur du siège');
    await saved(other);
    await karim.page.getByLabel('Adresse de réponse').fill('karim@nachra.test');
    await save(karim);
    const dialog = dialogOf(karim);
    await dialog.getByText('L’expéditeur du siège').waitFor();
    await picture(karim, '6-institution');
    await dialog.getByRole('button', { name: 'Enregistrer ce choix' }).click();
    await dialog.waitFor({ state: 'detached' });
    const brand = await documents('plugin::newsletter.brand').findFirst({} as never);
    expect(brand).toMatchObject({ senderName: 'L’expéditeur du siège', replyTo: 'karim@nachra.test' });
    await second.close();
  });
});
