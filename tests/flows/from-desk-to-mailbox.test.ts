import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser, type BrowserSession } from '../support/browser';
import { loadCms, startCms, type RunningCms } from '../support/cms';
import { freePort } from '../support/free-port';
import { chromium, describeWith } from '../support/requires';
import { within } from '../support/slowness.mts';
import { step } from '../support/step';

type MailboxModule = typeof import('../../cms/app/src/terminal/mailbox');

/** Pictures of each step land here, so that whoever doubts can look. */
const pictures = path.resolve('test-results', 'flow');
const account = { email: 'redaction@nachra.test', password: 'Correct-Horse-1' };

describeWith([chromium])('an article, from the desk to the mailbox and back', () => {
  let cms: RunningCms;
  let session: BrowserSession;
  let page: Page;
  let mailbox: Awaited<ReturnType<MailboxModule['startMailbox']>>;
  let mailboxWeb: string;

  beforeAll(async () => {
    const [port, smtp, web] = [await freePort(), await freePort(), await freePort()];
    mailbox = await loadCms<MailboxModule>('terminal/mailbox').startMailbox({ smtp, web });
    mailboxWeb = `http://127.0.0.1:${web}`;
    cms = await startCms({
      PORT: String(port),
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      SMTP_URL: `smtp://127.0.0.1:${smtp}`,
      NACHRA_WORKER: 'embedded',
      SERVE_ADMIN: 'true',
    });
    await cms.seed();
    await loadCms<typeof import('../../cms/app/src/accounts/ensure-admin')>(
      'accounts/ensure-admin',
    ).ensureAccount(cms.strapi, {
      ...account,
      firstname: 'Rim',
      lastname: 'Test',
      role: 'nachra-publisher',
    });
    session = await openBrowser();
    page = session.page;
    await mkdir(pictures, { recursive: true });
  });

  afterAll(async () => {
    await session?.close();
    await cms?.close();
    await mailbox?.close();
  });

  /** Waits out what fades in, so that the picture shows what a person sees. */
  async function picture(name: string, fullPage = false): Promise<void> {
    await page.waitForTimeout(500);
    await page.screenshot({ path: path.join(pictures, `${name}.png`), fullPage });
  }

  it(
    'is written, approved, sent, read and unsubscribed from',
    async () => {
      await step('a publisher signs in, in French', async () => {
        await page.goto(`${cms.url}/admin`);
        await page.getByText('Bienvenue dans Nachra').waitFor();
        await picture('01-sign-in');
        await page.getByLabel(/E-?mail/i).fill(account.email);
        await page
          .getByLabel(/Mot de passe/i)
          .first()
          .fill(account.password);
        await page.getByRole('button', { name: /connect|connexion/i }).click();
        await page.getByRole('link', { name: 'Pupitre' }).first().waitFor();
        await picture('02-home');
      });

      await step('she writes an article and publishes it', async () => {
        await page.goto(
          `${cms.url}/admin/content-manager/collection-types/plugin::newsletter.article/create`,
        );
        await page.getByLabel('Titre').fill('Une agence mobile de plus à Azilal');
        await page.getByRole('combobox', { name: /Nature/ }).click();
        await page.getByRole('option', { name: 'Actualité de l’institution' }).click();
        await page.getByLabel('Chapeau').fill('La onzième agence mobile a pris la route.');
        await page.getByText(/5\s000 caractères au plus/).waitFor();
        // Fields of other kinds leave no hole between the standfirst and the body.
        const hint = await page.getByText('Quelques lignes qui résument').boundingBox();
        const body = await page.locator('label', { hasText: 'Texte' }).first().boundingBox();
        expect((body?.y ?? 0) - (hint?.y ?? 0)).toBeLessThan(80);
        await picture('03-article');
        await page.getByRole('button', { name: 'Publier' }).click();
        // The form of a new document has the word « Publié » too; only what is stored has an address of its own.
        await page.waitForURL(/plugin::newsletter\.article\/(?!create)/).catch(async (error: unknown) => {
          await picture('03-not-published', true);
          throw error;
        });
      });

      await step('she adds it to the issue', async () => {
        const { strapi } = cms;
        const [article, issue] = await Promise.all([
          strapi
            .documents('plugin::newsletter.article')
            .findFirst({ filters: { title: 'Une agence mobile de plus à Azilal' } } as never),
          strapi
            .documents('plugin::newsletter.issue')
            .findFirst({ filters: { number: 242, language: 'fr' } } as never),
        ]);
        expect(article).toBeTruthy();
        await page.goto(
          `${cms.url}/admin/content-manager/collection-types/plugin::newsletter.issue/${(issue as { documentId: string }).documentId}`,
        );
        await page.getByText('Actualités').first().click();
        await picture('04-issue');
        const chooser = page.getByRole('combobox', { name: /Articles, dans l’ordre/ }).first();
        await chooser.click();
        await chooser.fill('Azilal');
        await page.getByRole('option', { name: /Azilal/ }).click();
        await page.getByRole('button', { name: 'Enregistrer' }).click();
        await page.getByText('Sauvegardé').first().waitFor();
      });

      await step('the desk shows it in a frame that cannot run scripts', async () => {
        await page.getByRole('link', { name: 'Pupitre' }).first().click();
        await page.getByText('AMANEWS N° 242').first().waitFor();
        await picture('05-desk-issues');
        await page.getByText('AMANEWS N° 242').first().click();
        const frame = page.locator('iframe[title="Le message sur un ordinateur"]');
        await frame.waitFor();
        expect(await frame.getAttribute('sandbox')).toBe('allow-same-origin');
        await frame.contentFrame().getByText('Une agence mobile de plus à Azilal').first().waitFor();
        await picture('06-desk-issue');
        await page.getByText('Téléphone', { exact: true }).click();
        await page.locator('iframe[title="Le message sur un téléphone"]').waitFor();
        await picture('07-desk-phone');
      });

      await step(
        'a test goes to somebody outside once she has said so twice, and she sees what became of it',
        async () => {
          await page.getByLabel('Adresses').fill('dehors@ailleurs.test');
          await page.getByRole('button', { name: 'Envoyer l’essai' }).click();
          const dialog = page.getByRole('alertdialog');
          await dialog.getByText('dehors@ailleurs.test').waitFor();
          expect(await mailbox.messages()).toEqual([]);
          await dialog.getByRole('button', { name: 'Envoyer l’essai' }).click();
          await page.getByText('dehors@ailleurs.test : accepté par le serveur').waitFor();
          await dialog.waitFor({ state: 'detached' });
          expect(await mailbox.messages()).toHaveLength(1);
          await picture('07-tested');
        },
      );

      await step('the issue is reviewed and approved', async () => {
        await page.getByRole('button', { name: 'Soumettre à la relecture' }).click();
        await page.getByRole('button', { name: 'Demander la relecture' }).click();
        await page.getByRole('button', { name: 'Approuver cette édition' }).click();
        const dialog = page.getByRole('alertdialog');
        for (const box of await dialog.getByRole('checkbox').all()) await box.click();
        await picture('07-approving');
        await dialog.getByRole('button', { name: 'Approuver', exact: true }).click();
        await page.getByText(/Approuvé par/).waitFor();
        await picture('08-approved');
      });

      await step('she sends it to the list and watches until every server has accepted it', async () => {
        await page.getByRole('checkbox', { name: /Liste de démonstration/ }).click();
        await page.getByText('17 destinataires').first().waitFor();
        // The other editions are not approved: she decides that their readers get this one.
        for (const language of ['arabe', 'anglais']) {
          await page.getByRole('combobox', { name: `Lecteurs en ${language}, langue sans édition` }).click();
          await page.getByRole('option', { name: 'En français' }).click();
        }
        await page.getByText('25 destinataires').first().waitFor();
        await picture('09-audience');
        await page.getByRole('button', { name: 'Envoyer à 25 personnes…' }).click();
        await picture('10-confirm');
        await page.getByRole('button', { name: 'Envoyer maintenant' }).click();
        // And the test.
        await expect.poll(async () => (await mailbox.messages()).length).toBe(25 + 1);
        await page
          .getByText(/Terminé/)
          .first()
          .waitFor();
        await picture('11-sent');
        await page.getByText('Voir chaque destinataire').click();
        await page.getByText('salma.bennani@example.test').first().waitFor();
        await picture('11-deliveries', true);
      });

      await step('the public page shows the issue without scripts', async () => {
        await page.goto(`${cms.url}/`);
        await picture('12-archive');
        await page.getByRole('link', { name: /242/ }).first().click();
        await page.getByText('Une agence mobile de plus à Azilal').first().waitFor();
        expect(await page.locator('script').count()).toBe(0);
        await picture('12-issue');
      });

      await step('the article arrives in the mailbox', async () => {
        await page.goto(mailboxWeb);
        await page.getByText('AMANEWS N° 242').first().click();
        await picture('12-mailbox');
        const html = await messageOf('salma.bennani@example.test');
        expect(html).toContain('Une agence mobile de plus à Azilal');
      });

      await step('a reader unsubscribes with one button, and the desk lists her suppression', async () => {
        const link = /href="([^"]*\/unsubscribe\/[^"]+)"/.exec(
          await messageOf('salma.bennani@example.test'),
        )?.[1];
        expect(link).toBeTruthy();
        await page.goto(link ?? '');
        await picture('13-unsubscribe');
        await page.getByRole('button').first().click();
        await page.waitForLoadState();
        await picture('14-unsubscribed');
        await page.goto(`${cms.url}/admin/plugins/newsletter/suppressions`);
        await page.getByText('salma.bennani@example.test').waitFor();
        await picture('15-suppressions');
      });

      await step('she is erased at her own request: no address of hers is left to be shown', async () => {
        await page.getByLabel('Adresse à effacer').fill('salma.bennani@example.test');
        await page.getByLabel('Raison').fill('Demandé par lettre');
        await page.getByRole('button', { name: 'Effacer…' }).click();
        await page.getByRole('button', { name: 'Effacer pour toujours' }).click();
        await page.getByText('La personne reste écartée, sans son adresse.').waitFor();
        await page.getByText('Adresse effacée, ou inconnue').waitFor();
        expect(await page.getByText('salma.bennani@example.test').count()).toBe(0);
        await picture('16-erased');
      });
    },
    within(900_000),
  );

  /** The HTML of the message that somebody got, from the mailbox's own programming interface. */
  async function messageOf(address: string): Promise<string> {
    const message = (await mailbox.messages()).find((one) => one.recipients.includes(address));
    return message?.html ?? '';
  }
});
