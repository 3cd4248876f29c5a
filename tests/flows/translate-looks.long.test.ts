import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { uids } from '../../cms/plugin/shared/uids';
import { openNewsroom, paragraph, type Newsroom } from '../cms/plugin/newsroom';
import { openBrowser, signIn, type BrowserSession } from '../support/browser';
import { chromium, describeWith } from '../support/requires';
import { latinWordsIn } from '../support/latin-words';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const pictures = path.resolve('test-results', 'translate');

/** A long article, some paragraphs of which were joined in its translation. */
describeWith([chromium])('a translation beside its original, as its readers see it', () => {
  let room: Newsroom;
  let session: BrowserSession;
  let page: Page;
  let arabic: string;

  beforeAll(async () => {
    room = await openNewsroom({ SERVE_ADMIN: 'true' });
    session = await openBrowser({ width: 1280, height: 720 });
    page = session.page;
    await mkdir(pictures, { recursive: true });
    const french = await room.article({
      title: 'Caravane à Fès',
      body: [
        paragraph(
          'La caravane a réuni 412 clients autour de l’épargne, le 12 septembre 2023, à la place Boujloud.',
        ),
        paragraph('Les ateliers ont porté sur le crédit responsable et sur la gestion d’un petit budget.'),
        paragraph('Au total, 37 agents ont accueilli les visiteurs pendant les trois journées.'),
      ],
    });
    arabic = await room.article({
      title: 'قافلة بفاس',
      language: 'ar',
      body: [
        paragraph(
          'جمعت القافلة 412 زبونا حول الادخار، يوم 12 شتنبر 2023، بساحة بوجلود. وتناولت الورشات القرض المسؤول وتدبير الميزانية الصغيرة.',
        ),
        paragraph('واستقبل 73 مستخدما الزوار طوال الأيام الثلاثة.'),
      ],
    });
    await room.desk('POST', `/articles/${arabic}/original`, { original: french });
    await signIn(room.cms, session, 'nachra-editor');
    await room.cms.strapi.db
      .query('admin::user')
      .update({ where: { email: 'nachra-editor@nachra.test' }, data: { preferedLanguage: 'ar' } });
  });
  afterAll(async () => {
    await session?.close();
    await room?.close();
  });

  const axeFinds = async () => {
    await page.evaluate(axe);
    const { violations } = await page.evaluate<{
      violations: { id: string; impact: string; nodes: { html: string }[] }[];
    }>(`axe.run({ include: [['main']] })`);
    return violations.map(({ id, impact, nodes }) => [id, impact, nodes[0]?.html]);
  };

  it('stands from the right with the desk in Arabic, all of it in Arabic, and axe finds nothing', async () => {
    await page.goto(`${room.cms.url}/admin/plugins/newsletter/articles/${arabic}/translate`);
    await page.getByText('La caravane a réuni 412 clients').waitFor();
    await page.getByText('الأصل', { exact: true }).waitFor();
    const [original, written] = [
      await page.getByText('الأصل', { exact: true }).boundingBox(),
      await page.getByText('الترجمة', { exact: true }).boundingBox(),
    ];
    expect(original?.x).toBeGreaterThan(written?.x ?? Infinity);
    await page.screenshot({ path: path.join(pictures, '7-arabic.png'), fullPage: true });
    const said = await page.evaluate<string>(
      `[...document.querySelectorAll('main p, main h1, main h2, main button, main label')]
        .filter((element) => !element.closest('[lang="fr"], [contenteditable]'))
        .map((element) => element.textContent).join('\\n')`,
    );
    expect(latinWordsIn(said.replace(/\u2068[^\u2069]*\u2069/g, ''), ['FR', 'AR', 'Caravane à Fès'])).toEqual(
      [],
    );
    expect(await axeFinds()).toEqual([]);
  });

  it('keeps what stands behind joined paragraphs beside its own, and tells the figure that differs there', async () => {
    // Between isolates, so that each figure keeps its order.
    await page
      .getByText(/\u206873\u2069.*\u206837\u2069|\u206837\u2069.*\u206873\u2069/)
      .first()
      .waitFor();
    await page.getByText('مترجمة مع الفقرة السابقة').waitFor();
    const [one, other] = await Promise.all(
      [page.getByText('Au total, 37 agents'), page.getByText('واستقبل 73 مستخدما')].map((text) =>
        text.boundingBox(),
      ),
    );
    expect(Math.abs((one?.y ?? 0) - (other?.y ?? 999))).toBeLessThan(32);
    // One pixel is of Strapi's frame.
    expect(
      await page.evaluate('document.documentElement.scrollWidth - window.innerWidth'),
    ).toBeLessThanOrEqual(1);
  });

  it('is found by the preflight of the issue, in the words of the person', async () => {
    const { translationOf } = (await room.cms.strapi
      .documents(uids.article)
      .findOne({ documentId: arabic })) as unknown as { translationOf: string };
    await room.issue({ number: 530, articles: [translationOf] });
    const issue = await room.issue({ number: 530, language: 'ar', articles: [arabic] });
    await page.goto(`${room.cms.url}/admin/plugins/newsletter/issues/${issue}`);
    await page
      .getByText(/أرقام «.*قافلة بفاس.*» تختلف في النسخة الفرنسية/)
      .first()
      .waitFor();
    await page.screenshot({ path: path.join(pictures, '8-arabic-finding.png') });
  });
});
