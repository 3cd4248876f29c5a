import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { openBrowser, signIn, type BrowserSession } from './browser';
import type { RunningCms } from './cms';

const article = 'plugin::newsletter.article';

/** A document with what the admin does not show. */
export type StoredDocument = Record<string, unknown> & { documentId: string; revision: number };

const documentsOf = (cms: RunningCms, uid: string) => cms.strapi.documents(uid as typeof article);

/** Two people in two browsers, signed in to one admin, and what they do there. */
export interface TwoPeople {
  /** May edit; signed in as `nachra-editor`. */
  leila: BrowserSession;
  /** May publish, send and change the institution; signed in as `nachra-publisher`. */
  karim: BrowserSession;
  /** Opens the form of a document anew. */
  open: (who: BrowserSession, uid: string, documentId: string) => Promise<void>;
  /** Opens the form of the institution anew. */
  openInstitution: (who: BrowserSession) => Promise<void>;
  save: (who: BrowserSession) => Promise<void>;
  /** Saves, and waits until the server has taken it. */
  saved: (who: BrowserSession) => Promise<void>;
  dialogOf: (who: BrowserSession) => Locator;
  picture: (who: BrowserSession, name: string) => Promise<unknown>;
  documents: (uid: string) => ReturnType<typeof documentsOf>;
  stored: (uid: string, documentId: string) => Promise<StoredDocument | null>;
  /** A new article at revision 1, not published. */
  newArticle: (title: string) => Promise<string>;
  close: () => Promise<void>;
}

/** @param pictures the folder under `test-results` for what the browsers show */
export async function twoPeople(cms: RunningCms, pictures: string): Promise<TwoPeople> {
  const folder = path.resolve('test-results', pictures);
  await mkdir(folder, { recursive: true });
  const [leila, karim] = await Promise.all([openBrowser(), openBrowser()]);
  await signIn(cms, leila, 'nachra-editor');
  await signIn(cms, karim, 'nachra-publisher');
  const documents = (uid: string) => documentsOf(cms, uid);
  const go = async ({ page }: BrowserSession, address: string) => {
    await page.goto('about:blank');
    await page.goto(`${cms.url}/admin/content-manager/${address}`);
    await page.getByRole('button', { name: 'Enregistrer' }).waitFor();
  };
  const people: TwoPeople = {
    leila,
    karim,
    documents,
    open: (who, uid, documentId) => go(who, `collection-types/${uid}/${documentId}`),
    openInstitution: (who) => go(who, 'single-types/plugin::newsletter.brand'),
    save: ({ page }) => page.getByRole('button', { name: 'Enregistrer', exact: true }).click(),
    async saved(who) {
      const answer = who.page.waitForResponse(
        (response) => response.request().method() === 'PUT' && response.ok(),
      );
      await people.save(who);
      await answer;
    },
    dialogOf: ({ page }) => page.getByRole('dialog'),
    picture: ({ page }, name) => page.screenshot({ path: path.join(folder, `${name}.png`) }),
    stored: async (uid, documentId) =>
      (await documents(uid).findOne({ documentId, populate: '*' } as never)) as StoredDocument | null,
    async newArticle(title) {
      const body = [{ type: 'paragraph', children: [{ type: 'text', text: 'Texte' }] }];
      const data = { title, kind: 'company-news', language: 'fr', standfirst: 'Chapeau', body };
      return (await documents(article).create({ data } as never)).documentId;
    },
    close: async () => void (await Promise.all([leila.close(), karim.close()])),
  };
  return people;
}
