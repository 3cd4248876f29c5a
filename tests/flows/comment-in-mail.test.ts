import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isFocused, openBrowser, signIn, type BrowserSession } from '../support/browser';
import { chromium, describeWith } from '../support/requires';
import { step } from '../support/step';
import { openNewsroom, paragraph, type Newsroom } from '../cms/plugin/newsroom';

const pictures = path.resolve('test-results', 'comment-in-mail');
const issues = 'plugin::newsletter.issue';

describeWith([chromium])('a comment on a place of the mail', () => {
  let room: Newsroom;
  let leila: BrowserSession;
  let amal: BrowserSession;
  beforeAll(async () => {
    room = await openNewsroom({ SERVE_ADMIN: 'true' });
    [leila, amal] = await Promise.all([openBrowser(), openBrowser()]);
    await mkdir(pictures, { recursive: true });
    await signIn(room.cms, leila, 'nachra-publisher');
    await signIn(room.cms, amal, 'nachra-editor');
  });
  afterAll(async () => {
    await Promise.all([leila?.close(), amal?.close()]);
    await room?.close();
  });

  const shot = (page: Page, name: string) => page.screenshot({ path: path.join(pictures, `${name}.png`) });
  const mail = (page: Page) => page.locator('iframe[title^="Le message"]').contentFrame();
  const bubble = (page: Page) => page.getByRole('dialog');
  const deskOf = (issue: string) => `${room.cms.url}/admin/plugins/newsletter/issues/${issue}`;
  const pin = (page: Page, number: number) =>
    mail(page).getByRole('button', { name: new RegExp(`^Commentaire ${number},`) });
  const articlesOf = (articles: string[]) => ({
    sections: [
      { __component: 'newsletter-section.articles', heading: 'Actualités', layout: 'list', articles },
    ],
  });

  it('is put there by pointing, marked, found again from both sides, answered where it is written, and outlives its place', async () => {
    const titles = ['Caravane à Fès', 'Signature à Rabat', 'Salon à Agadir'];
    const articles: string[] = [];
    for (const title of titles)
      articles.push(
        await room.article({
          title,
          standfirst: `En bref : ${title}.`,
          body: [paragraph(`Récit : ${title}. `.repeat(20).trim())],
        }),
      );
    const issue = await room.issue({ articles, ...articlesOf(articles) });

    await step('a reviewer clicks on a piece of the mail and writes', async () => {
      const { page } = leila;
      await page.goto(deskOf(issue));
      await mail(page).getByText('En bref : Salon à Agadir.').click();
      await bubble(page)
        .getByText(/Salon à Agadir.*, Chapeau$/)
        .waitFor();
      await expect.poll(() => isFocused(bubble(page).getByLabel('Votre commentaire'))).toBe(true);
      await shot(page, '1-writing');
      await page.keyboard.type('Quand donc ?');
      await bubble(page).getByRole('button', { name: 'Commenter' }).click();
      await pin(page, 1).waitFor();
      expect(await bubble(page).count()).toBe(0);
      await page
        .getByRole('article', { name: /Chapeau, commentaire de/ })
        .getByText('Quand donc ?')
        .waitFor();
    });

    await step('she quotes the words that she has selected', async () => {
      const { page } = leila;
      // A second click on the same spot selects the word.
      await mail(page)
        .getByRole('heading', { name: 'Signature à Rabat' })
        .last()
        .dblclick({ position: { x: 20, y: 12 } });
      await bubble(page).getByText('Signature', { exact: true }).waitFor();
      await bubble(page).getByLabel('Votre commentaire').fill('Avec qui ?');
      await bubble(page).getByRole('button', { name: 'Commenter' }).click();
      await pin(page, 2).waitFor();
      await mail(page).locator('[data-pins] mark').first().waitFor();
      await shot(page, '2-quoted');
      await page.keyboard.press('Escape');
    });

    await step('a pin leads to its comment, and the comment back to it', async () => {
      const { page } = leila;
      await pin(page, 2).click();
      const thread = page.getByRole('article', { name: /Signature à Rabat.*Titre, commentaire de/ });
      await expect.poll(() => isFocused(thread)).toBe(true);
      const other = page.getByRole('article', { name: /Chapeau, commentaire de/ });
      await other.getByText('Voir dans le message').click();
      await mail(page).locator('[data-pins] button[data-chosen]', { hasText: '1' }).waitFor();
      await expect
        .poll(async () => {
          const [mark, frame] = [
            await pin(page, 1).boundingBox(),
            await page.locator('iframe[title^="Le message"]').boundingBox(),
          ];
          if (mark === null || frame === null) return false;
          return mark.y >= frame.y && mark.y + mark.height <= frame.y + frame.height;
        })
        .toBe(true);
      await shot(page, '3-found');
    });

    await step('it is the same on a phone, in the mail of a phone', async () => {
      const { page } = leila;
      await page.setViewportSize({ width: 390, height: 800 });
      await page.getByText('Téléphone', { exact: true }).click();
      await mail(page).getByText('En bref : Caravane à Fès.').click();
      await bubble(page)
        .getByText(/Caravane à Fès.*, Chapeau$/)
        .waitFor();
      const box = await bubble(page).boundingBox();
      expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 999) <= 390).toBe(true);
      await shot(page, '4-phone');
      await page.keyboard.press('Escape');
      await bubble(page).waitFor({ state: 'detached' });
      await page.setViewportSize({ width: 1440, height: 900 });
    });

    await step(
      'whoever writes finds it beside the field, answers, and comments by keyboard alone',
      async () => {
        const { page } = amal;
        await page.goto(`${deskOf(issue)}/compose`);
        await pin(page, 1).click();
        await expect.poll(() => page.getByRole('article').count()).toBe(1);
        const thread = page.getByRole('article', { name: /Chapeau, commentaire de/ });
        await thread.getByText('Quand donc ?').waitFor();
        await thread.getByRole('button', { name: 'Répondre' }).click();
        await thread.getByLabel('Votre réponse').fill('Le 12 mai.');
        await thread.getByRole('button', { name: 'Envoyer la réponse' }).click();
        await thread.getByText('Le 12 mai.').waitFor();
        await shot(page, '5-field');
        await page.getByLabel(/^Titre(?! d’un)/).focus();
        for (let presses = 0; presses < 6; presses += 1) {
          await page.keyboard.press('Tab');
          if (await isFocused(page.getByRole('button', { name: /^Commenter .*Salon à Agadir.*Titre/ })))
            break;
        }
        await page.keyboard.press('Enter');
        await page.keyboard.type('Titre à revoir.');
        await page.keyboard.press('Tab');
        await page.keyboard.press('Enter');
        await pin(page, 3).waitFor();
        await shot(page, '6-by-keyboard');
      },
    );

    await step('a click in the live mail opens the field, and offers a comment', async () => {
      const { page } = amal;
      await mail(page).getByText('En bref : Caravane à Fès.').click();
      await expect.poll(() => isFocused(page.getByLabel('Chapeau', { exact: true }))).toBe(true);
      const live = page.getByRole('region', { name: 'Le message' });
      await live.getByRole('button', { name: 'Commenter' }).click();
      await bubble(page).getByLabel('Votre commentaire').fill('Bien.');
      await bubble(page).getByRole('button', { name: 'Commenter' }).click();
      await pin(page, 4).waitFor();
    });

    await step(
      'a comment on the page of the issue leads into its field in the composer, and stands beside it',
      async () => {
        const { page } = amal;
        await page.goto(deskOf(issue));
        const threads = page.getByRole('article', { name: /Salon à Agadir.*Chapeau, commentaire de/ });
        await threads.getByRole('link', { name: /Salon à Agadir.*Chapeau/ }).click();
        await page.waitForURL(({ pathname }) => pathname.endsWith('/compose'));
        await expect.poll(() => isFocused(page.getByLabel('Chapeau', { exact: true }))).toBe(true);
        expect(await page.getByLabel('Chapeau', { exact: true }).inputValue()).toBe(
          'En bref : Salon à Agadir.',
        );
        await page.getByRole('article').getByText('Quand donc ?').waitFor();
        await shot(page, '7-from-comment');
      },
    );

    await step('what lay in an article that is taken out says so, and stays', async () => {
      await room.update(issues, issue, articlesOf(articles.slice(0, 2)));
      const { page } = leila;
      await page.goto(deskOf(issue));
      const thread = page.getByRole('article', { name: /Salon à Agadir.*Chapeau, commentaire de/ });
      await thread.getByText('(n’est plus dans le numéro)').waitFor();
      expect(await thread.getByText('Voir dans le message').count()).toBe(0);
      expect(await pin(page, 1).count()).toBe(0);
    });
    expect([...leila.faults, ...amal.faults]).toEqual([]);
  });

  it('stands on the other side of an Arabic mail', async () => {
    const article = await room.article({
      ...{ language: 'ar', title: 'قافلة في فاس', standfirst: 'باختصار: قافلة في فاس.' },
      body: [paragraph('حكاية القافلة في فاس.')],
    });
    const issue = await room.issue({ language: 'ar', articles: [article] });
    const { page } = leila;
    await page.goto(deskOf(issue));
    await mail(page).getByText('باختصار: قافلة في فاس.').click();
    await bubble(page).getByLabel('Votre commentaire').fill('متى؟');
    await bubble(page).getByRole('button', { name: 'Commenter' }).click();
    await pin(page, 1).waitFor();
    const [mark, piece] = await Promise.all([
      pin(page, 1).boundingBox(),
      mail(page).getByText('باختصار: قافلة في فاس.').boundingBox(),
    ]);
    expect((mark?.x ?? 0) + (mark?.width ?? 0)).toBeGreaterThan((piece?.x ?? 0) + (piece?.width ?? 0));
    await shot(page, '8-arabic');
  });
});
