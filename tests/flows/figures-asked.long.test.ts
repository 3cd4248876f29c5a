import { expect, it } from 'vitest';
import { columns, onDashboard } from './open-dashboard';

onDashboard('the figures of a dashboard, looked at while they are typed,', (room) => {
  it('that leave the habit of their row are asked about, until somebody says that they are right', async () => {
    const grid = room().sheet('A. Ressources');
    await room().cell(grid, 1, columns.last).click();
    await room().page.keyboard.type('2280');
    await room().page.keyboard.press('Enter');
    await room().cell(grid, 1, columns.last).click();
    const question = room().page.getByText(/2\s280 est 11 fois plus grand/);
    await question.waitFor();
    await room().shot('3-asked');
    await room().page.keyboard.press('=');
    await question.waitFor({ state: 'detached' });
    await room().save();
    await expect
      .poll(async () => (await room().stored()).groups[0]?.indicators[0])
      .toMatchObject({ values: [197, 203, 211, 216, 2280], sure: [2280] });
  });

  it('that are not numbers are marked, and refused by the name of their row', async () => {
    const before = await room().stored();
    const grid = room().sheet('A. Ressources');
    await room().cell(grid, 1, columns.second).click();
    await room().page.keyboard.type('vingt');
    await room().page.keyboard.press('Enter');
    await expect.poll(() => grid.locator('[aria-invalid="true"]').count()).toBe(1);
    const refused = room().page.waitForResponse((response) => response.status() === 400);
    await room().save();
    await refused;
    await room()
      .page.getByText(/ligne «\sEffectif Siège\s»/)
      .first()
      .waitFor();
    expect(await room().stored()).toEqual(before);
  });

  it('have periods whose days are written as people write them', async () => {
    const periods = room().sheet('Périodes');
    await room().cell(periods, 5, 2).click();
    await room().page.keyboard.type('30 septembre 2023');
    await room().page.keyboard.press('Enter');
    await expect.poll(() => room().cell(periods, 5, 2).textContent()).toBe('30/09/2023');
    await room().cell(periods, 5, 4).locator('.tick').click();
    await room().save();
    await expect
      .poll(async () => (await room().stored()).periods.at(-1))
      .toMatchObject({ end: '2023-09-30', inMail: true });
  });

  it('are ticked for the mail beside their label, and seen as the tile they become', async () => {
    const tiles = room().page.getByRole('list', { name: 'Vignettes du courriel' });
    // The server says them.
    await tiles.first().waitFor();
    const before = await tiles.getByRole('listitem').count();
    const grid = room().sheet('A. Ressources');
    await room().cell(grid, 3, columns.label).click();
    await room().page.keyboard.press('Home');
    await room().page.keyboard.press(' ');
    await expect.poll(() => tiles.getByRole('listitem').count()).toBe(before + 1);
    expect(await tiles.first().textContent()).toMatch(/Effectif Global2\s391/);
  });

  it('have their texts in another language beside them, which is pasted as a column', async () => {
    await room()
      .page.getByRole('button', { name: /العربية/ })
      .click();
    await room().page.getByText('Tous les textes sont écrits en arabe.').waitFor();
    // The tiles are in the language that was chosen.
    await room()
      .page.getByText(/مقارنة مع/)
      .first()
      .waitFor();
    const texts = room().sheet('Textes en arabe');
    await room().cell(texts, 2, 3).click();
    await room().page.keyboard.press('Delete');
    await room().page.getByText('Un texte manque en arabe.').waitFor();
    await room().shot('4-texts');
    await room().paste('الموارد\nمستخدمو المقر الجديد\n');
    await room().page.getByText('Tous les textes sont écrits en arabe.').waitFor();
    await room().save();
    await expect
      .poll(async () => (await room().stored()).groups[0]?.indicators[0]?.labels)
      .toEqual({ ar: 'مستخدمو المقر الجديد', en: 'Staff, head office' });
    expect((await room().stored()).language).toBe('fr');
  });
});
