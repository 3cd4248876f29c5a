import { languages, parseIssue, renderIssue, renderPage } from '@nachra/renderer';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser, type BrowserSession } from '../support/browser';
import { anArticle, anIssue } from '../support/issue';
import { chromium, describeWith } from '../support/requires';

describeWith([chromium])('what stands under one another', () => {
  let session: BrowserSession;
  beforeAll(async () => {
    session = await openBrowser({ width: 375, height: 900 });
    await session.page.route('**/*', (route) => route.abort());
  });
  afterAll(() => session?.close());

  it.each(languages)('is on one edge, if it is cards on a phone in %s', async (language) => {
    const articles = ['Un', 'Deux', 'Trois'].map((title) => anArticle({ title }));
    const issue = anIssue({
      masthead: { language },
      sections: [{ type: 'articles', heading: 'Cartes', layout: 'cards', articles }],
    });
    const { html } = await renderIssue(parseIssue(issue));
    const edges = async () => {
      const boxes = await Promise.all(
        (await session.page.locator('.card h3').all()).map((one) => one.boundingBox()),
      );
      return boxes.map((box) => `${box?.x ?? 0} to ${(box?.x ?? 0) + (box?.width ?? 0)}`);
    };
    await session.page.setContent(html, { waitUntil: 'domcontentloaded' });
    expect(new Set(await edges()).size).toBe(1);
    // La Poste, SFR and Gmail's mobile site ignore all style sheets.
    await session.page.setContent(html.replace(/<style[^>]*>.*?<\/style>/gs, ''), {
      waitUntil: 'domcontentloaded',
    });
    const starts = await session.page
      .locator('.card h3')
      .evaluateAll(
        (all, side) =>
          all.map((one) =>
            Math.round(
              (one as unknown as { getBoundingClientRect(): Record<string, number> }).getBoundingClientRect()[
                side
              ] ?? 0,
            ),
          ),
        language === 'ar' ? 'right' : 'left',
      );
    expect(new Set(starts).size).toBe(1);
  });

  it('is in its own language and order, if it is the archive', async () => {
    const row = {
      number: 241,
      subject: 'x',
      periodLabel: 'x',
      publicationDate: '2023-06-30',
      url: '/issues/241',
    };
    const html = renderPage(
      'archive',
      {
        brand: { name: 'Institut', title: 'La Lettre' },
        issues: [
          { ...row, language: 'fr', periodLabel: 'Juin 2023' },
          { ...row, language: 'ar', periodLabel: 'يونيو 2023' },
          { ...row, language: 'en', periodLabel: 'June 2023' },
        ],
      },
      'fr',
    );
    await session.page.setContent(html, { waitUntil: 'domcontentloaded' });
    expect(await session.page.locator('time').allInnerTexts()).toEqual([
      '30 juin 2023',
      '30 يونيو 2023',
      '30 June 2023',
    ]);
    // In the Arabic row, seen from the right: period, language, date.
    const parts = await session.page
      .locator('[lang=ar] .when bdi')
      .evaluateAll((all) =>
        all.map(
          (one) =>
            (one as unknown as { getBoundingClientRect(): { left: number } }).getBoundingClientRect().left,
        ),
      );
    expect(parts).toHaveLength(3);
    expect([...parts].sort((one, two) => two - one)).toEqual(parts);
  });
});
