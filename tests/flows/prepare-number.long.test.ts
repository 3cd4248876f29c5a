import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser, signIn, type BrowserSession } from '../support/browser';
import { chromium, describeWith } from '../support/requires';
import { openNewsroom, paragraph, type Newsroom } from '../cms/plugin/newsroom';

const pictures = path.resolve('test-results', 'prepare-number');

describeWith([chromium])('the number after the last one', () => {
  let room: Newsroom;
  let session: BrowserSession;
  let page: Page;
  beforeAll(async () => {
    room = await openNewsroom({ SERVE_ADMIN: 'true' });
    session = await openBrowser();
    page = session.page;
    await mkdir(pictures, { recursive: true });
    await signIn(room.cms, session, 'nachra-editor');
  });
  afterAll(async () => {
    await session.close();
    await room.close();
  });

  const desk = () => `${room.cms.url}/admin/plugins/newsletter`;
  const shot = (name: string) =>
    page.screenshot({ path: path.join(pictures, `${name}.png`), fullPage: true });

  it('is first a blank one, in the languages that are chosen', async () => {
    // Signing in has led to the desk.
    await page.waitForURL(desk());
    await page.getByRole('link', { name: 'Préparer un numéro' }).first().click();
    await page.getByLabel('Numéro', { exact: true }).fill('242');
    await page.getByLabel('Période, du').fill('2023-05-01');
    await page.getByLabel('au', { exact: true }).fill('2023-07-31');
    await page.getByLabel('Date de parution').fill('2023-07-31');
    await page.getByText('Mai – juillet 2023').waitFor();
    await page.getByRole('checkbox', { name: 'anglais' }).click();
    await shot('1-blank');
    await page.getByRole('button', { name: 'Préparer le N° 242 en 2 langues' }).click();
    await page.getByRole('heading', { name: /N°\s242/ }).waitFor();
    await shot('2-first');
  });

  it('is made in all languages of the other one by one button, which says what becomes of everything', async () => {
    const { rows } = (await room.desk<{ rows: { documentId: string; language: string }[] }>('GET', '/issues'))
      .body;
    const french = rows.find(({ language }) => language === 'fr')?.documentId ?? '';
    await room.update('plugin::newsletter.issue', french, {
      subject: 'AMANEWS N° 242 : l’encours frôle les 9 milliards',
      sections: [
        {
          __component: 'newsletter-section.articles',
          heading: 'Actualités',
          layout: 'list',
          articles: [await room.article()],
        },
        {
          __component: 'newsletter-section.text',
          heading: 'Ours',
          body: [paragraph('Direction : S. Alaoui')],
        },
      ],
    });
    await page.goto(`${desk()}/issues/${french}`);
    await page.getByRole('link', { name: 'Préparer le suivant' }).click();
    await page.getByText('AMANEWS N° 243', { exact: true }).waitFor();
    await page.getByText('Août – octobre 2023').waitFor();
    await page.getByText('L’objet reste à compléter').waitFor();
    await page.getByText(/Actualités.*rubrique reprise, sans son article/).waitFor();
    await page.getByText(/Ours.*repris tel quel, à relire/).waitFor();
    await shot('3-next');
    await page.getByRole('button', { name: 'Préparer le N° 243 en 2 langues' }).click();
    await page.getByText('Le N° 243 est prêt à être rédigé, en 2 langues.').waitFor();
    await page.getByRole('heading', { name: /N°\s243/ }).waitFor();
    await shot('4-made');
    // Once more: both languages are there, and lead to where they are.
    await page.goto(`${desk()}/prepare?from=242`);
    await page.getByLabel('Numéro', { exact: true }).fill('243');
    await page.getByRole('link', { name: 'existe déjà : l’ouvrir' }).first().waitFor();
    expect(await page.getByRole('button', { name: /Préparer le N° 243/ }).isDisabled()).toBe(true);
    await shot('5-there');
  });

  it('stands on the desk with its languages side by side, and with what waits for the person who looks', async () => {
    await page.goto(`${room.cms.url}/admin`);
    await page.waitForURL(desk());
    const number = page.getByRole('region', { name: /N°\s243/ });
    await number.getByRole('link', { name: 'Ouvrir l’édition (arabe)' }).waitFor();
    const turns = page.getByRole('region', { name: 'À faire par moi' });
    await turns
      .getByRole('link', { name: /Compléter le numéro/ })
      .first()
      .waitFor();
    await shot('6-desk');
    await turns
      .getByRole('link', { name: /Compléter le numéro/ })
      .first()
      .click();
    await page.getByRole('heading', { name: /N°\s24[23]/ }).waitFor();
  });

  it('is where Strapi’s own copy of a number leads', async () => {
    await page.goto(`${room.cms.url}/admin/content-manager/collection-types/plugin::newsletter.issue`);
    await page.getByRole('row').nth(1).getByRole('button').last().click();
    await page.getByRole('menuitem', { name: 'Préparer un numéro' }).click();
    await page.waitForURL(/plugins\/newsletter\/prepare\?from=24[23]/);
  });
});
