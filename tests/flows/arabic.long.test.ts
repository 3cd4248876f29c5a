import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser, type BrowserSession } from '../support/browser';
import { startCms, type RunningCms } from '../support/cms';
import { latinWordsIn } from '../support/latin-words';
import { chromium, describeWith } from '../support/requires';

const pictures = path.resolve('test-results', 'arabic');
const role = 'nachra-publisher';

/** Names that the content has, and the people of this test. */
const known = ['AMANEWS', 'Amplitude Up', 'Liste de démonstration', 'FR', 'AR', 'EN', role];

/**
 * What the desk says on the page that is open: all text under a root of its, but what people wrote, which has a language or a direction
 * of its own.
 */
const saidByDesk = `[...document.querySelectorAll('[lang="ar"][dir="rtl"]')].flatMap((root) => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const said = [];
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const own = element.closest('[lang],[dir="auto"],[dir="ltr"],bdi,style,.ProseMirror');
    if (own === root || own === null) said.push(walker.currentNode.data);
  }
  return said;
}).join('\\n')`;

describeWith([chromium])('the desk in Arabic', () => {
  let cms: RunningCms;
  let session: BrowserSession;
  let page: Page;
  const issueIn: Record<string, string> = {};
  let article: string;

  beforeAll(async () => {
    cms = await startCms({ SERVE_ADMIN: 'true' });
    await cms.seed();
    await cms.token(role);
    // As on her profile: what is chosen before one signs in is of this browser alone.
    await cms.strapi.db
      .query('admin::user')
      .update({ where: { email: `${role}@nachra.test` }, data: { preferedLanguage: 'ar' } });
    const documents = (uid: string) => cms.strapi.documents(uid as 'plugin::newsletter.issue');
    for (const one of await documents('plugin::newsletter.issue').findMany())
      issueIn[String(one['language'])] = one.documentId;
    const [first] = await documents('plugin::newsletter.article').findMany({
      filters: { language: 'ar', kind: 'company-news' },
    } as never);
    article = first?.documentId ?? '';
    session = await openBrowser();
    page = session.page;
    await mkdir(pictures, { recursive: true });
  });
  afterAll(async () => {
    await session?.close();
    await cms?.close();
  });

  const root = () => page.locator('[lang="ar"][dir="rtl"]').first();
  const directionOf = (selector: string) =>
    page.evaluate<string>(`getComputedStyle(document.querySelector(${JSON.stringify(selector)})).direction`);
  /** In a window of a desk and of a small notebook. */
  const shots = async (name: string) => {
    for (const [width, height] of [
      [1440, 900],
      [1280, 720],
    ] as const) {
      await page.setViewportSize({ width, height });
      await page.screenshot({ path: path.join(pictures, `${name}-${String(width)}.png`) });
    }
    await page.setViewportSize({ width: 1440, height: 900 });
  };
  const expectArabic = async () => {
    // What is set apart within a sentence is a name or a title.
    const said = (await page.evaluate<string>(saidByDesk)).replace(/\u2068[^\u2069]*\u2069/g, '');
    expect(said).toMatch(/\p{Script=Arabic}/u);
    expect(latinWordsIn(said, known)).toEqual([]);
    expect(said).not.toMatch(/[٠-٩]/);
  };

  it('is chosen before one signs in, and where one lands', async () => {
    await page.goto(`${cms.url}/admin`);
    await page.getByRole('combobox', { name: 'Langue de l’interface' }).click();
    await page.getByRole('option', { name: 'العربية' }).click();
    await page.getByText('مرحبًا بكم في Nachra').waitFor();
    await shots('1-sign-in');
    await page.getByLabel('العنوان الإلكتروني').fill(`${role}@nachra.test`);
    await page.getByLabel('كلمة المرور').first().fill('Correct-Horse-1');
    await page.getByRole('button', { name: 'تسجيل الدخول' }).click();
    await page.getByRole('heading', { name: 'مكتب التحرير', level: 1 }).waitFor();
    await page.getByText('ما عليّ القيام به').waitFor();
    expect(await directionOf('h1')).toBe('rtl');
    // Strapi’s frame stays as it is; what opens above the page follows the desk.
    expect([await directionOf('#strapi'), await directionOf('body')]).toEqual(['ltr', 'rtl']);
    await page.getByText('كل الأعداد').waitFor();
    await shots('2-desk');
    await expectArabic();
  });

  it('shows a number from the right, and its mail as it is', async () => {
    await page.goto(`${cms.url}/admin/plugins/newsletter/issues/${issueIn['fr'] ?? ''}`);
    const mail = page.frameLocator('iframe[title="الرسالة على الحاسوب"]');
    await mail.locator('body').waitFor();
    expect(await mail.locator('html').getAttribute('dir')).toBe('ltr');
    expect(await directionOf('[role="tablist"]')).toBe('rtl');
    const [preview, steps] = await Promise.all([
      page.getByRole('region', { name: 'المعاينة' }).boundingBox(),
      page.getByRole('region', { name: 'المرحلة' }).boundingBox(),
    ]);
    expect(preview?.x).toBeGreaterThan(steps?.x ?? Infinity);
    await shots('3-issue');
    await page.getByRole('button', { name: /^تقديم للمراجعة/ }).click();
    const dialog = page.getByRole('alertdialog').or(page.getByRole('dialog'));
    await dialog.waitFor();
    expect(await directionOf('[role="alertdialog"], [role="dialog"]')).toBe('rtl');
    await shots('4-dialog');
    await page.keyboard.press('Escape');
    // Findings quote titles, so what else is said is looked at where these are Arabic.
    await page.goto(`${cms.url}/admin/plugins/newsletter/issues/${issueIn['ar'] ?? ''}`);
    await mail.locator('body').waitFor();
    expect(await mail.locator('html').getAttribute('dir')).toBe('rtl');
    await expectArabic();
  });

  it('composes with the structure to the right and the mail to the left', async () => {
    await page.goto(`${cms.url}/admin/plugins/newsletter/issues/${issueIn['ar'] ?? ''}/compose`);
    await page.frameLocator('iframe[title="الرسالة على الحاسوب"]').locator('body').waitFor();
    const boxes = await Promise.all(
      [
        page.getByRole('navigation', { name: 'بنية العدد' }),
        page.getByRole('region', { name: 'الاستمارة' }),
        page.getByRole('region', { name: 'الرسالة', exact: true }),
      ].map((pane) => pane.boundingBox()),
    );
    const [structure = 0, form = 0, live = 0] = boxes.map((box) => box?.x);
    expect(structure).toBeGreaterThan(form);
    expect(form).toBeGreaterThan(live);
    await shots('5-composer');
    await expectArabic();
    // The line between form and mail goes where the arrow points.
    const line = page.getByRole('separator', { name: 'عرض الرسالة' });
    const before = await line.boundingBox();
    await line.press('ArrowLeft');
    await expect.poll(async () => (await line.boundingBox())?.x).toBeLessThan(before?.x ?? 0);
  });

  it('stands beside the form of an article, and names its fields', async () => {
    await page.goto(
      `${cms.url}/admin/content-manager/collection-types/plugin::newsletter.article/${article}`,
    );
    await page.getByLabel(/^النوع/).waitFor();
    await page.getByRole('toolbar', { name: 'التنسيق' }).waitFor();
    await page.getByText('عرضه في النشرة').waitFor();
    await page
      .getByText('الترجمة إلى')
      .or(page.getByText('اللغات', { exact: true }))
      .first()
      .waitFor();
    expect(await directionOf('[role="toolbar"]')).toBe('rtl');
    await shots('6-article');
    await expectArabic();
  });

  it('has every page of the desk from the right, in Arabic', async () => {
    for (const [at, heading] of [
      ['prepare', 'تحضير عدد'],
      ['suppressions', 'العناوين المستبعدة'],
      ['notices', 'رسائلي'],
      ['holds', 'الإرسال الموقوف'],
    ] as const) {
      await page.goto(`${cms.url}/admin/plugins/newsletter/${at}`);
      await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
      expect(await root().getAttribute('dir')).toBe('rtl');
      await shots(`7-${at}`);
      await expectArabic();
    }
  });
});
