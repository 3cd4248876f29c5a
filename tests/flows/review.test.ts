import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser, signIn, type BrowserSession } from '../support/browser';
import { chromium, describeWith } from '../support/requires';
import type { SmtpSink } from '../support/smtp-sink';
import { step } from '../support/step';
import { until } from '../support/until';
import { paragraph, type Newsroom } from '../cms/plugin/newsroom';
import { openSendingNewsroom } from '../cms/plugin/sending-newsroom';

const pictures = path.resolve('test-results', 'review');
const [author, reviewer] = ['nachra-editor', 'nachra-publisher'];
const mailOf = (role: string) => `${role}@nachra.test`;

describeWith([chromium])('a review between two people', () => {
  let room: Newsroom;
  let sink: SmtpSink;
  let amal: BrowserSession;
  let leila: BrowserSession;

  beforeAll(async () => {
    const environment = { SERVE_ADMIN: 'true', NACHRA_WORKER: 'none', TEST_NOTICES: 'true' };
    ({ sink, room } = await openSendingNewsroom(environment));
    [amal, leila] = await Promise.all([openBrowser(), openBrowser()]);
    await mkdir(pictures, { recursive: true });
    // Who asks needs somebody to ask, and reads the mails in the language of her account.
    await room.cms.token(reviewer);
    await room.cms.strapi.db
      .query('admin::user')
      .updateMany({ where: { email: mailOf(reviewer) }, data: { firstname: 'Leïla', lastname: 'Alaoui' } });
    await signIn(room.cms, amal, author);
  });
  afterAll(async () => {
    await Promise.all([amal?.close(), leila?.close()]);
    await room?.close();
  });

  const picture = ({ page }: BrowserSession, name: string) =>
    page.screenshot({ path: path.join(pictures, `${name}.png`), fullPage: true });
  const mails = (role: string, count: number) =>
    until(
      () => sink.messagesTo(mailOf(role)),
      ({ length }) => length >= count,
    );

  /** The mail as two windows show it. */
  async function look(html: string, name: string): Promise<void> {
    await writeFile(path.join(pictures, `${name}.html`), html);
    const session = await openBrowser();
    const { page } = session;
    await page.setContent(html);
    for (const width of [600, 375]) {
      await page.setViewportSize({ width, height: 700 });
      await page.screenshot({ path: path.join(pictures, `${name}-${width}.png`), fullPage: true });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    }
    await session.close();
  }

  it('goes by mail and by clicks, from the first question to the approval', async () => {
    const article = await room.article({ title: 'Une agence mobile de plus' });
    const issue = await room.issue({ articles: [article] });
    const desk = `${room.cms.url}/admin/plugins/newsletter/issues/${issue}`;

    await step('the author asks Leïla for a review, with a word', async () => {
      await amal.page.goto(desk);
      await amal.page.getByRole('button', { name: 'Soumettre à la relecture' }).click();
      const dialog = amal.page.getByRole('alertdialog');
      await dialog.getByRole('checkbox', { name: /Leïla Alaoui/ }).click();
      await dialog.getByLabel('Un mot pour elles (facultatif)').fill('Surtout le titre, avant midi.');
      await picture(amal, '1-asking');
      await dialog.getByRole('button', { name: 'Demander la relecture' }).click();
      await amal.page.getByText(/Demandée à Leïla Alaoui.*le courriel est parti/).waitFor();
      await picture(amal, '2-asked');
    });

    await step('she gets the mail, opens its link, signs in and lands on that issue', async () => {
      const [mail] = await mails(reviewer, 1);
      expect(mail?.subject).toMatch(/relecture demandée$/);
      await look(String(mail?.html), 'mail-asked');
      const link = /https?:\S+\/issues\/\S+/.exec(mail?.text ?? '')?.[0] ?? '';
      const { page } = leila;
      // The public address of a test is not where it listens.
      await page.goto(room.cms.url + new URL(link).pathname);
      await page.getByLabel(/E-?mail/i).fill(mailOf(reviewer));
      await page
        .getByLabel(/Mot de passe/i)
        .first()
        .fill('Correct-Horse-1');
      await page.getByRole('button', { name: /connect|connexion/i }).click();
      await page.waitForURL(({ pathname }) => pathname.endsWith(`/issues/${issue}`));
      await page.getByText(/vous demande une relecture/).waitFor();
      await page.getByText('Surtout le titre, avant midi.').waitFor();
    });

    await step('she comments on a place, and sends it back with a reason', async () => {
      const { page } = leila;
      await page.getByRole('combobox', { name: 'À propos de' }).click();
      await page.getByRole('option', { name: /Article .*Une agence mobile de plus.*, Titre/ }).click();
      await page.getByLabel('Votre commentaire').fill('Où donc ? Dites-le dans le titre.');
      await page.getByRole('button', { name: 'Commenter' }).click();
      await page.getByRole('article').getByText('Où donc ? Dites-le dans le titre.').waitFor();
      await picture(leila, '3-commented');
      await page.getByRole('button', { name: 'Renvoyer à corriger' }).click();
      const dialog = page.getByRole('alertdialog');
      await dialog.getByLabel('Ce qui est à corriger').fill('Un titre sans lieu ne dit rien.');
      await picture(leila, '4-sending-back');
      await dialog.getByRole('button', { name: 'Renvoyer à corriger' }).click();
      await page.getByText('En rédaction').first().waitFor();
    });

    await step(
      'the author is told, sees it on the desk, mends it, answers, settles, and asks again',
      async () => {
        const [mail] = await mails(author, 1);
        expect(mail?.subject).toMatch(/à corriger$/);
        expect(mail?.text).toContain('Un titre sans lieu ne dit rien.');
        const { page } = amal;
        await page.goto(`${room.cms.url}/admin/plugins/newsletter`);
        await page.getByRole('link', { name: /Corriger.*Leïla Alaoui l’a renvoyé/ }).click();
        await page.getByText('Un titre sans lieu ne dit rien.').waitFor();
        await room.update('plugin::newsletter.article', article, {
          title: 'Une agence mobile de plus à Azilal',
          body: [paragraph('Elle passe chaque mardi.')],
        });
        await room.cms.strapi
          .documents('plugin::newsletter.article')
          .publish({ documentId: article, revision: 2 } as never);
        const thread = page.getByRole('article');
        await thread.getByText('Répondre', { exact: true }).click();
        await thread.getByLabel('Votre réponse').fill('C’est dit : à Azilal.');
        await thread.getByRole('button', { name: 'Envoyer la réponse' }).click();
        await thread.getByText('C’est dit : à Azilal.').waitFor();
        await thread.getByRole('button', { name: 'Marquer comme réglé' }).click();
        await page.getByText('Montrer le commentaire réglé').waitFor();
        await picture(amal, '5-settled');
        await page.getByRole('button', { name: 'Soumettre à la relecture' }).click();
        await page.getByRole('checkbox', { name: /Leïla Alaoui/ }).click();
        await page.getByRole('button', { name: 'Demander la relecture' }).click();
        await page.getByText(/Demandée à Leïla Alaoui/).waitFor();
      },
    );

    await step(
      'Leïla says that she has nothing to say, which the author is told, and then has something after all',
      async () => {
        const { page } = leila;
        await page.goto(desk);
        await page.getByRole('button', { name: 'Lu, rien à signaler' }).click();
        await page.getByText(/^Vous\s: lu, rien à signaler/).waitFor();
        await picture(leila, '6-all-clear');
        const [, mail] = await mails(author, 2);
        expect(mail?.subject).toMatch(/lu, rien à signaler$/);
        await look(String(mail?.html), 'mail-all-clear');
        await amal.page.reload();
        await amal.page.getByText(/^Leïla Alaoui\s: lu, rien à signaler/).waitFor();
        await picture(amal, '6-all-clear-told');
        await page.getByRole('button', { name: 'Finalement, j’ai une remarque' }).click();
        await page.getByRole('button', { name: 'Lu, rien à signaler' }).waitFor();
        expect(await page.getByText(/^Vous\s: lu, rien à signaler/).count()).toBe(0);
      },
    );

    await step('Leïla compares it with what she sent back, and approves; both get mails', async () => {
      const { page } = leila;
      await mails(reviewer, 2);
      await page.goto(desk);
      await page.getByText('Changements', { exact: true }).click();
      await page.getByText(/Ce qui a changé depuis la version renvoyée par Leïla Alaoui/).waitFor();
      const frame = page.locator('iframe[title="Le message, avec ce qui a changé"]').contentFrame();
      await frame.locator('ins', { hasText: 'Azilal' }).first().waitFor();
      await frame.locator('del', { hasText: 'Conseil' }).first().waitFor();
      await picture(leila, '6-changes');
      await page.getByLabel('Votre commentaire').fill('Le prochain tiendra en deux pages.');
      await page.getByRole('button', { name: 'Commenter' }).click();
      await page.getByRole('article').getByText('Le prochain tiendra en deux pages.').waitFor();
      await page.getByRole('button', { name: 'Approuver cette édition' }).click();
      const dialog = page.getByRole('alertdialog');
      await dialog.getByText('Un commentaire n’est pas réglé. Lisez-le avant d’approuver.').waitFor();
      for (const box of await dialog.getByRole('checkbox').all()) await box.click();
      await dialog.getByRole('button', { name: 'Approuver', exact: true }).click();
      await page.getByText(/Approuvé par/).waitFor();
      const [, , approved] = await mails(author, 3);
      expect(approved?.subject).toMatch(/approuvé$/);
      expect((await mails(reviewer, 2)).map(({ subject }) => subject)).toEqual([
        expect.stringMatching(/relecture demandée$/),
        expect.stringMatching(/relecture demandée$/),
      ]);
    });

    await step('the author looks at versions of the article, and has one back', async () => {
      const { page } = amal;
      await page.goto(
        `${room.cms.url}/admin/content-manager/collection-types/plugin::newsletter.article/${article}`,
      );
      await page.getByRole('button', { name: 'Regarder la version 1' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('Une agence mobile de plus', { exact: false }).first().waitFor();
      await picture(amal, '7-version');
      await dialog.getByRole('button', { name: 'Fermer' }).first().click();
    });

    await step('each chooses her mails', async () => {
      const { page } = leila;
      await page.goto(`${room.cms.url}/admin/plugins/newsletter/notices`);
      await page.getByRole('checkbox', { name: 'on me demande une relecture' }).click();
      await picture(leila, '8-notices');
    });
  });

  it('asks an invited colleague for a name and a password that is taken, and for nothing that goes to others', async () => {
    const registrationToken = 'a-token-of-this-test';
    const users = room.cms.strapi.service('admin::user') as { create(user: object): Promise<unknown> };
    await users.create({ email: 'omar@nachra.test', firstname: 'Omar', registrationToken, isActive: false });
    const invited = await openBrowser();
    const { page } = invited;
    await page.goto(`${room.cms.url}/admin/auth/register?registrationToken=${registrationToken}`);
    await page.getByText(/^12 caractères au moins/).waitFor();
    await picture(invited, '9-invited');
    expect(await page.getByRole('checkbox').count()).toBe(0);
    expect(await page.getByRole('link', { name: 'termes' }).count()).toBe(0);
    await invited.close();
  });
});
