import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { columns, onDashboard } from './open-dashboard';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** @see https://github.com/dream-num/univer/issues/3051 (a long text covers the empty cell beside it) */
const fromExcel = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table>
    <tr><td colspan=2 style='mso-ignore:colspan'>Clients actifs
  en zone rurale</td><td>20</td><td>(30)</td></tr>
    <tr><td>Agents</td><td>-1,5</td><td></td><td>0.125</td></tr></table></body></html>`;

onDashboard('the figures of a dashboard', (room) => {
  it('are shown in sheets, group by group, and axe finds nothing in them', async () => {
    const grid = room().sheet('A. Ressources');
    await expect.poll(() => room().cell(grid, 1, columns.label).textContent()).toBe('Effectif Siège');
    expect(await room().cell(grid, 2, columns.first).textContent()).toMatch(/^2\s236$/);
    await grid.scrollIntoViewIfNeeded();
    await room().shot('1-sheets');
    await room().page.evaluate(axe);
    const { violations } = await room().page.evaluate<{
      violations: { id: string; nodes: { html: string }[] }[];
    }>(`axe.run({ include: [['[role="group"][aria-label="Chiffres"]']] })`);
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  });

  it('are one stop for Tab, and walked with the arrows', async () => {
    const grid = room().sheet('A. Ressources');
    await room().cell(grid, 1, columns.label).click();
    expect(await grid.locator('[tabindex="0"]').count()).toBe(1);
    await room().page.keyboard.press('ArrowRight');
    await room().page.keyboard.press('ArrowDown');
    expect(await room().focused()).toMatch(/^2\s236$/);
    await room().page.keyboard.press('Control+End');
    await room().page.keyboard.press('Home');
    await room().page.keyboard.press('Tab');
    expect(await grid.locator(':focus').count()).toBe(0);
    await room().page.keyboard.press('Shift+Tab');
    // Where it was left.
    expect(await grid.locator(':focus').getAttribute('data-row')).toBe('2');
  });

  it('are typed as in a spreadsheet, totals follow a renamed row, and all of it is taken back', async () => {
    const grid = room().sheet('A. Ressources');
    await room().cell(grid, 2, columns.label).click();
    await room().page.keyboard.type('Effectif Réseau');
    await room().page.keyboard.press('Tab');
    await room().page.keyboard.type('2 237');
    await room().page.keyboard.press('Enter');
    await room().page.keyboard.press('Control+z');
    await room().page.keyboard.press('Control+z');
    await expect.poll(() => room().cell(grid, 2, columns.label).textContent()).toBe('Effecitf Réseau');
    await room().page.keyboard.press('Control+y');
    await room().page.keyboard.press('Control+y');
    await room().cell(grid, 1, columns.first).click();
    await room().page.keyboard.press('F2');
    await room().page.keyboard.type('999');
    await room().page.keyboard.press('Escape');
    await room().save();
    await expect
      .poll(async () => (await room().stored()).groups[0]?.indicators.slice(0, 2))
      .toMatchObject([
        { label: 'Effectif Siège', values: [197, 203, 211, 216, 228] },
        { label: 'Effectif Réseau', values: [2237, 2219, 2205, 2180, 2163] },
      ]);
    expect((await room().stored()).groups[0]?.indicators[2]?.sumOf).toEqual([
      ['Effectif Siège', 'Effectif Réseau'],
    ]);
  });

  it('are pasted from a spreadsheet into a new group, labels and values together, without their headings', async () => {
    const grid = await room().addGroup('Digital');
    await room().cell(grid, 1, columns.label).click();
    await room().paste(
      '\t2019\t2020\t2021\nComptes\t1 200\t1 350,5\t—\t\t2 000\nAgents\t10\t20\tn.d.\t40\t50\n',
    );
    await room().page.getByText('La ligne des périodes n’a pas été collée').waitFor();
    await expect
      .poll(() =>
        room()
          .cell(grid, 2, columns.first + 2)
          .textContent(),
      )
      .toContain('chiffre manquant');
    await room().shot('2-pasted');
    await room().save();
    await expect
      .poll(async () => (await room().stored()).groups.at(-1))
      .toMatchObject({
        title: 'Digital',
        indicators: [
          { label: 'Comptes', values: [1200, 1350.5, null, null, 2000] },
          { label: 'Agents', values: [10, 20, null, 40, 50] },
        ],
      });
  });

  it('that Excel hands over as a table stand under their own periods', async () => {
    const grid = await room().addGroup('Digital');
    await room().cell(grid, 1, columns.label).click();
    await room().paste(fromExcel, 'text/html');
    await room().save();
    await expect
      .poll(async () => (await room().stored()).groups.at(-1)?.indicators)
      .toMatchObject([
        { label: 'Clients actifs en zone rurale', values: [null, 20, -30, null, null] },
        { label: 'Agents', values: [-1.5, null, 0.125, null, null] },
      ]);
  });

  it('are pasted alike from the menu, which the keyboard opens too', async () => {
    await room().page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const grid = await room().addGroup('Digital');
    await room().page.evaluate(`navigator.clipboard.write([
      new ClipboardItem({ 'text/html': new Blob([${JSON.stringify(fromExcel)}], { type: 'text/html' }) }),
    ])`);
    await room().cell(grid, 1, columns.label).click();
    await room().page.keyboard.press('Shift+F10');
    await room().page.getByRole('menuitem', { name: 'Coller' }).click();
    await expect.poll(() => room().cell(grid, 2, columns.label).textContent()).toBe('Agents');
    await room().cell(grid, 2, columns.first).click({ button: 'right' });
    await room().page.getByRole('menuitem', { name: 'Dupliquer la ligne' }).click();
    await room().save();
    await expect
      .poll(async () => (await room().stored()).groups.at(-1)?.indicators.map(({ label }) => label))
      .toEqual(['Clients actifs en zone rurale', 'Agents', 'Agents']);
  });

  it('are copied and cut between cells, with several selected by Shift', async () => {
    await room().page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const grid = room().sheet('A. Ressources');
    await room().cell(grid, 1, columns.first).click();
    await room().page.keyboard.press('Shift+ArrowRight');
    await room().page.keyboard.press('Shift+ArrowDown');
    await room().page.keyboard.press('Control+c');
    const digital = await room().addGroup('Digital');
    await room().cell(digital, 1, columns.first).click();
    await room().page.keyboard.press('Control+v');
    await room().cell(digital, 1, columns.label).click();
    await room().page.keyboard.type('Siège');
    await room().page.keyboard.press('Enter');
    await room().page.keyboard.type('Réseau');
    await room().page.keyboard.press('Enter');
    await room().save();
    await expect
      .poll(async () => (await room().stored()).groups.at(-1)?.indicators)
      .toMatchObject([
        { label: 'Siège', values: [197, 203, null, null, null] },
        { label: 'Réseau', values: [2236, 2219, null, null, null] },
      ]);
  });

  it('are refused with words where their periods stand below each other', async () => {
    const grid = await room().addGroup('Digital');
    await room().cell(grid, 1, columns.label).click();
    await room().paste('\tComptes\n2019\t10\n2020\t20\n');
    await room()
      .page.getByText(/Rien n’a été collé.*2019 · 2020.*transposant/)
      .waitFor();
    expect(await grid.getByRole('row').count()).toBe(2);
  });

  it('of the whole month go on into all groups, and are taken back by one key', async () => {
    const figures = Array.from({ length: 36 }, (_, at) => String(at + 1));
    const grid = room().sheet('A. Ressources');
    await room().cell(grid, 1, columns.first).click();
    await room().paste(figures.slice(1).join('\n'));
    await room()
      .page.getByText(/Rien n’a été collé.*35 lignes.*36 jusqu’à la fin du tableau de bord/)
      .waitFor();
    await room().cell(grid, 1, columns.first).click();
    await room().paste(figures.join('\n'));
    await room()
      .page.getByText(/36 chiffres placés dans 9 groupes.*36 cellules déjà remplies/)
      .waitFor();
    // The sentence is brought into view, below its sheet.
    await expect
      .poll(() =>
        room().page.evaluate(`{
          const { top, bottom } = [...document.querySelectorAll('[role="status"]')]
            .find((one) => one.textContent.includes('36 chiffres')).getBoundingClientRect();
          top >= 0 && bottom <= innerHeight;
        }`),
      )
      .toBe(true);
    await room().shot('3-across');
    const last = room().sheet('D. Services Non Financiers');
    await expect.poll(() => room().cell(last, 3, columns.first).textContent()).toBe('36');
    expect(await last.getByRole('row').count()).toBe(4);
    await room().page.keyboard.press('Control+z');
    await expect.poll(() => room().cell(last, 3, columns.first).textContent()).not.toBe('36');
  });

  it('find their rows by their labels, in any group', async () => {
    const grid = room().sheet('A. Ressources');
    await room().cell(grid, 1, columns.first).click();
    await room().paste('Indicateur\tClos\nFORMATION CLIENTS\t2 900\nEffectif Siege (1)\t231\nInconnu\t4');
    await room()
      .page.getByText(/2 chiffres placés d’après les intitulés.*Un intitulé n’a pas de ligne ici.*Inconnu/)
      .waitFor();
    await room().save();
    await expect
      .poll(async () => (await room().stored()).groups.map(({ indicators: [row] }) => row?.values[0]))
      .toMatchObject({ 0: 231, 8: 2900 });
  });

  it('without a label are refused by group and row, and a new row is typed into at once', async () => {
    const grid = room().sheet('A. Ressources');
    await grid.locator('xpath=ancestor::section').getByRole('button', { name: 'Ajouter une ligne' }).click();
    await room().page.keyboard.type('Effectif des agences');
    await room().page.keyboard.press('Enter');
    await expect.poll(() => room().cell(grid, 4, columns.label).textContent()).toBe('Effectif des agences');
    expect(await grid.getByRole('row').count()).toBe(5);
    await room().cell(grid, 4, columns.label).click();
    await room().page.keyboard.press('Delete');
    await room().cell(grid, 4, columns.first).click();
    await room().page.keyboard.type('12');
    await room().page.keyboard.press('Enter');
    await room().save();
    await room()
      .page.getByText(/groupe « Ressources » : la ligne n° 4 n’a pas d’intitulé/)
      .first()
      .waitFor();
    await room().shot('4-refused');
  });

  it('take their day and its label along when the last day is put right', async () => {
    const periods = room().sheet('Périodes');
    await room().cell(periods, 5, 2).click();
    await room().page.keyboard.type('30/11/2026');
    await room().page.keyboard.press('Enter');
    await expect.poll(() => room().cell(periods, 5, 1).textContent()).toBe('30/11/2026');
    await room().shot('5-day');
    await room().save();
    await expect.poll(async () => (await room().stored()).periods.at(-1)?.label).toBe('30/11/2026');
    await expect.poll(() => room().asOf()).toBe('2026-11-30');
  });
});
