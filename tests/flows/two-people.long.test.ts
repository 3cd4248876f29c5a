import { afterAll, beforeAll, expect, it } from 'vitest';
import type { BrowserSession } from '../support/browser';
import { startCms, type RunningCms } from '../support/cms';
import { chromium, describeWith } from '../support/requires';
import { twoPeople, type StoredDocument, type TwoPeople } from '../support/two-people';
import { until } from '../support/until';

const article = 'plugin::newsletter.article';
const issue = 'plugin::newsletter.issue';

describeWith([chromium])('two people and one document', () => {
  let cms: RunningCms;
  let people: TwoPeople;
  let leila: BrowserSession;
  let karim: BrowserSession;

  beforeAll(async () => {
    cms = await startCms({ SERVE_ADMIN: 'true' });
    await cms.seed();
    people = await twoPeople(cms, 'two-people');
    ({ leila, karim } = people);
  });
  afterAll(async () => {
    await people?.close();
    await cms?.close();
  });

  const documents: TwoPeople['documents'] = (uid) => people.documents(uid);
  const stored: TwoPeople['stored'] = (uid, documentId) => people.stored(uid, documentId);
  const newArticle: TwoPeople['newArticle'] = (title) => people.newArticle(title);
  const open: TwoPeople['open'] = (who, uid, documentId) => people.open(who, uid, documentId);
  const openInstitution: TwoPeople['openInstitution'] = (who) => people.openInstitution(who);
  const save: TwoPeople['save'] = (who) => people.save(who);
  const saved: TwoPeople['saved'] = (who) => people.saved(who);
  const dialogOf: TwoPeople['dialogOf'] = (who) => people.dialogOf(who);
  const picture: TwoPeople['picture'] = (who, name) => people.picture(who, name);

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
    const mine = dialog.getByRole('radio', { name: 'Titre : Garder ma version' });
    await mine.check();
    // A window made narrow, or a phone turned, takes the dialog's place away and puts it back elsewhere: the question stays,
    // with what was chosen, and the form stays alive behind it.
    for (const width of [600, 1440, 600, 1440]) {
      await karim.page.setViewportSize({ width, height: 900 });
      // The panel beside the form stands only where there is room for it: then the page has been arranged anew.
      if (width > 1000)
        await karim.page.getByText(/nachra-editor Test a aussi ce document ouvert, depuis/).waitFor();
      expect(await mine.isChecked()).toBe(true);
    }
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
        .first()
        .click();
      await karim.page.getByRole('menuitem', { name: /Supprimer|Delete/ }).click();
      await karim.page
        .getByRole('alertdialog')
        .getByRole('button', { name: /Confirm/ })
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

  it('see at the desk what the other has just done, and keep what they type', async () => {
    const { documentId } = (await documents(issue).findFirst()) as unknown as StoredDocument;
    const token = await cms.token();
    const move = (event: string) =>
      cms.call('POST', `/newsletter/issues/${documentId}/${event}`, { token, body: {} });
    await karim.page.goto(`${cms.url}/admin/plugins/newsletter/issues/${documentId}`);
    const addresses = karim.page.getByLabel('Adresses');
    await addresses.fill('nadia@exem');
    expect((await move('submit')).status).toBe(200);
    await karim.page.getByRole('button', { name: 'Approuver cette édition' }).waitFor();
    expect(await addresses.inputValue()).toBe('nadia@exem');
    await move('withdraw');
    await karim.page.getByRole('button', { name: 'Soumettre à la relecture' }).waitFor();
  });

  it('compose one issue, each another section', async () => {
    const found = (await documents(issue).findFirst({
      filters: { language: 'fr' },
    } as never)) as unknown as StoredDocument;
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
    await openInstitution(karim);
    const brand = documents('plugin::newsletter.brand');
    const { documentId, revision } = (await brand.findFirst({} as never)) as unknown as StoredDocument;
    const data = { senderName: 'L’expéditeur du siège', revision };
    await brand.update({ documentId, data } as never);
    await karim.page.getByLabel('Adresse de réponse').fill('karim@nachra.test');
    await save(karim);
    const dialog = dialogOf(karim);
    await dialog.getByText('L’expéditeur du siège').waitFor();
    await picture(karim, '6-institution');
    await dialog.getByRole('button', { name: 'Enregistrer ce choix' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await brand.findFirst({} as never)).toMatchObject({
      senderName: 'L’expéditeur du siège',
      replyTo: 'karim@nachra.test',
    });
  });
});
