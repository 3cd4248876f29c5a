import { chromium, type Browser, type Locator, type Page } from 'playwright-core';
import type { RunningCms } from './cms';
import { chromiumPath } from './requires';
import { patienceMs } from './until';

export interface BrowserSession {
  page: Page;
  browser: Browser;
  /** Messages of the console that are errors, and exceptions nobody caught: a page that works has none. */
  faults: string[];
  close(): Promise<void>;
}

/**
 * Opens a real Chromium with one page, in French, that reaches nothing but this machine. It waits for elements and pages as
 * long as `until` does.
 *
 * @param size of the window in CSS pixels
 */
export async function openBrowser(size = { width: 1440, height: 900 }): Promise<BrowserSession> {
  const browser = await chromium.launch({
    timeout: patienceMs,
    executablePath: chromiumPath(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  const context = await browser.newContext({
    viewport: size,
    locale: 'fr-FR',
    timezoneId: 'Africa/Casablanca',
  });
  context.setDefaultTimeout(patienceMs);
  context.setDefaultNavigationTimeout(patienceMs);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${message.text()} ${message.location().url}`.trim());
  });
  return { page, browser, faults, close: () => browser.close() };
}

/** Signs a person of a role in through the page; her account is made where there is none. */
export async function signIn(cms: RunningCms, { page }: BrowserSession, role: string): Promise<void> {
  await cms.token(role);
  await page.goto(`${cms.url}/admin`);
  await page.getByLabel(/E-?mail/i).fill(`${role}@nachra.test`);
  await page
    .getByLabel(/Mot de passe/i)
    .first()
    .fill('Correct-Horse-1');
  await page.getByRole('button', { name: /connect|connexion/i }).click();
  await page.waitForURL(({ pathname }) => !pathname.includes('/auth/'));
}

/** Whether what a locator finds is where the keys go. */
export async function isFocused(field: Locator): Promise<boolean> {
  return (await field.and(field.page().locator(':focus')).count()) === 1;
}

/** Presses keys, one after the other. */
export async function pressAll(page: Page, keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}
