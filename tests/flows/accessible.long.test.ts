import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { composeBoundIssue } from '../cms/plugin/bound-issue';
import { openNewsroom, paragraph, type Newsroom } from '../cms/plugin/newsroom';
import { openBrowser, signIn, type BrowserSession } from '../support/browser';
import { chromium, describeWith } from '../support/requires';
import { within } from '../support/slowness.mts';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const pictures = path.resolve('test-results', 'accessible');
const grave = ['serious', 'critical'];

describeWith([chromium])('axe finds nothing serious', () => {
  let room: Newsroom;
  let session: BrowserSession;
  let page: Page;
  let issue: string;
  let article: string;
  let translation: string;

  beforeAll(async () => {
    room = await openNewsroom({ SERVE_ADMIN: 'true' });
    session = await openBrowser({ width: 1280, height: 720 });
    page = session.page;
    await mkdir(pictures, { recursive: true });
    ({ issue } = await composeBoundIssue(room));
    article = await room.article({
      title: 'Caravane à Fès',
      body: [paragraph('La caravane a réuni 412 clients.')],
    });
    const begun = await room.desk<{ documentId: string }>('POST', `/articles/${article}/translations`, {
      language: 'en',
    });
    translation = begun.body.documentId;
    await signIn(room.cms, session, 'nachra-publisher');
  });
  afterAll(async () => {
    await session?.close();
    await room?.close();
  });

  const desk = () => `${room.cms.url}/admin/plugins/newsletter`;
  /** What axe has to say of what is ours on the page, where it is serious; the mail in its frame has a judge of its own. */
  async function faults(part: string): Promise<string[]> {
    await page.evaluate(axe);
    const { violations } = await page.evaluate<AxeResults>(
      `axe.run({ include: [['${part}']], exclude: [['iframe']] }, { iframes: false })`,
    );
    return violations
      .filter(({ impact }) => grave.includes(impact ?? ''))
      .flatMap(({ id, nodes }) =>
        nodes.map(({ html, any }) => `${id}: ${html.slice(0, 200)} ${any[0]?.message ?? ''}`),
      );
  }
  const structure = () => page.getByRole('navigation', { name: 'Structure du numéro' });
  const open = async (address: string, seen: string | RegExp) => {
    await page.goto(address);
    await page.getByText(seen).first().waitFor();
  };
  /** What is looked at, by what brings it to the screen, in this order. */
  const looks: Record<string, () => Promise<void>> = {
    'the composer': async () => {
      await open(`${desk()}/issues/${issue}/compose`, 'En-tête et objet');
      await page.frameLocator('iframe[title]').locator('h1, h2, h3').first().waitFor();
    },
    'its findings': async () => {
      await page
        .getByRole('button', { name: /remarque/i })
        .first()
        .click();
      await page.getByRole('button', { name: 'Tout vérifier' }).click();
      await page.getByText(/^Vérification complète/).waitFor();
    },
    'its form of an article, with the editor of bodies': async () => {
      await structure()
        .getByRole('listitem')
        .getByRole('listitem')
        .first()
        .getByRole('button')
        .nth(1)
        .click();
      await page.getByRole('textbox', { name: 'Texte', exact: true }).waitFor();
    },
    'its picker of articles': async () => {
      await structure().getByRole('button', { name: 'Ajouter un article…' }).first().click();
      await page.getByText('Caravane à Fès').first().waitFor();
    },
    'its sheet of figures': async () => {
      await structure().getByRole('button', { name: 'Chiffres', exact: true }).click();
      await page.getByRole('grid').first().waitFor();
    },
    'its form of an agenda': async () => {
      await structure().getByRole('button', { name: 'Agenda', exact: true }).click();
      await page
        .getByRole('textbox', { name: /^Titre/ })
        .first()
        .waitFor();
    },
    'the page that translates': async () => {
      await open(`${desk()}/articles/${translation}/translate`, 'La caravane a réuni 412 clients.');
    },
    'the page of the number, where it is reviewed': async () => {
      await open(`${desk()}/issues/${issue}`, 'Contrôles');
      await page.getByRole('combobox', { name: 'À propos de' }).waitFor();
    },
    'the editor of bodies in the content manager': async () => {
      await page.goto(
        `${room.cms.url}/admin/content-manager/collection-types/plugin::newsletter.article/${article}`,
      );
      await page.getByRole('textbox', { name: 'Texte', exact: true }).waitFor();
    },
  };

  it.each(['light', 'dark'])(
    'on what is ours: %s',
    async (theme) => {
      await page.evaluate(`localStorage.setItem('STRAPI_THEME', '${theme}')`);
      const found: Record<string, string[]> = {};
      for (const [name, look] of Object.entries(looks)) {
        await look();
        found[name] = await faults(name.includes('content manager') ? '.body-editor' : 'main');
        const file = `${theme}-${Object.keys(found).length}.png`;
        await page.screenshot({ path: path.join(pictures, file) });
      }
      expect(found).toEqual(Object.fromEntries(Object.keys(looks).map((name) => [name, []])));
    },
    within(240_000),
  );
});
