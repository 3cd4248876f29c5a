import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { openNewsroom, type Newsroom } from '../cms/plugin/newsroom';
import { openBrowser, pressAll, signIn, type BrowserSession } from '../support/browser';
import { chromium, describeWith } from '../support/requires';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const articleUid = 'plugin::newsletter.article';

interface StoredArticle {
  body: { children: { text: string }[] }[] | null;
  images: { width: number; alternativeText: string }[];
}

/** The forms of articles in a browser, and what a person does in them. */
interface ArticleForms {
  room: Newsroom;
  session: BrowserSession;
  page: Page;
  open: (documentId: string) => Promise<unknown>;
  editor: () => Locator;
  press: (...keys: string[]) => Promise<void>;
  stored: (documentId: string) => Promise<StoredArticle>;
  shot: (name: string) => Promise<unknown>;
  /** What axe finds in a part of the page. */
  faultsIn: (selector: string) => Promise<unknown[]>;
}

/**
 * Runs a suite in a newsroom, with a publisher at its admin; each test leaves no error in the console.
 *
 * @param folder where its pictures are kept under `test-results`
 * @param known errors that are no fault, besides those of Strapi's calls to its paid edition
 */
export function onArticles(
  title: string,
  { folder, known }: { folder: string; known: RegExp },
  suite: (forms: () => ArticleForms) => void,
): void {
  describeWith([chromium])(title, () => {
    const pictures = path.resolve('test-results', folder);
    const paid = /ai-feature-config|ai-localization-jobs|localhost:1337\/assets/;
    let room: Newsroom;
    let session: BrowserSession;
    let forms: ArticleForms;

    beforeAll(async () => {
      room = await openNewsroom({ SERVE_ADMIN: 'true' });
      session = await openBrowser({ width: 1280, height: 720 });
      forms = formsOf(room, session, pictures);
      await mkdir(pictures, { recursive: true });
      await signIn(room.cms, session, 'nachra-publisher');
    });
    afterEach(() => {
      const faults = session.faults.splice(0).filter((fault) => !paid.test(fault) && !known.test(fault));
      expect(faults).toEqual([]);
    });
    afterAll(async () => {
      await session?.close();
      await room?.close();
    });

    suite(() => forms);
  });
}

function formsOf(room: Newsroom, session: BrowserSession, pictures: string): ArticleForms {
  const { page } = session;
  return {
    ...{ room, session, page },
    open: (documentId) =>
      page.goto(`${room.cms.url}/admin/content-manager/collection-types/${articleUid}/${documentId}`),
    editor: () => page.getByRole('textbox', { name: 'Texte', exact: true }),
    press: (...keys) => pressAll(page, keys),
    stored: async (documentId) =>
      (await room.cms.strapi
        .documents(articleUid)
        .findOne({ documentId, populate: ['images'] } as never)) as unknown as StoredArticle,
    shot: (name) => page.screenshot({ path: path.join(pictures, `${name}.png`), fullPage: true }),
    faultsIn: async (selector) => {
      await page.evaluate(axe);
      const { violations } = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(
        `axe.run({ include: [[${JSON.stringify(selector)}]] })`,
      );
      return violations.map(({ id, nodes }) => [id, nodes[0]?.html.slice(0, 200)]);
    },
  };
}
