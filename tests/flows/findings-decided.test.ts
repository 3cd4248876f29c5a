import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser, signIn, type BrowserSession } from '../support/browser';
import { chromium, describeWith } from '../support/requires';
import { step } from '../support/step';
import { until } from '../support/until';
import { openNewsroom, type Newsroom } from '../cms/plugin/newsroom';

const pictures = path.resolve('test-results', 'findings-decided');
const subject = 'AMANEWS : un chiffre, une date et trois noms à retenir de ce mois de juillet';
const figures = {
  periods: [{ label: '2023', end: '2023-06-30' }],
  groups: [{ title: 'Activité', indicators: [{ label: 'Clients', values: [512] }] }],
};

describeWith([chromium])('what is found, and decided by people', () => {
  let room: Newsroom;
  let writer: BrowserSession;
  let approver: BrowserSession;
  beforeAll(async () => {
    room = await openNewsroom({ SERVE_ADMIN: 'true' });
    [writer, approver] = await Promise.all([openBrowser({ width: 1280, height: 720 }), openBrowser()]);
    await mkdir(pictures, { recursive: true });
    await signIn(room.cms, writer, 'nachra-editor');
    await signIn(room.cms, approver, 'nachra-publisher');
  });
  afterAll(async () => {
    await Promise.all([writer?.close(), approver?.close()]);
    await room?.close();
  });

  const shot = ({ page }: BrowserSession, name: string) =>
    page.screenshot({ path: path.join(pictures, `${name}.png`) });
  const composed = (issue: string) =>
    writer.page.goto(`${room.cms.url}/admin/plugins/newsletter/issues/${issue}/compose`);
  const structure = () => writer.page.getByRole('navigation', { name: 'Structure du numéro' });
  const form = () => writer.page.getByRole('region', { name: 'Formulaire' });

  it('is set aside with a reason, mended by a click, taken back by Ctrl+Z, and read by whoever approves', async () => {
    const article = await room.article({ title: 'Le le Conseil se réunit' });
    const issue = await room.issue({ subject, articles: [article] });
    const stored = () =>
      room.cms.strapi.documents('plugin::newsletter.article').findOne({ documentId: article });
    const title = form().getByLabel(/^Titre/);

    await step('the writer sets the long subject aside, with a reason', async () => {
      const { page } = writer;
      await composed(issue);
      await form()
        .getByRole('button', { name: /^Mettre de côté : L’objet/ })
        .click();
      await form().getByLabel('Pourquoi cela reste-t-il ainsi ?').fill('La direction tient à ce titre.');
      await shot(writer, '1-asking');
      await form().getByRole('button', { name: 'Mettre cette remarque de côté' }).click();
      await form()
        .getByText(/^Mise de côté par nachra-editor Test.*La direction tient à ce titre\.$/)
        .waitFor();
      await shot(writer, '2-set-aside');
      expect(await page.getByRole('button', { name: /\d+ remarques?/ }).textContent()).toBe('1 remarque');
    });

    await step('she mends the doubled word, takes it back, and mends it again', async () => {
      const { page } = writer;
      await structure()
        .getByRole('button', { name: /^Le le Conseil/ })
        .click();
      const mend = form().getByRole('button', { name: /^Corriger : Un mot est écrit deux fois/ });
      await mend.click();
      await expect.poll(() => title.inputValue()).toBe('Le Conseil se réunit');
      await page.getByRole('button', { name: 'Annuler la correction' }).waitFor();
      await structure().getByRole('button', { name: 'En-tête et objet' }).focus();
      await page.keyboard.press('Control+z');
      await expect.poll(() => title.inputValue()).toBe('Le le Conseil se réunit');
      await mend.click();
      await shot(writer, '3-mended');
      await until(stored, (row) => row?.['title'] === 'Le Conseil se réunit');
      await form().getByRole('button', { name: 'Publier', exact: true }).click();
      await form().getByRole('button', { name: 'Publier', exact: true }).waitFor({ state: 'detached' });
    });

    await step(
      'what is typed in a section after it was moved stays when the move is taken back',
      async () => {
        const { page } = writer;
        await page.getByRole('button', { name: 'Ajouter une rubrique' }).click();
        await page.getByRole('menuitem', { name: 'Citation' }).click();
        await form()
          .getByLabel(/^Citation|^Texte/)
          .fill('Faire plus, ensemble.');
        await form()
          .getByRole('button', { name: /^Monter/ })
          .click();
        await form()
          .getByLabel(/^Citation|^Texte/)
          .fill('Faire plus, et mieux.');
        await structure().getByRole('button', { name: 'En-tête et objet' }).focus();
        await page.keyboard.press('Control+z');
        const kinds = async () => {
          const found = (await room.cms.strapi.documents('plugin::newsletter.issue').findOne({
            documentId: issue,
            populate: ['sections'],
          })) as unknown as { sections: { __component: string; text?: string }[] };
          return found.sections.map(({ __component, text }) => [__component.split('.')[1], text ?? '']);
        };
        await until(kinds, (all) => JSON.stringify(all.at(-1)) === '["quote","Faire plus, et mieux."]');
      },
    );

    await step('she asks for a review, and the approver reads what was set aside and why', async () => {
      await writer.page.goto(`${room.cms.url}/admin/plugins/newsletter/issues/${issue}`);
      await writer.page.getByRole('heading', { name: 'Remarques mises de côté, avec leur raison' }).waitFor();
      await shot(writer, '4-issue');
      await writer.page.getByRole('button', { name: 'Soumettre à la relecture' }).click();
      const question = writer.page.getByRole('alertdialog');
      await question.getByRole('checkbox', { name: /^nachra-publisher/ }).click();
      await question.getByRole('button', { name: 'Demander la relecture' }).click();
      const { page } = approver;
      await page.goto(`${room.cms.url}/admin/plugins/newsletter/issues/${issue}`);
      await page.getByRole('button', { name: 'Approuver cette édition' }).click();
      const dialog = page.getByRole('alertdialog');
      await dialog.getByText('Une remarque a été mise de côté, avec sa raison').waitFor();
      await dialog
        .getByText('Mise de côté par nachra-editor Test : La direction tient à ce titre.')
        .waitFor();
      await shot(approver, '5-approving');
      await dialog.getByRole('button', { name: 'Approuver', exact: true }).click();
      await page.getByText(/Une remarque avait été mise de côté\./).waitFor();
      expect(await page.getByRole('button', { name: /^Reprendre cette remarque/ }).count()).toBe(0);
      await shot(approver, '6-approved');
    });
  });

  it('has a section take a dashboard of the period, told from others, or a new one; and dates from a list', async () => {
    for (const asOf of ['2023-07-31', '2022-07-31'])
      await room.create('plugin::newsletter.dashboard', { title: 'Chiffres clés', asOf, figures });
    const issue = await room.issue({
      sections: [
        { __component: 'newsletter-section.dashboard', heading: 'En chiffres' },
        { __component: 'newsletter-section.agenda', heading: 'Rendez-vous', entries: [] },
      ],
    });
    await composed(issue);
    const dashboardTitle = form().getByLabel(/^Titre(?! d[’u]| en )/);

    await structure().getByRole('button', { name: 'En chiffres', exact: true }).click();
    await form()
      .getByRole('button', { name: /^Choisir Chiffres clés, au 31 juillet 2023, dans aucun numéro/ })
      .waitFor();
    expect(
      await form()
        .getByRole('button', { name: /^Choisir Chiffres/ })
        .count(),
    ).toBe(1);
    await form().getByRole('checkbox', { name: 'Seulement ceux de la période du numéro' }).click();
    await form()
      .getByRole('button', { name: /au 31 juillet 2022/ })
      .waitFor();
    await shot(writer, '7-dashboards');
    await form()
      .getByRole('button', { name: /au 31 juillet 2023/ })
      .click();
    await expect.poll(() => dashboardTitle.inputValue()).toBe('Chiffres clés');
    await form().getByRole('button', { name: 'Mettre un autre tableau de bord' }).click();
    await form().getByLabel('Titre d’un nouveau tableau de bord').fill('Réseau');
    await form().getByRole('button', { name: 'Commencer ce tableau de bord' }).click();
    await expect.poll(() => dashboardTitle.inputValue()).toBe('Réseau');
    await shot(writer, '8-new-dashboard');

    await structure().getByRole('button', { name: 'Rendez-vous', exact: true }).click();
    await form().getByRole('button', { name: 'Coller une liste de rendez-vous' }).click();
    await form()
      .getByLabel('Un rendez-vous par ligne')
      .fill('12 au 14 septembre : Salon de l’artisanat, Agadir\n3 octobre 2023 – Forum – Fès\nSans date');
    await form()
      .getByText(/Une ligne n’a pas de date lisible/)
      .waitFor();
    await shot(writer, '9-list');
    await form().getByRole('button', { name: 'Ajouter 3 rendez-vous' }).click();
    await expect.poll(() => form().getByLabel(/^Lieu/).count()).toBe(3);
    expect(
      await form()
        .getByLabel(/^Début/)
        .first()
        .inputValue(),
    ).toBe('2023-09-12');
    await shot(writer, '10-entries');
  });

  it('leaves no error in the console', () => {
    expect([...writer.faults, ...approver.faults]).toEqual([]);
  });
});
