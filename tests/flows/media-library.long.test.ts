import { mkdir } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { uids } from '../../cms/plugin/shared/uids';
import { openNewsroom, type Newsroom } from '../cms/plugin/newsroom';
import { uploadPicture } from '../cms/plugin/uploads';
import { openBrowser, signIn, type BrowserSession } from '../support/browser';
import { aPng } from '../support/pictures';
import { chromium, describeWith } from '../support/requires';
import { until } from '../support/until';

/** Where the browser's pictures go, for whoever wants to see what a publisher saw. */
const pictures = 'test-results/media-library';

describeWith([chromium])('a picture of an approved issue, in the media library', () => {
  let room: Newsroom;
  let karim: BrowserSession;

  beforeAll(async () => {
    await mkdir(pictures, { recursive: true });
    room = await openNewsroom({ SERVE_ADMIN: 'true' });
    // The desk of the tests submits and approves as one person.
    const brand = await room.cms.strapi.documents(uids.brand).findFirst();
    await room.update(uids.brand, brand?.documentId ?? '', { fourEyes: 'off' });
    karim = await openBrowser();
    await signIn(room.cms, karim, 'nachra-publisher');
  });
  afterAll(async () => {
    await karim?.close();
    await room?.close();
  });

  /** An approved issue, and its picture, which somebody of a role has uploaded. */
  async function shown(role: string, name: string) {
    const token = await room.cms.token(role);
    const { id } = (await uploadPicture(room.cms, token, aPng(60, 40, name), { name: `${name}.png` })).body;
    const issue = await room.issue({ cover: id });
    expect((await room.approve(issue)).status).toBe(200);
    const { number } = await room.detail(issue);
    return {
      number,
      name,
      left: () => room.cms.strapi.db.query('plugin::upload.file').count({ where: { id } }),
      stage: async () => (await room.detail(issue)).stage,
    };
  }

  /** Deletes a picture by clicks. @returns what the browser said or asked meanwhile */
  async function remove({ page }: BrowserSession, name: string, answer: boolean): Promise<string> {
    let said: string | undefined;
    page.once('dialog', (dialog) => {
      said = dialog.message();
      void (answer ? dialog.accept() : dialog.dismiss());
    });
    await page.goto(`${room.cms.url}/admin/plugins/upload`);
    await page.getByRole('checkbox', { name: new RegExp(name) }).click();
    await page.getByRole('button', { name: 'Supprimer' }).first().click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Confirmer' }).click();
    await until(
      () => said,
      (found) => found !== undefined,
    );
    await page.screenshot({ path: `${pictures}/${name}.png` });
    return said ?? '';
  }

  it('is deleted only after a question that names the issue', async () => {
    const { number, name, left, stage } = await shown('nachra-publisher', 'palmier');
    expect(await remove(karim, name, false)).toContain(`n° ${number}`);
    expect([await stage(), await left()]).toEqual(['approved', 1]);
    await remove(karim, name, true);
    await until(left, (count) => count === 0);
    await until(stage, (found) => found === 'drafting');
  });

  it('is kept from whoever may not take the approval back, with a sentence that names the issue', async () => {
    const { number, name, left, stage } = await shown('nachra-author', 'dattier');
    const author = await openBrowser();
    await signIn(room.cms, author, 'nachra-author');
    const said = await remove(author, name, true);
    await author.close();
    expect(said).toContain(String(number));
    expect([await stage(), await left()]).toEqual(['approved', 1]);
  });
});
