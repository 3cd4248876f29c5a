import { readFileSync } from 'node:fs';
import { afterEach, expect, it } from 'vitest';
import { columns, onDashboard } from './open-dashboard';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

onDashboard('the figures of a dashboard, in other looks of the admin,', (room) => {
  const lookIn = async (theme: 'light' | 'dark') => {
    const { page } = room();
    await page.setViewportSize({ width: 1280, height: 720 });
    await page.evaluate(`localStorage.setItem('STRAPI_THEME', '${theme}')`);
    await page.reload();
    await room().sheet('A. Ressources').waitFor();
  };
  const axeFinds = async () => {
    await room().page.evaluate(axe);
    const { violations } = await room().page.evaluate<{
      violations: { id: string; nodes: { html: string; failureSummary: string }[] }[];
    }>(`axe.run(document.querySelector('[role="grid"]').closest('[role="group"]'))`);
    return violations.map(({ id, nodes }) => [id, nodes.length, nodes[0]?.html, nodes[0]?.failureSummary]);
  };
  const widerThanPage = () =>
    room().page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
  /** How far the first cell of a row is from the edge where the sheet begins, in pixels. */
  const firstCellAt = (grid: string, side: 'left' | 'right') =>
    room().page.evaluate<number>(`(() => {
      const grid = document.querySelector('[role="grid"][aria-label=${JSON.stringify(grid)}]');
      const first = grid.querySelector('[role="gridcell"]').getBoundingClientRect();
      return Math.abs(first.${side} - grid.closest('.scrolled').getBoundingClientRect().${side});
    })()`);

  afterEach(async () => {
    await room().speak('fr');
    await lookIn('light');
  });

  it('can be read in the dark, in a small window, with nothing for axe to say', async () => {
    await lookIn('dark');
    const grid = room().sheet('A. Ressources');
    await grid.scrollIntoViewIfNeeded();
    await room().cell(grid, 2, columns.last).click();
    await room().shot('5-dark');
    expect(await axeFinds()).toEqual([]);
    expect(await widerThanPage()).toBeLessThanOrEqual(0);
    // The label stands where it stood, whatever was scrolled to.
    expect(await firstCellAt('A. Ressources', 'left')).toBeLessThan(3);
    await room()
      .page.getByRole('button', { name: /العربية/ })
      .click();
    await room().sheet('Textes en arabe').waitFor();
    await room().shot('6-dark-texts');
    expect(await axeFinds()).toEqual([]);
  });

  it('stand from the right in Arabic: labels stay in view there, and the keys go where they point', async () => {
    await room().speak('ar');
    await lookIn('light');
    const { page } = room();
    const grid = room().sheet('A. Ressources');
    await grid.scrollIntoViewIfNeeded();
    await room().shot('7-arabic');
    await room().cell(grid, 2, columns.label).click();
    await page.keyboard.press('ArrowLeft');
    expect(await grid.locator(':focus').getAttribute('aria-colindex')).toBe(String(columns.first));
    for (let step = 0; step < 7; step += 1) await page.keyboard.press('ArrowLeft');
    expect(await firstCellAt('A. Ressources', 'right')).toBeLessThan(3);
    await room().shot('8-arabic-scrolled');
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menu').waitFor();
    await room().shot('9-arabic-menu');
    await page.keyboard.press('Escape');
    expect(await axeFinds()).toEqual([]);
    // One pixel is of Strapi's frame, which stays from the left.
    expect(await widerThanPage()).toBeLessThanOrEqual(1);
  });
});
