import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isFocused, openBrowser, type BrowserSession } from '../support/browser';
import { loadCms, startCms, type RunningCms } from '../support/cms';
import { freePort } from '../support/free-port';
import { chromium, describeWith } from '../support/requires';
import { within } from '../support/slowness.mts';
import { startSmtpSink } from '../support/smtp-sink';
import { step } from '../support/step';

const account = { email: 'redaction@nachra.test', password: 'Correct-Horse-1' };

/** Whoever cannot use a mouse approves a number and sends it: from the sign-in on by Tab, Enter, Space and the arrows alone. */
describeWith([chromium])('a number, approved and sent by the keyboard alone', () => {
  let cms: RunningCms;
  let session: BrowserSession;
  let page: Page;
  let sink: Awaited<ReturnType<typeof startSmtpSink>>;

  beforeAll(async () => {
    const port = await freePort();
    sink = await startSmtpSink();
    cms = await startCms({
      ...{ PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}`, SMTP_URL: sink.url },
      ...{ NACHRA_WORKER: 'embedded', SERVE_ADMIN: 'true' },
    });
    await cms.seed();
    await loadCms<typeof import('../../cms/app/src/accounts/ensure-admin')>(
      'accounts/ensure-admin',
    ).ensureAccount(cms.strapi, { ...account, firstname: 'Rim', lastname: 'Test', role: 'nachra-publisher' });
    session = await openBrowser();
    page = session.page;
  });
  afterAll(async () => {
    await session?.close();
    await cms?.close();
    await sink?.close();
  });

  const press = (key: string) => page.keyboard.press(key);
  const button = (name: string | RegExp) =>
    page.getByRole('button', { name, exact: typeof name === 'string' });

  /** Goes on by Tab until something has the keys, and no further than `most` stops from where they are. */
  async function tabTo(what: string, target: Locator, most: number): Promise<void> {
    await target.first().waitFor();
    for (let count = 0; count <= most; count += 1) {
      if (await isFocused(target.first())) return;
      await press('Tab');
    }
    throw new Error(`${what} is not among the next ${most} stops.`);
  }

  it(
    'leads from the sign-in to the last mailbox',
    async () => {
      await step('she signs in', async () => {
        await page.goto(`${cms.url}/admin`);
        await tabTo('the address', page.getByLabel(/E-?mail/i), 4);
        await page.keyboard.type(account.email);
        await tabTo('the password', page.getByLabel(/Mot de passe/i).first(), 2);
        await page.keyboard.type(account.password);
        await press('Enter');
      });

      await step('she opens the number', async () => {
        await tabTo('the number', page.getByRole('link', { name: 'Ouvrir l’édition (français)' }), 20);
        await press('Enter');
        await page.waitForURL(/\/issues\//);
      });

      await step('she has it reviewed', async () => {
        await tabTo('to submit', button('Soumettre à la relecture'), 25);
        await press('Enter');
        await tabTo('to ask', button('Demander la relecture'), 12);
        await press('Enter');
      });

      await step('she approves it', async () => {
        await tabTo('to approve', button('Approuver cette édition'), 6);
        await press('Enter');
        const dialog = page.getByRole('alertdialog');
        await dialog.waitFor();
        for (const box of await dialog.getByRole('checkbox').all()) {
          await tabTo('a finding', box, 4);
          await press('Space');
        }
        await tabTo('to confirm', dialog.getByRole('button', { name: 'Approuver', exact: true }), 4);
        await press('Enter');
        await page.getByText(/Approuvé par/).waitFor();
      });

      await step('she chooses who gets it', async () => {
        await tabTo('the list', page.getByRole('checkbox', { name: /Liste de démonstration/ }), 8);
        await press('Space');
        await page.getByText('17 destinataires').first().waitFor();
        for (const language of ['arabe', 'anglais']) {
          const choice = page.getByRole('combobox', { name: `Lecteurs en ${language}, langue sans édition` });
          await tabTo('an edition', choice, 20);
          await press('Enter');
          const option = page.getByRole('option', { name: 'En français' });
          await option.waitFor();
          for (let at = 0; at < 5 && !(await isFocused(option)); at += 1) await press('ArrowDown');
          await press('Enter');
        }
        await page.getByText('25 destinataires').first().waitFor();
      });

      await step('she sends it, and reads that it has ended', async () => {
        await tabTo('to send', button('Envoyer à 25 personnes…'), 20);
        await press('Enter');
        const dialog = page.getByRole('alertdialog');
        await tabTo('now', dialog.getByRole('button', { name: 'Envoyer maintenant' }), 6);
        await press('Enter');
        await page
          .getByText(/Terminé/)
          .first()
          .waitFor();
        await tabTo('each reader', page.getByRole('link', { name: /Voir chaque destinataire/ }), 6);
      });
      expect(session.faults).toEqual([]);
    },
    within(900_000),
  );
});
