import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  articleKinds,
  articleLayouts,
  articlePicturePlace,
  bodyPicturePlace,
  pictureFormats as formatsOfRenderer,
} from '@nachra/renderer';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pixelsOf, seenPart } from '../../../cms/plugin/shared/picture-cut';
import * as ofAdmin from '../../../cms/plugin/shared/picture-places';
import { loadPlugin } from '../../support/cms';
import { repositoryRoot } from '../../support/repository';
import { pictureFolders } from './picture-store';

const { cutPicture } =
  loadPlugin<typeof import('../../../cms/plugin/server/src/editions/cut-picture')>('editions/cut-picture');
const { openCutStore } =
  loadPlugin<typeof import('../../../cms/plugin/server/src/editions/cut-store')>('editions/cut-store');

/** Red to the left, green to the right. */
const halves = (width = 800, height = 400) =>
  sharp({ create: { width, height, channels: 3, background: '#ff0000' } }).composite([
    {
      input: { create: { width: width / 2, height, channels: 3, background: '#00ff00' } },
      left: width / 2,
      top: 0,
    },
  ]);
const right = { x: 0.5, y: 0, width: 0.5, height: 1 };

/** The mean of red and green. */
async function colours(bytes: Buffer): Promise<string> {
  const { channels } = await sharp(bytes).removeAlpha().stats();
  const [red, green] = channels.map(({ mean }) => mean > 127);
  return [red && 'red', green && 'green'].filter(Boolean).join(' ');
}

describe('what is seen of a picture', () => {
  const size = { width: 800, height: 400 };

  it('is the largest part of the sides of its place, in the middle or about the focal point, within the crop', () => {
    expect(pixelsOf(seenPart(size, {}, [1, 1]), size)).toEqual({
      left: 200,
      top: 0,
      width: 400,
      height: 400,
    });
    expect(pixelsOf(seenPart(size, { focus: { x: 0.9, y: 0.1 } }, [1, 1]), size).left).toBe(400);
    expect(pixelsOf(seenPart(size, { crop: right }, [4, 1]), size)).toMatchObject({ left: 400, height: 100 });
    expect(seenPart(size, { crop: right, focus: { x: 0, y: 0 } }, [1, 1])).toEqual(right);
    expect(seenPart(size, { crop: right }, null)).toEqual(right);
    expect(seenPart(size, {}, null)).toEqual({ x: 0, y: 0, width: 1, height: 1 });
  });

  it('is never beyond the picture, and at least one pixel', () => {
    for (const ratio of [[100, 1], [1, 100], [3, 2], null] as const)
      for (const focus of [{ x: 0, y: 0 }, { x: 1, y: 1 }, undefined]) {
        const crop = { x: 0.99, y: 0.99, width: 0.01, height: 0.01 };
        const { left, top, width, height } = pixelsOf(
          seenPart({ width: 3, height: 2 }, { crop, focus }, ratio),
          {
            width: 3,
            height: 2,
          },
        );
        expect([left + width <= 3, top + height <= 2, width >= 1, height >= 1]).not.toContain(false);
      }
  });
});

describe('the places of a mail', () => {
  it('are those of the renderer in the admin as well, and as wide as the columns of the theme', () => {
    expect(ofAdmin.pictureFormats).toEqual(formatsOfRenderer);
    for (const layout of articleLayouts) {
      expect(ofAdmin.bodyPicturePlace(layout)).toBe(bodyPicturePlace(layout));
      for (const kind of articleKinds)
        for (const [articleAt, at] of [
          [0, 0],
          [0, 1],
          [1, 0],
        ] as const)
          expect(ofAdmin.articlePicturePlace({ kind, layout, articleAt, at })).toBe(
            articlePicturePlace({ kind, layout, articleAt, at }),
          );
    }
    const { measures } = JSON.parse(readFileSync(path.join(repositoryRoot, 'emails/theme.json'), 'utf8')) as {
      measures: { wide: number; card: number };
    };
    const { cover, lead, article, card, free, 'free-in-card': inCard } = formatsOfRenderer;
    expect(new Set([cover, lead, article, free].map(({ width }) => width))).toEqual(new Set([measures.wide]));
    expect([card.width, inCard.width]).toEqual([measures.card, measures.card]);
  });
});

describe('a picture that is cut', () => {
  const cut = { framing: { crop: right }, ratio: [1, 1] as const, widest: 100 };

  it('is the part that is seen, as small as its place needs, and never enlarged', async () => {
    const made = await cutPicture(await halves().jpeg().toBuffer(), cut);
    expect(made).toMatchObject({ width: 100, height: 100 });
    expect(await colours(made?.bytes ?? Buffer.alloc(0))).toBe('green');
    expect(await cutPicture(await halves(80, 40).png().toBuffer(), cut)).toMatchObject({ width: 40 });
  });

  it('is cut as people see it, however the camera was held', async () => {
    const lying = await halves().jpeg().withMetadata({ orientation: 6 }).toBuffer();
    const lower = { ...cut, framing: { crop: { x: 0, y: 0.5, width: 1, height: 0.5 } } };
    // Turned to the right: its left is above.
    expect(await colours((await cutPicture(lying, lower))?.bytes ?? Buffer.alloc(0))).toBe('green');
    const made = await cutPicture(lying, lower);
    expect((await sharp(made?.bytes).metadata()).orientation ?? 1).toBe(1);
  });

  it('keeps all frames of an animation, and is a format that mail clients show', async () => {
    const frames = await Promise.all([halves().png().toBuffer(), halves().negate().png().toBuffer()]);
    const gif = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
    const made = await cutPicture(gif, cut);
    expect(await sharp(made?.bytes, { animated: true }).metadata()).toMatchObject({
      ...{ format: 'gif', pages: 2, pageHeight: 100, width: 100 },
    });
    expect(made).toMatchObject({ width: 100, height: 100 });
    const webp = await cutPicture(await halves().webp().toBuffer(), cut);
    expect((await sharp(webp?.bytes).metadata()).format).toBe('jpeg');
    expect(await cutPicture(Buffer.from('no picture'), cut)).toBeNull();
  });

  describe('once', () => {
    let folders: ReturnType<typeof pictureFolders>;
    beforeEach(() => {
      folders = pictureFolders();
    });
    afterEach(() => folders.remove());

    it('is the same for ever, whatever a library would write today, and made anew when its file is lost', async () => {
      const assets = folders.open({ warn: () => undefined, error: () => undefined });
      const directory = path.join(folders.folder, 'cuts');
      const open = () => openCutStore(directory, 40_000_000, assets);
      const source = await halves().jpeg().toBuffer();
      const first = await open().keep(source, cut);
      expect(await open().keep(source, cut)).toEqual(first);
      // As if it had been written by another version.
      const [file = ''] = readdirSync(directory);
      const earlier = await assets.keepPicture(await halves(90, 90).png().toBuffer());
      const name = 'name' in earlier ? earlier.name : '';
      writeFileSync(path.join(directory, file), JSON.stringify({ name, width: 90, height: 90 }));
      expect(await open().keep(source, cut)).toEqual({ name, width: 90, height: 90 });
      writeFileSync(path.join(folders.folder, name), 'spoilt');
      expect(await open().keep(source, cut)).toEqual(first);
      expect(await open().keep(source, { ...cut, widest: 50 })).toMatchObject({ width: 50 });
      // More pixels than may be opened.
      expect(
        await openCutStore(directory, 1_000, assets).keep(await halves(82, 40).png().toBuffer(), cut),
      ).toBeNull();
    });
  });
});
