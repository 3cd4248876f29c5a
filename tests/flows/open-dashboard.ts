import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { openBrowser, signIn, type BrowserSession } from '../support/browser';
import { startCms, withoutRevision, type RunningCms } from '../support/cms';
import { chromium, describeWith } from '../support/requires';

const pictures = path.resolve('test-results', 'figures');

interface StoredRow {
  label: string;
  labels?: Record<string, string>;
  values: unknown[];
  sumOf?: string[][];
  sure?: number[];
}
interface StoredFigures {
  language?: string;
  periods: { label: string; end: string }[];
  groups: { title: string; indicators: StoredRow[] }[];
}

/** Which column of a group is which, counted from 1. */
export const columns = { highlight: 1, chart: 2, label: 3, first: 4, second: 5, last: 8 } as const;

/** The form of N° 242's dashboard in a browser, and what a person does in it. */
interface DashboardForm {
  page: Page;
  stored(): Promise<StoredFigures>;
  /** What day it is stored as of. */
  asOf(): Promise<string>;
  save(): Promise<void>;
  sheet(name: string): Locator;
  /** A cell by its row and column, each counted from 1 as people do. */
  cell(grid: Locator, row: number, column: number): Locator;
  /** As the browser does when somebody pastes. */
  paste(text: string, type?: string): Promise<void>;
  addGroup(title: string): Promise<Locator>;
  /** Has the admin speak a language with whoever is signed in, from the next page on. */
  speak(language: 'fr' | 'ar' | 'en'): Promise<unknown>;
  /** What the cell says that has the keyboard. */
  focused(): Promise<unknown>;
  shot(name: string): Promise<unknown>;
}

/** Runs a suite on the dashboard of N° 242; each test begins with it as it was seeded, and leaves no error in the console. */
export function onDashboard(title: string, suite: (room: () => DashboardForm) => void): void {
  describeWith([chromium])(title, () => {
    let cms: RunningCms;
    let session: BrowserSession;
    let documentId: string;
    let seeded: StoredFigures;
    let form: DashboardForm;
    const documents = () => cms.strapi.documents('plugin::newsletter.dashboard');

    beforeAll(async () => {
      cms = await startCms({ SERVE_ADMIN: 'true' });
      await cms.seed();
      documentId = (await documents().findFirst())?.documentId ?? '';
      session = await openBrowser();
      const read = async (): Promise<{ figures: StoredFigures; asOf: string }> =>
        (await documents().findOne({ documentId } as never)) as never;
      form = {
        ...formOf(session.page),
        stored: async () => (await read()).figures,
        asOf: async () => (await read()).asOf,
        speak: (preferedLanguage) =>
          cms.strapi.db
            .query('admin::user')
            .update({ where: { email: 'nachra-editor@nachra.test' }, data: { preferedLanguage } }),
      };
      seeded = await form.stored();
      await mkdir(pictures, { recursive: true });
      await signIn(cms, session, 'nachra-editor');
    });

    beforeEach(async () => {
      const data = { figures: seeded, asOf: '2023-06-30' };
      await withoutRevision(() => documents().update({ documentId, data } as never));
      await form.page.goto('about:blank');
      await form.page.goto(
        `${cms.url}/admin/content-manager/collection-types/plugin::newsletter.dashboard/${documentId}`,
      );
      await form.sheet('A. Ressources').waitFor();
    });

    afterEach(() => {
      // Strapi's calls to its paid edition, and a refusal that a test is about.
      const known = /ai-feature-config|ai-localization-jobs|status of 400/;
      expect(session.faults.splice(0).filter((fault) => !known.test(fault))).toEqual([]);
    });

    afterAll(async () => {
      await session?.close();
      await cms?.close();
    });

    suite(() => form);
  });
}

function formOf(page: Page): Omit<DashboardForm, 'stored' | 'asOf' | 'speak'> {
  const sheet = (name: string): Locator => page.getByRole('grid', { name, exact: true });
  return {
    ...{ page, sheet },
    save: () => page.getByRole('button', { name: 'Enregistrer' }).click(),
    cell: (grid, row, column) => grid.getByRole('row').nth(row).locator(`[aria-colindex="${column}"]`),
    // A text is evaluated, for tests know no DOM.
    paste: (text, type = 'text/plain') =>
      page.evaluate(`{
        const clipboardData = new DataTransfer();
        clipboardData.setData(${JSON.stringify(type)}, ${JSON.stringify(text)});
        document.activeElement.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
        );
      }`),
    async addGroup(title) {
      await page.getByRole('button', { name: 'Ajouter un groupe' }).click();
      await page.getByLabel('Titre du groupe').last().fill(title);
      return sheet(title);
    },
    focused: () => page.evaluate('document.activeElement.textContent'),
    shot: (name) => page.screenshot({ path: path.join(pictures, `${name}.png`) }),
  };
}
