import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { uids } from '../../cms/plugin/shared/uids';
import { openBrowser, signIn, type BrowserSession } from '../support/browser';
import { startCms, withoutRevision, type RunningCms } from '../support/cms';
import { chromium, describeWith } from '../support/requires';

describeWith([chromium])('an article in its languages', () => {
  let cms: RunningCms;
  let session: BrowserSession;
  let page: Page;

  beforeAll(async () => {
    cms = await startCms({ SERVE_ADMIN: 'true' });
    await cms.seed();
    session = await openBrowser({ width: 1280, height: 900 });
    page = session.page;
    await signIn(cms, session, 'nachra-publisher');
  });
  afterAll(async () => {
    await session?.close();
    await cms?.close();
  });

  const articles = () => cms.strapi.documents(uids.article);
  /** The first article that has these values. */
  const find = async (filters: object) => {
    const found = await articles().findFirst({ filters } as never);
    return found as unknown as {
      documentId: string;
      title: string;
      translationOf: string;
      translatedRevision: number;
    };
  };
  const openArticle = (documentId: string) =>
    page.goto(`${cms.url}/admin/content-manager/collection-types/${uids.article}/${documentId}`);
  const panel = () => page.getByRole('complementary').filter({ hasText: 'Langues' });

  it('lists the three of the first number, and tells the Arabic one what has changed', async () => {
    const french = await find({ language: 'fr', kind: 'event' });
    const { documentId } = french;
    const arabic = await find({ translationOf: documentId, language: 'ar' });
    await withoutRevision(() =>
      articles().update({ documentId, data: { place: 'Place Boujloud' } } as never),
    );
    await openArticle(documentId);
    await panel().getByRole('link', { name: arabic.title, exact: true }).click();
    await page.waitForURL((url) => url.pathname.endsWith(arabic.documentId));
    await panel().getByText('L’original a changé depuis : Lieu.').first().waitFor();
    await panel().getByRole('button', { name: 'La traduction suit l’original' }).click();
    await expect
      .poll(async () => (await find({ documentId: arabic.documentId })).translatedRevision)
      .toBeGreaterThan(1);
    await panel().getByRole('button', { name: 'La traduction suit l’original' }).waitFor({ state: 'hidden' });
  });

  it('is parted and linked again by its title, and begun where a language is missing', async () => {
    const english = await find({ language: 'en', kind: 'event' });
    await openArticle(english.documentId);
    await panel().getByRole('button', { name: 'Détacher de ces langues' }).click();
    await panel().getByRole('button', { name: 'Traduire en arabe' }).waitFor();
    const french = await find({ documentId: english.translationOf });
    const field = panel().getByRole('combobox', { name: 'Relier à un article qui existe' });
    await field.click();
    await field.pressSequentially(french.title.slice(0, 12));
    await page
      .getByRole('option', { name: / \(FR\)$/ })
      .first()
      .click();
    await panel().getByRole('button', { name: 'Détacher de ces langues' }).waitFor();
    const made = await articles().create({
      data: { title: 'Une agence à Tiznit', kind: 'company-news', language: 'fr' },
    } as never);
    await openArticle(made.documentId);
    await panel().getByRole('button', { name: 'Traduire en arabe' }).click();
    await page.waitForURL((url) => !url.pathname.endsWith(made.documentId));
    await panel().getByRole('link', { name: 'Une agence à Tiznit' }).waitFor();
    await page.screenshot({ path: 'test-results/translations.png', fullPage: true });
  });
});
