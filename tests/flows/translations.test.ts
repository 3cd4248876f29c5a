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
  const openArticle = (documentId: string) =>
    page.goto(`${cms.url}/admin/content-manager/collection-types/${uids.article}/${documentId}`);
  const panel = () => page.getByRole('complementary').filter({ hasText: 'Langues' });

  it('lists the three of the first number, and tells the Arabic one what has changed', async () => {
    const french = await articles().findFirst({ filters: { language: 'fr', kind: 'event' } } as never);
    const { documentId } = french!;
    const arabic = await articles().findFirst({
      filters: { translationOf: documentId, language: 'ar' },
    } as never);
    await withoutRevision(() =>
      articles().update({ documentId, data: { place: 'Place Boujloud' } } as never),
    );
    await openArticle(documentId);
    await panel()
      .getByRole('link', { name: String(arabic!['title']), exact: true })
      .click();
    await page.waitForURL((url) => url.pathname.endsWith(arabic!.documentId));
    await panel().getByText('L’original a changé depuis : Lieu.').first().waitFor();
    await panel().getByRole('button', { name: 'La traduction suit l’original' }).click();
    await expect
      .poll(
        async () =>
          (await articles().findFirst({ filters: { documentId: arabic!.documentId } } as never))![
            'translatedRevision'
          ],
      )
      .toBeGreaterThan(1);
    await panel().getByRole('button', { name: 'La traduction suit l’original' }).waitFor({ state: 'hidden' });
  });

  it('is parted and linked again by its title, and begun where a language is missing', async () => {
    const english = await articles().findFirst({ filters: { language: 'en', kind: 'event' } } as never);
    await openArticle(english!.documentId);
    await panel().getByRole('button', { name: 'Détacher de ces langues' }).click();
    await panel().getByRole('button', { name: 'Traduire en arabe' }).waitFor();
    const french = await articles().findFirst({
      filters: { documentId: english!['translationOf'] },
    } as never);
    const field = panel().getByRole('combobox', { name: 'Relier à un article qui existe' });
    await field.click();
    await field.pressSequentially(String(french!['title']).slice(0, 12));
    await page
      .getByRole('option', { name: new RegExp(`^FR · `) })
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
