import { beforeAll, expect, it } from 'vitest';
import { paragraph } from '../cms/plugin/newsroom';
import { isFocused, signIn } from '../support/browser';
import { paste } from '../support/paste';
import { step } from '../support/step';
import { until } from '../support/until';
import { onArticles } from './article-form';

// An author may not ask for translations, and the panel beside the form does.
const about = { folder: 'told-while-writing', known: /localhost:1337\/assets|403 .*\/translations/ };

onArticles('what somebody is told while she writes', about, (forms) => {
  /** Requests for the spelling of words. */
  let asked = 0;

  beforeAll(() => {
    const { page } = forms();
    page.on('request', (request) => {
      if (request.url().endsWith('/newsletter/spelling')) asked += 1;
    });
    // A test that fails leaves a form that asks before it is left.
    page.on('dialog', (dialog) => void dialog.accept());
  });

  const marks = () => forms().editor().locator('.body-misspelt');
  const menu = () => forms().page.getByRole('menu', { name: /^Orthographe de/ });
  const item = (name: string | RegExp) => menu().getByRole('menuitem', { name });

  it('are misspelt words, which she mends, or adds to the words of the house', async () => {
    const { room, page, open, editor, press, stored, shot, faultsIn } = forms();
    const article = await room.article({ title: 'Encours', body: [paragraph('Voici.')] });
    await open(article);
    await editor().click();
    await press('Control+End');

    await step('a word is marked once the caret has left it', async () => {
      await page.keyboard.type(' Les encors de l’anné et les amanewsiens');
      await expect.poll(() => marks().allTextContents()).toEqual(['encors', 'l’anné']);
      await page.keyboard.type(' ');
      await expect.poll(() => marks().allTextContents()).toEqual(['encors', 'l’anné', 'amanewsiens']);
      await page.getByRole('button', { name: '3 mots à vérifier' }).waitFor();
      expect(await editor().getAttribute('spellcheck')).toBe('false');
      await shot('1-marked');
    });

    await step('by keys alone she chooses another spelling, which one key takes back', async () => {
      await press('Control+Home', 'Alt+Enter');
      await item('encours').waitFor();
      await expect.poll(() => isFocused(item('encours'))).toBe(true);
      await shot('2-menu');
      expect(await faultsIn('[role="menu"]')).toEqual([]);
      await press('Enter');
      await expect.poll(() => editor().innerText()).toContain('Les encours de');
      await expect.poll(() => isFocused(editor())).toBe(true);
      await press('Control+z');
      await expect.poll(() => editor().innerText()).toContain('Les encors de');
      await expect.poll(() => marks().allTextContents()).toContain('encors');
      await press('Control+Home', 'Alt+Enter');
      await item('encours').waitFor();
      await press('Escape');
      await expect.poll(() => menu().count()).toBe(0);
      await expect.poll(() => isFocused(editor())).toBe(true);
    });

    await step('by a right click she adds a word, which is right at once and for everybody', async () => {
      await marks().filter({ hasText: 'amanewsiens' }).click({ button: 'right' });
      await item(/^Ajouter «\samanewsiens\s» aux mots de la maison$/).click();
      await page.getByText(/«\samanewsiens\s» est désormais un mot de la maison/).waitFor();
      await expect.poll(() => marks().allTextContents()).toEqual(['encors', 'l’anné']);
      const brand = (await room.cms.strapi
        .documents('plugin::newsletter.brand')
        .findFirst({ populate: ['wordings'] } as never)) as unknown as {
        wordings: { language: string; words: string | null }[];
      };
      expect(brand.wordings.find(({ language }) => language === 'fr')?.words).toBe('amanewsiens');
      await shot('3-added');
    });

    await step('the line below leads to the next word', async () => {
      await page.getByRole('button', { name: '2 mots à vérifier' }).click();
      await item(/^l’année$|^encours$/).waitFor();
      await item('Laisser tel quel').click();
      await expect.poll(() => marks().count()).toBe(1);
    });

    await step('nothing of the marks is stored', async () => {
      await page.getByRole('button', { name: 'Enregistrer' }).click();
      const saved = await until(
        () => stored(article),
        ({ body }) => JSON.stringify(body).includes('encors'),
      );
      expect(saved.body).toEqual([paragraph('Voici. Les encors de l’anné et les amanewsiens ')]);
    });
  });

  it('is nothing of a long text in another language, which costs one request and no stutter', async () => {
    const { room, page, open, editor } = forms();
    const article = await room.article({ title: 'Long', body: [paragraph('Voici.')] });
    await open(article);
    await editor().click();
    const syllables = ['ba', 'du', 'ki', 'lo', 'mu', 'ne', 'pa', 'ri', 'so', 'ty'];
    const word = (at: number) =>
      [at, Math.floor(at / 10), Math.floor(at / 100), Math.floor(at / 1_000)]
        .map((digit) => syllables[digit % 10])
        .join('');
    const text = Array.from(
      { length: 100 },
      (_, row) => `<p>${Array.from({ length: 100 }, (__, at) => word(row * 100 + at)).join(' ')}</p>`,
    ).join('');
    const before = asked;
    await page.evaluate(
      `globalThis.slow = []; new PerformanceObserver((list) => globalThis.slow.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' })`,
    );
    await paste(page, text);
    await page.getByText('Ce texte semble écrit dans une autre langue').waitFor();
    await page.evaluate('globalThis.slow.length = 0');
    await page.keyboard.type(' encore quelques mots que tape une personne pressée', { delay: 20 });
    await page.getByText('Ce texte semble écrit dans une autre langue').waitFor();
    expect(asked - before).toBeLessThanOrEqual(3);
    expect(await marks().count()).toBe(0);
    const slow = await page.evaluate<number[]>('globalThis.slow');
    console.log(`Typing in 10,000 words: ${slow.length} long tasks, the longest ${Math.max(0, ...slow)} ms.`);
  });

  it('leaves the spelling of Arabic to the browser', async () => {
    const { room, open, editor, shot } = forms();
    const cell = (text: string) => ({ type: 'table-cell', children: [{ type: 'text', text }] });
    const row = (...cells: string[]) => ({ type: 'table-row', children: cells.map(cell) });
    const article = await room.article({
      title: 'جدول',
      language: 'ar',
      body: [
        { type: 'table', headerRow: true, children: [row('المدينة', 'العدد'), row('الرباط', '42 500')] },
      ],
    });
    const before = asked;
    await open(article);
    await editor().locator('td', { hasText: '42 500' }).waitFor();
    expect(await editor().getAttribute('spellcheck')).toBe('true');
    await shot('4-arabic');
    expect(asked).toBe(before);
  });

  it('offers no word of the house to whoever may not edit them, and marks all the same', async () => {
    const { room, session, page, open } = forms();
    const article = await room.article({ title: 'Auteur', body: [paragraph('Les encors du mois.')] });
    await page.context().clearCookies();
    await page.evaluate('localStorage.clear(); sessionStorage.clear()');
    await signIn(room.cms, session, 'nachra-author');
    await open(article);
    await expect.poll(() => marks().allTextContents()).toEqual(['encors']);
    await marks().first().click({ button: 'right' });
    await item('encours').waitFor();
    expect(await item(/^Ajouter/).count()).toBe(0);
  });
});
