import type { Page } from 'playwright-core';

/** Pastes as the browser does when somebody presses Ctrl+V; a text is evaluated, for the tests know no DOM. */
export async function paste(page: Page, html: string, plain = ''): Promise<void> {
  await page.evaluate(`{
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', ${JSON.stringify(html)});
    clipboardData.setData('text/plain', ${JSON.stringify(plain)});
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }`);
}
