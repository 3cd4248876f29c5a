import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { startPreview, type Previewing } from '../renderer/preview/previewing';
import { openBrowser, type BrowserSession } from '../support/browser';
import { chromium, describeWith } from '../support/requires';

const pictures = path.resolve('test-results', 'preview');
const sample = 'emails/samples/amanews-242.json';
const template = 'emails/parts/contents.mjml.hbs';

/** What these tests ask of the page; they know no DOM. */
interface Browser {
  document: { body: { dataset: Record<string, string | undefined> } };
  performance: { timeOrigin: number };
}

describeWith([chromium])('the designers’ preview', () => {
  let preview: Previewing;
  let session: BrowserSession;
  let page: Page;

  beforeAll(async () => {
    preview = await startPreview(sample);
    session = await openBrowser();
    page = session.page;
    await mkdir(pictures, { recursive: true });
  });
  /** Each test begins with all views in French, at the first of them, on a page that remembers nothing. */
  beforeEach(async () => {
    await page.goto('about:blank');
    await page.goto(preview.url);
    await shown();
    await choose('all');
    await frameOf('desktop').locator('html[lang=fr]').waitFor({ state: 'attached' });
  });
  /** Whatever a test is about, it leaves no error in the console. */
  afterEach(() => expect(session.faults.splice(0)).toEqual([]));
  afterAll(async () => {
    await session?.close();
    await preview?.close();
  });

  const shown = () =>
    page.waitForFunction(() => (globalThis as unknown as Browser).document.body.dataset['painted']);
  const picture = (name: string) => page.screenshot({ path: path.join(pictures, `${name}.png`) });
  const frameOf = (view: string) => page.frameLocator(`.board[data-rendition="${view}"] iframe:not(.next)`);
  const choose = (view: string) => page.locator(`input[name=rendition][value="${view}"]`).check();
  /** A frame is filled once it is scrolled to. */
  async function everyFrame() {
    for (const board of await page.locator('.board').all()) await board.scrollIntoViewIfNeeded();
    await expect.poll(() => page.locator('.board iframe:not(.next)').count()).toBe(9);
  }
  async function changing(file: string, change: (text: string) => string, then: () => Promise<void>) {
    const before = await readFile(preview.path(file), 'utf8');
    await writeFile(preview.path(file), change(before));
    try {
      await then();
    } finally {
      await writeFile(preview.path(file), before);
    }
  }

  it('shows nine renditions side by side, each in a frame without scripts or an origin', async () => {
    const boards = page.locator('.board');
    expect(await boards.count()).toBe(9);
    await everyFrame();
    const sandboxes = await page
      .locator('iframe')
      .evaluateAll((frames) =>
        frames.map((frame) =>
          (frame as unknown as { getAttribute(name: string): string | null }).getAttribute('sandbox'),
        ),
      );
    expect(new Set(sandboxes)).toEqual(new Set(['']));
    await boards.first().scrollIntoViewIfNeeded();
    await frameOf('phone').getByRole('heading', { name: 'Édito' }).waitFor();
    await picture('all');
  });

  it('keeps the exact width of phones at any zoom', async () => {
    await everyFrame();
    for (const [view, width] of [
      ['phone', 375],
      ['phone-small', 320],
    ] as const) {
      const box = page.locator(`.board[data-rendition="${view}"] iframe:not(.next)`);
      expect(await box.evaluate((frame) => (frame as unknown as { offsetWidth: number }).offsetWidth)).toBe(
        width,
      );
    }
  });

  it('scrolls every frame to the place of a finding', async () => {
    await page.locator('.board').first().scrollIntoViewIfNeeded();
    const finding = page.locator('button.finding', { hasText: 'Effecitf' });
    await finding.click();
    await expect.poll(() => finding.getAttribute('aria-current')).toBe('location');
    for (const view of ['desktop', 'phone']) {
      const place = frameOf(view).locator('i.nachra-finding:target');
      await place.waitFor({ state: 'attached' });
      expect(await frameOf(view).locator(':has(> i.nachra-finding:target)').innerText()).toContain(
        'Effecitf',
      );
      const top = await page.locator(`.board[data-rendition="${view}"] .stage`).boundingBox();
      const at = await frameOf(view).locator(':has(> i.nachra-finding:target)').boundingBox();
      expect(at?.y).toBeGreaterThanOrEqual((top?.y ?? 0) - 1);
      expect(at?.y).toBeLessThan((top?.y ?? 0) + (top?.height ?? 0));
    }
    await picture('finding');
  });

  it('can be used by keyboard alone', async () => {
    const finding = page.locator('button.finding').first();
    await finding.waitFor();
    await page.locator('#sections button').first().click();
    await page.keyboard.press('j');
    await expect.poll(() => finding.getAttribute('aria-current')).toBe('location');
    await page.keyboard.press('7');
    await expect.poll(() => page.locator('.board:visible').count()).toBe(1);
    expect(await page.locator('.board:visible').getAttribute('data-rendition')).toBe('word');
    await picture('word');
    await page.keyboard.press('0');
    await expect.poll(() => page.locator('.board:visible').count()).toBe(9);
  });

  it('switches to another language of the same number', async () => {
    await page.locator('#editions a', { hasText: 'AR' }).click();
    await shown();
    await expect.poll(() => frameOf('desktop').locator('html[dir=rtl]').count()).toBe(1);
    await picture('arabic');
    await page.locator('#editions a', { hasText: 'FR' }).click();
    await shown();
    await expect.poll(() => frameOf('desktop').locator('html[lang=fr]').count()).toBe(1);
  });

  it('reports a broken template, keeps the last good page, and recovers once it is fixed', async () => {
    await changing(
      template,
      () => '{{nonsense.name}}',
      async () => {
        await page.locator('#trouble').waitFor();
        expect(await page.locator('#trouble').innerText()).toContain('emails/parts/contents.mjml.hbs');
        await picture('trouble');
      },
    );
    await page.locator('#trouble').waitFor({ state: 'hidden' });
    // The trouble goes when the page is told; the frame needs a moment more.
    await expect.poll(() => frameOf('desktop').getByText('Dans ce numéro').count()).toBe(1);
  });

  it.each([
    ['a template', template, (text: string, n: number) => text.replace('{{words.contents}}', `Essai ${n}`)],
    [
      'the sample',
      sample,
      (text: string, n: number) => text.replace('"title": "AMANEWS"', `"title": "ESSAI ${n}"`),
    ],
  ])('repaints after each save of %s, without loading the page anew', async (_what, file, change) => {
    await choose('desktop');
    const loadedAt = () => page.evaluate(() => (globalThis as unknown as Browser).performance.timeOrigin);
    const before = await readFile(preview.path(file), 'utf8');
    const first = await loadedAt();
    const saves = async () => {
      for (let save = 0; save < 8; save++) {
        await writeFile(preview.path(file), change(before, save));
        await frameOf('desktop')
          .getByText(new RegExp(`Essai ${save}\\b`, 'i'))
          .first()
          .waitFor();
      }
    };
    await changing(file, (text) => text, saves);
    expect(await loadedAt()).toBe(first);
  });
});
