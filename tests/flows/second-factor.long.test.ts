import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser, type BrowserSession } from '../support/browser';
import { loadCms, startCms, type RunningCms } from '../support/cms';
import { chromium, describeWith } from '../support/requires';
import { codeBefore, codeOf } from '../cms/app/visitor';

type Accounts = typeof import('../../cms/app/src/accounts/ensure-admin');

const password = 'Correct-Horse-1';
const email = 'youssef@nachra.test';

describeWith([chromium])('a second factor, in a browser', () => {
  let cms: RunningCms;
  let phone: BrowserSession;
  let desk: BrowserSession;
  let key = '';
  let recovery: string[] = [];
  let used = '';
  const folder = path.resolve('test-results', 'second-factor');

  beforeAll(async () => {
    cms = await startCms({ SERVE_ADMIN: 'true', NACHRA_SECOND_FACTOR_ROLES: 'nachra-publisher' });
    await mkdir(folder, { recursive: true });
    const { ensureAccount } = loadCms<Accounts>('accounts/ensure-admin');
    const account = { password, firstname: 'Youssef', lastname: 'Test' };
    await ensureAccount(cms.strapi, { ...account, email, role: 'nachra-publisher' });
    await ensureAccount(cms.strapi, { ...account, email: 'nadia@nachra.test', role: 'strapi-super-admin' });
    [phone, desk] = await Promise.all([openBrowser({ width: 390, height: 844 }), openBrowser()]);
  });
  afterAll(async () => {
    await Promise.all([phone?.close(), desk?.close()]);
    await cms?.close();
  });

  const signIn = async (page: Page, as = email) => {
    await page.goto(`${cms.url}/admin`);
    await page.getByLabel(/E-?mail/i).fill(as);
    await page
      .getByLabel(/Mot de passe/i)
      .first()
      .fill(password);
    await page.keyboard.press('Enter');
  };
  const give = async (page: Page, code: string) => {
    await page.getByLabel(/Code/).fill(code);
    await page.keyboard.press('Enter');
  };
  const isIn = (page: Page) =>
    page
      .getByRole('link', { name: /^(Accueil|Home)$/ })
      .first()
      .waitFor();
  const leave = async (page: Page) => {
    await page.getByRole('button', { name: 'Youssef Test' }).click();
    await page.getByRole('menuitem', { name: 'Déconnexion' }).click();
    await page.getByLabel(/E-?mail/i).waitFor();
  };
  const picture = ({ page }: BrowserSession, name: string) =>
    page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true });

  it('is set up on a phone alone, which cannot scan its own screen', async () => {
    const { page } = phone;
    await signIn(page);
    await page.getByText(/Votre rôle demande un second facteur/).waitFor();
    await picture(phone, '1-set-up');
    const link = page.getByRole('link', { name: 'Ajouter le compte à l’application de ce téléphone' });
    const address = new URL((await link.getAttribute('href')) ?? '');
    key = (await page.locator('.code').textContent()) ?? '';
    expect(key).toMatch(/^[A-Z2-7]{32}$/);
    expect([address.protocol, address.searchParams.get('secret')]).toEqual(['otpauth:', key]);
    // One touch selects the whole key, without what separates its groups.
    await page.locator('.code').click();
    expect(await page.evaluate('getSelection().toString()')).toBe(key);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);

    await page.reload();
    expect(await page.locator('.code').textContent()).toBe(key);
    await give(page, '123456');
    await page.getByText(/Ce code n’est pas celui/).waitFor();
    used = await codeBefore(key);
    await give(page, used);
    await page.getByText(/Ils ne seront plus montrés/).waitFor();
    recovery = await page.locator('.codes code').allInnerTexts();
    expect(recovery).toHaveLength(10);
    await picture(phone, '2-recovery-codes');
    await page.getByRole('link', { name: 'Aller à Nachra' }).click();
    await isIn(page);
  });

  it('is asked for in another browser, and takes no code twice', async () => {
    const { page } = desk;
    await signIn(page);
    await page.getByText(/Ouvrez votre application/).waitFor();
    await picture(desk, '3-code');
    // However long the way here took: refused as one that has served, or as one that is over.
    await give(page, used);
    await page.getByText(/ou il a déjà servi/).waitFor();
    await give(page, codeOf(key));
    await isIn(page);
    await leave(page);
    await signIn(page);
    await give(page, recovery[0] ?? '');
    await isIn(page);
    await leave(page);
    expect(desk.faults.filter((fault) => !/40[13]/.test(fault))).toEqual([]);
  });

  it('is removed for whoever has lost the phone, in the language of whoever removes it', async () => {
    const { page } = desk;
    const query = cms.strapi.db.query('admin::user');
    await query.update({ where: { email: 'nadia@nachra.test' }, data: { preferedLanguage: 'en' } });
    await signIn(page, 'nadia@nachra.test');
    await isIn(page);
    await page.goto(`${cms.url}/admin/settings/second-factor`);
    await page.getByRole('heading', { name: 'Set up a second factor' }).waitFor();
    await page.goto(`${cms.url}/second-factor/others`);
    await page.getByLabel('E-mail address of the account').fill(email);
    await page.getByLabel('Your own password').fill(password);
    await page.keyboard.press('Enter');
    await page.getByText(`The second factor of ${email} was removed`).waitFor();
    await picture(desk, '4-removed');
  });
});
