import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { openBrowser, signIn, type BrowserSession } from '../support/browser';
import { startCms, withoutRevision, type RunningCms } from '../support/cms';
import { chromium, describeWith } from '../support/requires';

const pictures = path.resolve('test-results', 'figures');

interface StoredFigures {
  periods: { label: string }[];
  groups: { title: string; indicators: { label: string; values: unknown[]; sumOf?: string[][] }[] }[];
}

describeWith([chromium])('the figures of a dashboard', () => {
  let cms: RunningCms;
  let session: BrowserSession;
  let page: Page;
  let address: string;
  let seeded: StoredFigures;

  beforeAll(async () => {
    cms = await startCms({ SERVE_ADMIN: 'true' });
    await cms.seed();
    const [dashboard] = await cms.strapi
      .documents('plugin::newsletter.dashboard')
      .findMany({ filters: { title: { $contains: 'Al Amana' } }, limit: 1 } as never);
    address = `${cms.url}/admin/content-manager/collection-types/plugin::newsletter.dashboard/${dashboard?.documentId}`;
    seeded = await stored();
    session = await openBrowser();
    page = session.page;
    await mkdir(pictures, { recursive: true });
    await signIn(cms, session, 'nachra-editor');
  });

  /** Each test begins with the dashboard as it was seeded. */
  beforeEach(async () => {
    const documentId = address.split('/').at(-1) ?? '';
    await withoutRevision(() =>
      cms.strapi
        .documents('plugin::newsletter.dashboard')
        .update({ documentId, data: { figures: seeded } } as never),
    );
    await page.goto('about:blank');
    await page.goto(address);
    await page.getByRole('group', { name: 'A. Ressources' }).waitFor();
  });

  /** Whatever a test is about, it leaves no error in the console but Strapi's calls to its paid edition and the refusal. */
  afterEach(() => {
    const known = /ai-feature-config|ai-localization-jobs|status of 400/;
    expect(session.faults.splice(0).filter((fault) => !known.test(fault))).toEqual([]);
  });

  afterAll(async () => {
    await session?.close();
    await cms?.close();
  });

  async function stored(): Promise<StoredFigures> {
    const documents = cms.strapi.documents('plugin::newsletter.dashboard');
    const document = await documents.findOne({ documentId: address.split('/').at(-1) ?? '' } as never);
    return (document as unknown as { figures: StoredFigures }).figures;
  }

  async function save(): Promise<void> {
    await page.getByRole('button', { name: 'Enregistrer' }).click();
  }

  /** The cell of a row, counted as people do; the first column holds the row's number. */
  const cell = (sheet: Locator, row: number, column: number): Locator =>
    sheet.locator('.dsg-row').nth(row).locator('.dsg-cell').nth(column);

  /** As the browser does when somebody pastes; a text is evaluated, for these tests know no DOM. */
  async function paste(text: string, type = 'text/plain'): Promise<void> {
    await page.evaluate(`{
      const clipboardData = new DataTransfer();
      clipboardData.setData(${JSON.stringify(type)}, ${JSON.stringify(text)});
      document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }`);
  }

  it('are shown in sheets, group by group, as they are printed', async () => {
    const group = page.getByRole('group', { name: 'A. Ressources' });
    await page.waitForTimeout(700);
    await page.screenshot({ path: path.join(pictures, '1-sheets.png'), fullPage: true });
    await expect.poll(() => cell(group, 1, 1).locator('input').inputValue()).toBe('Effectif Siège');
    expect(await cell(group, 2, 2).locator('input').inputValue()).toMatch(/^2\s236$/);
  });

  it('are typed as in a spreadsheet, and totals follow a renamed row', async () => {
    const group = page.getByRole('group', { name: 'A. Ressources' });
    await cell(group, 2, 1).click();
    await page.keyboard.type('Effectif Réseau');
    await page.keyboard.press('Tab');
    await page.keyboard.type('2 237');
    await page.keyboard.press('Enter');
    await save();
    await expect
      .poll(async () => (await stored()).groups[0]?.indicators[1])
      .toMatchObject({ label: 'Effectif Réseau', values: [2237, 2219, 2205, 2180, 2163] });
    expect((await stored()).groups[0]?.indicators[2]?.sumOf).toEqual([['Effectif Siège', 'Effectif Réseau']]);
  });

  it('are pasted from a spreadsheet into a new group, labels and values together', async () => {
    await page.getByRole('button', { name: 'Ajouter un groupe' }).click();
    const title = page.getByLabel('Titre du groupe').last();
    await title.fill('Digital');
    const group = page.getByRole('group', { name: 'Digital', exact: true });
    await cell(group, 1, 1).click();
    await paste('Comptes\t1 200\t1 350,5\t—\t\t2 000\nAgents\t10\t20\t30\t40\t50\n');
    await page.waitForTimeout(300);
    await page.screenshot({ path: path.join(pictures, '2-pasted.png'), fullPage: true });
    await save();
    await expect
      .poll(async () => (await stored()).groups.at(-1))
      .toMatchObject({
        title: 'Digital',
        indicators: [
          { label: 'Comptes', values: [1200, 1350.5, null, null, 2000] },
          { label: 'Agents', values: [10, 20, 30, 40, 50] },
        ],
      });
  });

  /** @see https://github.com/dream-num/univer/issues/3051 (a long text covers the empty cell beside it) */
  const fromExcel = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table>
    <tr><td colspan=2 style='mso-ignore:colspan'>Clients actifs
  en zone rurale</td><td>20</td><td>(30)</td></tr>
    <tr><td>Agents</td><td>-1,5</td><td></td><td>0.125</td></tr></table></body></html>`;

  it('that Excel hands over as a table stand under their own periods', async () => {
    await page.getByRole('button', { name: 'Ajouter un groupe' }).click();
    await page.getByLabel('Titre du groupe').last().fill('Digital');
    const group = page.getByRole('group', { name: 'Digital', exact: true });
    await cell(group, 1, 1).click();
    await paste(fromExcel, 'text/html');
    await save();
    await expect
      .poll(async () => (await stored()).groups.at(-1)?.indicators)
      .toMatchObject([
        { label: 'Clients actifs en zone rurale', values: [null, 20, -30, null, null] },
        { label: 'Agents', values: [-1.5, null, 0.125, null, null] },
      ]);
  });

  it('are pasted alike from the menu', async () => {
    await session.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Ajouter un groupe' }).click();
    await page.getByLabel('Titre du groupe').last().fill('Digital');
    const group = page.getByRole('group', { name: 'Digital', exact: true });
    await page.evaluate(`navigator.clipboard.write([
      new ClipboardItem({ 'text/html': new Blob([${JSON.stringify(fromExcel)}], { type: 'text/html' }) }),
    ])`);
    await cell(group, 1, 1).click({ button: 'right' });
    await page.getByText('Coller', { exact: true }).click();
    await save();
    await expect
      .poll(async () => (await stored()).groups.at(-1)?.indicators[0])
      .toMatchObject({ label: 'Clients actifs en zone rurale', values: [null, 20, -30, null, null] });
  });

  it('that are not numbers are marked, and refused by the name of their row', async () => {
    const before = await stored();
    const group = page.getByRole('group', { name: 'A. Ressources' });
    await cell(group, 1, 3).click();
    await page.keyboard.type('vingt');
    await page.keyboard.press('Enter');
    await expect.poll(() => group.locator('.not-a-figure').count()).toBe(1);
    const refused = page.waitForResponse((response) => response.status() === 400);
    await save();
    await refused;
    await page
      .getByText(/Effectif Siège/)
      .first()
      .waitFor();
    await page.waitForTimeout(400);
    await page.screenshot({ path: path.join(pictures, '3-refused.png'), fullPage: true });
    expect(await stored()).toEqual(before);
  });
});
