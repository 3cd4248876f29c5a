import { chromium, type Browser, type Page } from 'playwright-core';
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
