import type { Locator } from 'playwright-core';
import { expect, it } from 'vitest';
import { paragraph } from '../cms/plugin/newsroom';
import { isFocused } from '../support/browser';
import { aPng } from '../support/pictures';
import { until } from '../support/until';
import { uploadPicture } from '../cms/plugin/uploads';
import { onArticles } from './article-form';

const about = { folder: 'told-of-pictures', known: /localhost:1337\/assets/ };

onArticles('what somebody is told of a picture', about, (forms) => {
  /** Hands a picture over as a browser does when it is dropped or pasted. */
  async function hand(kind: 'drop' | 'paste', selector: string, name: string, bytes: Buffer): Promise<void> {
    await forms().page.evaluate(`{
      const bytes = Uint8Array.from(atob('${bytes.toString('base64')}'), (one) => one.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([bytes], '${name}', { type: 'image/png' }));
      const target = document.querySelector('${selector}');
      const { left, top } = target.getBoundingClientRect();
      const about = { bubbles: true, cancelable: true, clientX: left + 40, clientY: top + 20 };
      target.dispatchEvent(
        '${kind}' === 'drop'
          ? new DragEvent('drop', { ...about, dataTransfer: data })
          : new ClipboardEvent('paste', { ...about, clipboardData: data }),
      );
    }`);
  }

  /** Whether a person sees all of it. */
  async function inSight(button: Locator): Promise<boolean> {
    const box = await button.boundingBox();
    const height = button.page().viewportSize()?.height ?? 0;
    return box !== null && box.y >= 0 && box.y + box.height <= height;
  }

  it('is what is wrong with a picture, as soon as it is put in', async () => {
    const { room, page, open, editor, press, shot, faultsIn } = forms();
    const article = await room.article({ title: 'Image', body: [paragraph('Voici.')] });
    await open(article);
    await editor().click();
    await press('Control+End', 'Enter');
    const chosen = page.waitForEvent('filechooser');
    await page
      .getByRole('toolbar', { name: 'Mise en forme' })
      .getByRole('button', { name: 'Image de cet ordinateur' })
      .click();
    await (await chosen).setFiles({ name: 'petite.png', mimeType: 'image/png', buffer: aPng(320, 180) });
    await editor()
      .getByText(/n’a que 320 px de large et la colonne du message en compte 536/)
      .waitFor();
    await editor().getByLabel('Texte alternatif').fill('Une agence');
    await shot('5-narrow');
    expect(await faultsIn('.body-editor')).toEqual([]);
  });

  it('is asked for the words of a picture that is pasted into a text or dropped there', async () => {
    const { room, page, open, editor, shot } = forms();
    const article = await room.article({ title: 'Images', body: [paragraph('Voici.'), paragraph('Fin.')] });
    await open(article);
    await editor().getByText('Fin.').click();
    const alternatives = editor().getByLabel('Texte alternatif');
    await hand('paste', '.ProseMirror', 'collee.png', aPng(600, 300, 'pasted'));
    await expect.poll(() => alternatives.count()).toBe(1);
    await expect.poll(() => isFocused(alternatives.first())).toBe(true);
    await page.keyboard.type('Collée');
    await hand('drop', '.ProseMirror p', 'deposee.png', aPng(600, 300, 'dropped'));
    await expect.poll(() => alternatives.count()).toBe(2);
    await page.keyboard.type('Déposée');
    await expect
      .poll(() =>
        alternatives.evaluateAll((all) => all.map((one) => (one as unknown as { value: string }).value)),
      )
      .toEqual(['Déposée', 'Collée']);
    await shot('6-handed-over');
  });

  it('is told beside the form which of its pictures do not fit', async () => {
    const { room, page, open, shot } = forms();
    const token = await room.cms.token();
    const { body: file } = await uploadPicture(room.cms, token, aPng(320, 180, 'beside'));
    const article = await room.article({ title: 'À côté', images: [file.id] });
    await open(article);
    await page.getByText(/n’a que 320 px de large/).waitFor();
    await shot('7-beside');
  });

  it('is the same in the composer, where a picture is dropped and what it shows is asked for', async () => {
    const { room, page, press, stored, shot, faultsIn } = forms();
    const article = await room.article({ title: 'Salon à Agadir', body: [paragraph('Récit.')] });
    const issue = await room.issue({ articles: [article] });
    await page.goto(`${room.cms.url}/admin/plugins/newsletter/issues/${issue}/compose`);
    await page
      .getByRole('navigation', { name: 'Structure du numéro' })
      .getByRole('button', { name: 'Salon à Agadir', exact: true })
      .click();
    const field = page.locator('[data-pictures="images"]');
    await field.waitFor();
    await hand('drop', '[data-pictures="images"]', 'salon.png', aPng(320, 180, 'salon'));
    const alternative = field.getByLabel('Texte alternatif');
    await expect.poll(() => isFocused(alternative)).toBe(true);
    await field.getByText(/n’a que 320 px de large/).waitFor();
    await page.keyboard.type('Le stand d’Al Amana');
    await shot('8-dropped');
    // Also in a low window, however high the picture is: the button stands below the words, within sight.
    const button = field.getByRole('button', { name: 'Ajouter l’image' });
    await page.setViewportSize({ width: 1280, height: 640 });
    await field.getByRole('button', { name: 'Ne pas l’ajouter' }).click();
    await hand('drop', '[data-pictures="images"]', 'debout.png', aPng(600, 1_200, 'upright'));
    await expect.poll(() => isFocused(alternative)).toBe(true);
    await page.keyboard.type('Le stand d’Al Amana');
    await expect.poll(() => inSight(button)).toBe(true);
    await shot('8-low');
    await page.evaluate(
      `document.querySelector('[data-pictures="images"] img').scrollIntoView({ block: 'end' })`,
    );
    await expect.poll(() => inSight(button)).toBe(true);
    await page.setViewportSize({ width: 1440, height: 900 });
    expect(await faultsIn('[data-pictures="images"]')).toEqual([]);
    await press('Enter');
    await until(
      () => stored(article),
      ({ images }) => images[0]?.alternativeText === 'Le stand d’Al Amana' && images[0].width === 600,
    );
    await shot('9-added');
  });
});
