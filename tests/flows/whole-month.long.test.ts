import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from '../support/browser';
import { loadCms, startCms, type RunningCms } from '../support/cms';
import { freePort } from '../support/free-port';
import { personAt, type Person } from '../support/person';
import { chromium, describeWith } from '../support/requires';
import { within } from '../support/slowness.mts';
import { step } from '../support/step';

type MailboxModule = typeof import('../../cms/app/src/terminal/mailbox');

const pictures = path.resolve('test-results', 'whole-month');
const clipboards = path.resolve('tests/fixtures/clipboards');
const [writer, approver] = ['nachra-editor', 'nachra-publisher'];

/** What is written in each language: three articles out of a word processor each, and what an inbox shows. */
const written = {
  fr: {
    name: 'français',
    subject: 'AMANEWS N° 243 : trois agences mobiles de plus',
    preheader:
      'Trois régions, trois agences : ce que la rentrée change pour nos clients et pour nos équipes.',
    articles: [
      ['Une agence mobile à Tiznit', 'Elle passe chaque mardi au souk.', 'word-desktop.fr'],
      ['Le forum des clientes', 'Fès les a reçues deux jours.', 'word-web.fr'],
      ['Ce que disent les agents', 'Une enquête, et ses suites.', 'word-numbers.fr'],
    ],
  },
  ar: {
    name: 'arabe',
    subject: 'أمانيوز، العدد 243: ثلاث وكالات متنقلة جديدة',
    preheader: 'ثلاث جهات وثلاث وكالات: ما الذي يتغير لزبنائنا ولفرقنا بعد العطلة الصيفية.',
    articles: [
      ['وكالة متنقلة في تيزنيت', 'تأتي كل يوم ثلاثاء إلى السوق.', 'word-desktop.ar'],
      ['منتدى الزبونات', 'استقبلتهن فاس يومين.', 'word-web.ar'],
      ['ما يقوله الأعوان', 'استطلاع وما تلاه.', 'libreoffice-writer.ar'],
    ],
  },
  en: {
    name: 'anglais',
    subject: 'AMANEWS No. 243: three more mobile branches',
    preheader: 'Three regions, three branches: what changes for our clients and for our teams this autumn.',
    articles: [
      ['A mobile branch in Tiznit', 'It comes to the market every Tuesday.', 'word-desktop.en'],
      ['The clients’ forum', 'Fez received them for two days.', 'google-docs.en'],
      ['What our officers say', 'A survey, and what followed.', 'outlook-web.en'],
    ],
  },
} as const;
type Language = keyof typeof written;
/** Strapi's calls to its paid edition; and comments of Word carry handlers, of which the browser says that it runs none. */
const known = /ai-feature-config|ai-localization-jobs|inline event handler/;
const languages = Object.keys(written) as Language[];

describeWith([chromium])('a month, from the last number to the next one', () => {
  let cms: RunningCms;
  let amal: Person;
  let leila: Person;
  let mailbox: Awaited<ReturnType<MailboxModule['startMailbox']>>;

  beforeAll(async () => {
    const [port, smtp, web] = [await freePort(), await freePort(), await freePort()];
    mailbox = await loadCms<MailboxModule>('terminal/mailbox').startMailbox({ smtp, web });
    cms = await startCms({
      PORT: String(port),
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      SMTP_URL: `smtp://127.0.0.1:${smtp}`,
      NACHRA_WORKER: 'embedded',
      SERVE_ADMIN: 'true',
    });
    await cms.seed();
    for (const role of [writer, approver]) await cms.token(role);
    amal = personAt(await openBrowser());
    leila = personAt(await openBrowser({ width: 1280, height: 720 }));
    await mkdir(pictures, { recursive: true });
  });
  afterAll(async () => {
    await Promise.all([amal?.close(), leila?.close()]);
    await cms?.close();
    await mailbox?.close();
  });

  /** What came for readers, not for colleagues. */
  const readers = async () =>
    (await mailbox.messages()).filter(
      ({ recipients }) => !recipients.some((one) => one.endsWith('@nachra.test')),
    );
  const picture = ({ page }: Person, name: string) =>
    page.screenshot({ path: path.join(pictures, `${name}.png`), fullPage: true });

  async function signIn(who: Person, role: string): Promise<void> {
    await who.page.goto(`${cms.url}/admin`);
    await who.write(who.page.getByLabel(/E-?mail/i), `${role}@nachra.test`);
    await who.write(who.page.getByLabel(/Mot de passe/i).first(), 'Correct-Horse-1');
    await who.click(who.page.getByRole('button', { name: /connect|connexion/i }));
    await who.page.getByRole('heading', { name: 'Pupitre' }).first().waitFor();
  }
  const toDesk = (who: Person) => who.click(who.page.getByRole('link', { name: 'Pupitre' }).first());
  const numberOn = (who: Person) => who.page.getByRole('region', { name: /N°\s243/ });

  async function compose(language: Language): Promise<void> {
    const { page } = amal;
    await toDesk(amal);
    await amal.click(
      numberOn(amal).getByRole('link', { name: `Composer l’édition (${written[language].name})` }),
    );
    await page.getByRole('navigation', { name: 'Structure du numéro' }).waitFor();
  }

  async function writeArticle([title, standfirst, clipboard]: readonly [
    string,
    string,
    string,
  ]): Promise<void> {
    const { page } = amal;
    const structure = page.getByRole('navigation', { name: 'Structure du numéro' });
    await amal.click(structure.getByRole('button', { name: 'Ajouter un article…' }).first());
    await amal.write(page.getByLabel('Titre d’un nouvel article'), title);
    await amal.click(page.getByRole('button', { name: 'Écrire cet article' }));
    await amal.write(page.getByLabel('Chapeau'), standfirst);
    await amal.click(page.getByRole('textbox', { name: 'Texte', exact: true }));
    await amal.paste(await readFile(path.join(clipboards, `${clipboard}.html`), 'utf8'));
    await page.getByText(/^Enregistré/).waitFor();
    await amal.click(page.getByRole('button', { name: 'Publier', exact: true }));
    await page.getByRole('button', { name: 'Publier', exact: true }).waitFor({ state: 'detached' });
  }

  it(
    'is made of the last one by two people in three languages, and read',
    async () => {
      const started = performance.now();

      await step('Amal signs in, and makes N° 243 of N° 242', async () => {
        const { page } = amal;
        await signIn(amal, writer);
        await amal.click(page.getByRole('link', { name: 'Préparer un numéro' }).first());
        await amal.click(page.getByRole('button', { name: 'Préparer le n° 243 en 3 langues' }));
        await page.getByText('Le n° 243 est prêt à être rédigé, en 3 langues.').waitFor();
        await picture(amal, '1-prepared');
      });

      await step('she pastes the new figures, once', async () => {
        const { page } = amal;
        const structure = page.getByRole('navigation', { name: 'Structure du numéro' });
        await amal.click(structure.getByRole('button', { name: 'Tableau de bord', exact: true }));
        const groups = page.getByRole('grid').filter({ hasText: 'Indicateur' });
        await groups.first().waitFor();
        for (const group of await groups.all()) {
          // The column of the new period, as it is copied from a sheet: each row a little above the last period.
          const rows = (await group.getByRole('row').all()).slice(1);
          const cells = (row: Locator) => row.locator('[aria-colindex="8"], [aria-colindex="9"]');
          const column = await Promise.all(rows.map((row) => cells(row).first().textContent()));
          await amal.click(cells(rows[0] as Locator).last());
          await amal.paste('', column.join('\n'));
        }
        await page.getByText(/^Enregistré/).waitFor();
        await picture(amal, '2-figures');
        expect(await page.getByText('chiffre manquant').count()).toBe(0);
      });

      for (const language of languages)
        await step(`she writes the edition in ${language}`, async () => {
          const { page } = amal;
          if (language !== 'fr') await compose(language);
          for (const article of written[language].articles) await writeArticle(article);
          const structure = page.getByRole('navigation', { name: 'Structure du numéro' });
          await amal.click(structure.getByRole('button', { name: 'Retirer les 4 rubriques vides' }));
          await amal.click(structure.getByRole('button', { name: 'En-tête et objet' }));
          await amal.write(page.getByLabel('Objet du message'), written[language].subject);
          await amal.write(page.getByLabel(/^Accroche/), written[language].preheader);
          await page.getByText(/^Enregistré/).waitFor();
          await picture(amal, `3-written-${language}`);
          await amal.click(page.getByRole('link', { name: 'Relire et envoyer' }));
          await amal.click(page.getByRole('button', { name: 'Soumettre à la relecture' }));
          const dialog = page.getByRole('alertdialog');
          await amal.click(dialog.getByRole('checkbox', { name: /Nachra Publisher|nachra-publisher/i }));
          await picture(amal, `4-asking-${language}`);
          await amal.click(dialog.getByRole('button', { name: 'Demander la relecture' }));
          await page.getByText(/Demandée à/).waitFor();
        });

      await step('Leïla reads and approves the three editions', async () => {
        const { page } = leila;
        await signIn(leila, approver);
        await picture(leila, '5-her-desk');
        for (const language of languages) {
          await toDesk(leila);
          await leila.click(
            numberOn(leila).getByRole('link', { name: `Ouvrir l’édition (${written[language].name})` }),
          );
          await page.locator('iframe').first().waitFor();
          await picture(leila, `6-to-approve-${language}`);
          await leila.click(page.getByRole('button', { name: 'Approuver cette édition' }));
          const dialog = page.getByRole('alertdialog');
          await dialog.waitFor();
          for (const box of await dialog.getByRole('checkbox').all()) await leila.click(box);
          await picture(leila, `6-approving-${language}`);
          await leila.click(dialog.getByRole('button', { name: 'Approuver', exact: true }));
          await page.getByText(/Approuvé par/).waitFor();
        }
      });

      await step('she sends it to everybody, each in her language', async () => {
        const { page } = leila;
        await leila.click(page.getByRole('checkbox', { name: /Liste de démonstration/ }));
        await leila.click(page.getByRole('button', { name: /^Envoyer à 25 personnes/ }));
        await picture(leila, '7-sending');
        await leila.click(page.getByRole('button', { name: 'Envoyer maintenant' }));
        await expect.poll(async () => (await readers()).length).toBe(25);
        await page
          .getByText(/Terminé/)
          .first()
          .waitFor();
        await picture(leila, '8-sent');
      });

      await step('its readers have what was written', async () => {
        const arrived = await readers();
        for (const language of languages)
          expect(
            arrived.some(({ html }) => written[language].articles.every(([title]) => html?.includes(title))),
          ).toBe(true);
      });
      const minutes = Math.round((performance.now() - started) / 6_000) / 10;
      console.log('A month:', { amal: amal.did, leila: leila.did, minutes });
      expect([...amal.faults, ...leila.faults].filter((fault) => !known.test(fault))).toEqual([]);
    },
    within(1_800_000),
  );
});
