import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser, type BrowserSession } from '../support/browser';
import { judgedEditions, type JudgedEdition } from '../support/editions';
import { chromium, describeWith } from '../support/requires';

/** @see https://www.w3.org/WAI/WCAG21/Understanding/target-size.html */
const finger = 44;
/** Buttons, the contents, lists of links, the link at the top, and the line of links in the footer. */
const alone = '.go, .contents a, .links a, .top a, .foot p:nth-child(2)';

describeWith([chromium])('a link outside running text', () => {
  let session: BrowserSession;
  let editions: JudgedEdition[];
  beforeAll(async () => {
    [session, editions] = await Promise.all([openBrowser({ width: 375, height: 900 }), judgedEditions()]);
  });
  afterAll(() => session?.close());

  it('is at least 44 pixels high on a phone', async () => {
    const small: Record<string, string[]> = {};
    for (const { name, html } of editions) {
      await session.page.route('**/*', (route) => route.abort());
      await session.page.setContent(html, { waitUntil: 'domcontentloaded' });
      small[name] = [];
      for (const target of await session.page.locator(alone).all()) {
        const { height = 0 } = (await target.boundingBox()) ?? {};
        if (height < finger) small[name].push(`${height} px: ${await target.innerText()}`);
      }
    }
    expect(small).toEqual(Object.fromEntries(editions.map(({ name }) => [name, []])));
  });
});
