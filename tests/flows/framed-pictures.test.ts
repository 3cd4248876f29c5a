import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { openNewsroom, paragraph, type Newsroom } from '../cms/plugin/newsroom';
import { uploadPicture } from '../cms/plugin/uploads';
import { openBrowser, pressAll, signIn, type BrowserSession } from '../support/browser';
import { chromium, describeWith } from '../support/requires';
import { until } from '../support/until';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const pictures = path.resolve('test-results', 'framed-pictures');
const articleUid = 'plugin::newsletter.article';

interface Share {
  x: number;
  y: number;
  width: number;
  height: number;
}
interface StoredArticle {
  imageTexts: { framing: { crop?: Share; focus?: { x: number; y: number } } | null }[];
}

describeWith([chromium])('a picture that somebody frames', () => {
  let room: Newsroom;
  let session: BrowserSession;
  let page: Page;
  let file: number;

  beforeAll(async () => {
    room = await openNewsroom({ SERVE_ADMIN: 'true' });
    const half = { width: 800, height: 1_000, channels: 3, background: '#2f7d4f' } as const;
    const bytes = await sharp({ create: { ...half, width: 1_600, background: '#b5432e' } })
      .composite([{ input: { create: half }, left: 800, top: 0 }])
      .jpeg()
      .toBuffer();
    const token = await room.cms.token('nachra-author');
    const { body } = await uploadPicture(room.cms, token, bytes, { name: 'salon.jpg', type: 'image/jpeg' });
    file = body.id;
    session = await openBrowser({ width: 1440, height: 900 });
    page = session.page;
    await mkdir(pictures, { recursive: true });
    await signIn(room.cms, session, 'nachra-publisher');
  });
  afterEach(() => {
    const known = /ai-feature-config|ai-localization-jobs|localhost:1337\/assets/;
    expect(session.faults.splice(0).filter((fault) => !known.test(fault))).toEqual([]);
  });
  afterAll(async () => {
    await session?.close();
    await room?.close();
  });

  const shot = (name: string) => page.screenshot({ path: path.join(pictures, `${name}.png`) });
  const dialog = () => page.getByRole('dialog');
  const frame = () => dialog().getByRole('button', { name: /^Cadre/ });
  const point = () => dialog().getByRole('button', { name: /^Point essentiel/ });
  const stored = async (documentId: string) =>
    (await room.cms.strapi
      .documents(articleUid)
      .findOne({ documentId, populate: ['imageTexts'] } as never)) as unknown as StoredArticle;
  const cropOf = (documentId: string) =>
    stored(documentId).then(({ imageTexts }) => imageTexts[0]?.framing ?? null);
  /** Draws from one place of an element to another, in shares of it. */
  async function draw(element: Locator, from: [number, number], to: [number, number]): Promise<void> {
    const box = await element.boundingBox();
    if (box === null) throw new Error('Nothing is there to be drawn.');
    const at = ([x, y]: [number, number]) => [box.x + x * box.width, box.y + y * box.height] as const;
    await page.mouse.move(...at(from));
    await page.mouse.down();
    await page.mouse.move(...at([(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]));
    await page.mouse.move(...at(to));
    await page.mouse.up();
  }
  async function faultsIn(selector: string): Promise<unknown[]> {
    await page.evaluate(axe);
    const { violations } = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(
      `axe.run({ include: [[${JSON.stringify(selector)}]] })`,
    );
    return violations.map(({ id, nodes }) => [id, nodes[0]?.html.slice(0, 200)]);
  }

  it('is cut in the composer by mouse and keys, seen in the mail, and whole again', async () => {
    const article = await room.article({
      title: 'Salon à Agadir',
      images: [file],
      body: [paragraph('Récit.')],
    });
    const issue = await room.issue({ articles: [article] });
    await page.goto(`${room.cms.url}/admin/plugins/newsletter/issues/${issue}/compose`);
    const structure = page.getByRole('navigation', { name: 'Structure du numéro' });
    await structure.getByRole('button', { name: 'Salon à Agadir', exact: true }).click();
    const field = page.locator('[data-pictures="images"]');
    // A click on the picture is enough.
    await field.getByRole('img').first().click();
    await frame().waitFor();
    await dialog()
      .getByText(/16 × 9/)
      .waitFor();
    await shot('1-opened');
    expect(await faultsIn('[role="dialog"]')).toEqual([]);

    // The essential is to the right: a click says so. Then the frame is made smaller by its corner, and moved by keys.
    const stage = dialog().getByRole('application');
    await stage.click({ position: { x: 0.75 * ((await stage.boundingBox())?.width ?? 0), y: 150 } });
    await expect.poll(() => point().getAttribute('aria-label')).toMatch(/7[456] % de la largeur/);
    await draw(frame(), [0, 0], [0.5, 0.5]);
    await frame().focus();
    await pressAll(page, ['ArrowRight', 'ArrowDown', 'ArrowDown']);
    await shot('2-framed');
    await dialog()
      .getByText(/px de large/)
      .waitFor();
    await dialog().getByRole('button', { name: 'Appliquer' }).click();
    const framing = await until(
      () => cropOf(article),
      (found) => found !== null,
    );
    const { x = 0, y = 0, width = 0, height = 0 } = framing?.crop ?? {};
    expect((width * 1_600) / (height * 1_000)).toBeCloseTo(16 / 9, 1);
    expect([width < 0.6, x + width <= 1, y + height <= 1, x > 0.4]).not.toContain(false);
    expect(framing?.focus?.x).toBeCloseTo(0.75, 1);
    const inMail = page.frameLocator('iframe[title]').locator('img[alt="Un palmier"]');
    await expect
      .poll(
        async () => Number(await inMail.getAttribute('height')) / Number(await inMail.getAttribute('width')),
      )
      .toBeCloseTo(9 / 16, 1);
    await shot('3-applied');

    await field.getByRole('button', { name: 'Recadrer l’image salon.jpg' }).click();
    await dialog().getByRole('button', { name: 'Remettre l’image entière' }).click();
    await until(
      () => cropOf(article),
      (found) => found === null,
    );
    await shot('4-whole-again');
  });
});
