import { readFileSync } from 'node:fs';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser, type BrowserSession } from '../support/browser';
import { judgedEditions, type JudgedEdition } from '../support/editions';
import { chromium, describeWith } from '../support/requires';
import { within } from '../support/slowness.mts';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const options: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: {
    // A mail client's page has the landmarks; a `main` in the mail would be a second one.
    'landmark-one-main': { enabled: false },
    region: { enabled: false },
  },
};

/** The page after axe's script has run in it. */
interface Judged {
  axe: { run(options: RunOptions): Promise<AxeResults> };
}

describeWith([chromium])('axe', () => {
  let session: BrowserSession;
  let editions: JudgedEdition[];
  beforeAll(async () => {
    [session, editions] = await Promise.all([openBrowser(), judgedEditions()]);
  });
  afterAll(() => session?.close());

  it.each([
    ['light', 640],
    ['light', 375],
    ['dark', 640],
    ['dark', 375],
  ] as const)(
    'finds nothing in any edition: %s, %d pixels wide',
    async (colorScheme, width) => {
      const context = await session.browser.newContext({ colorScheme, viewport: { width, height: 900 } });
      const page = await context.newPage();
      const found: Record<string, string[]> = {};
      for (const { name, html } of editions) found[name] = await violations(page, html);
      await context.close();
      expect(found).toEqual(Object.fromEntries(editions.map(({ name }) => [name, []])));
    },
    within(120_000),
  );

  async function violations(page: Page, html: string): Promise<string[]> {
    await page.route('**/*', (route) => route.abort());
    await page.setContent(html, { waitUntil: 'domcontentloaded' });
    await page.evaluate(axe);
    const results = await page.evaluate((given) => (globalThis as unknown as Judged).axe.run(given), options);
    return results.violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ html: element, failureSummary = '' }) => `${id}: ${element.slice(0, 160)} ${failureSummary}`,
      ),
    );
  }
});
