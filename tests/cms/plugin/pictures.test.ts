import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { load } from 'cheerio';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPng } from '../../support/pictures';
import { openNewsroom, paragraph, type Newsroom } from './newsroom';
import { storedBytes, uploadPicture, type UploadedFile } from './uploads';

const publicUrl = 'http://news.example.test';

/** A picture in a body as the Blocks editor writes it: a copy of the file's data. */
const inBody = ({ id, url }: UploadedFile, origin = '') => ({
  type: 'image',
  image: {
    ...{ id, name: 'palm.png', alternativeText: 'Un palmier', caption: '', previewUrl: '', formats: null },
    ...{ url: `${origin}${url}`, width: 9, height: 9, hash: 'a', ext: '.png', mime: 'image/png', size: 1 },
    ...{ provider: 'local', createdAt: '2026-01-01T00:00:00Z', updatedAt: '2026-01-01T00:00:00Z' },
  },
  children: [{ type: 'text', text: '' }],
});

/** Which edges of a picture are red; and whether it is wide. */
async function edges(bytes: Buffer): Promise<string[]> {
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const isRed = (x: number, y: number) => (data[(y * width + x) * 3 + 1] ?? 0) < 128;
  const places = {
    top: [width >> 1, 2],
    bottom: [width >> 1, height - 3],
    left: [2, height >> 1],
    right: [width - 3, height >> 1],
  } as const;
  const red = Object.entries(places).flatMap(([name, [x, y]]) => (isRed(x, y) ? [name] : []));
  return [...red, width > height ? 'wide' : 'high'];
}

describe('a picture of the media library', () => {
  let room: Newsroom;
  let token: string;
  let count = 0;
  beforeAll(async () => {
    // Nothing leaves: a mail server is only named.
    room = await openNewsroom({ PUBLIC_URL: publicUrl, SMTP_URL: 'smtp://127.0.0.1:9' });
    token = await room.cms.token();
  });
  afterAll(() => room.close());

  const upload = async (bytes = aPng(60, 40, `picture ${++count}`), id?: number) =>
    (await uploadPicture(room.cms, token, bytes, id === undefined ? {} : { id })).body;
  const sourcesIn = (html: string) => {
    const page = load(html);
    return page('img')
      .toArray()
      .map((image) => page(image).attr('src') ?? '');
  };
  const served = async (source: string) => {
    const answer = await fetch(source.replace(publicUrl, room.cms.url));
    return { answer, bytes: Buffer.from(await answer.arrayBuffer()) };
  };
  const brandId = async () =>
    (await room.cms.strapi.documents('plugin::newsletter.brand' as 'plugin::newsletter.issue').findFirst())
      ?.documentId ?? '';

  it('is put back from the upload while only half of its copy is there, as after a power cut', async () => {
    const issue = await room.issue({ cover: (await upload()).id });
    expect((await room.approve(issue)).status).toBe(200);
    const name = /assets\/([0-9a-f]{32}\.png)/.exec(JSON.stringify(await room.preview(issue)))?.[1] ?? '';
    const file = path.join(room.cms.dataDir, 'assets', name);
    const whole = await readFile(file);
    await writeFile(file, whole.subarray(0, 40));
    const list = await room.list('Une image à moitié', ['reader@half.test']);
    expect((await room.send(issue, [list], '2099-01-01T00:00:00Z')).body.error).toBeUndefined();
    expect(await readFile(file)).toEqual(whole);
    // Whoever opens the mail later is answered in the same way.
    await writeFile(file, aPng(60, 40, 'another'));
    expect((await served(`${publicUrl}/assets/${name}`)).bytes).toEqual(whole);
  });

  it('is named by its content wherever an issue can show one, drafts included', async () => {
    const [inArticle, cover, logo, inText, inArticleBody, own] = await Promise.all(
      [1, 2, 3, 4, 5, 6].map(() => upload()),
    );
    const files = [inArticle, cover, logo, inText, inArticleBody, own] as UploadedFile[];
    await room.update('plugin::newsletter.brand', await brandId(), { logo: logo?.id });
    const article = await room.article(
      {
        images: [inArticle?.id],
        body: [paragraph('Voici.'), inBody(inArticleBody as UploadedFile, publicUrl)],
      },
      { published: false },
    );
    const absolute = inBody(inText as UploadedFile);
    const issue = await room.issue({
      cover: cover?.id,
      sections: [
        { __component: 'newsletter-section.articles', heading: 'Une', layout: 'list', articles: [article] },
        { __component: 'newsletter-section.text', heading: 'Mot', body: [paragraph('Ici.'), absolute] },
        { __component: 'newsletter-section.image', picture: own?.id },
      ],
    });
    const { html } = await room.preview(issue);
    expect(html).not.toContain('/uploads/');
    const shown = await Promise.all(sourcesIn(html).map(served));
    for (const file of files) {
      const bytes = await storedBytes(room.cms, file.url);
      expect(shown.filter(({ bytes: other }) => other.equals(bytes)).length).toBeGreaterThan(0);
    }
    await room.update('plugin::newsletter.brand', await brandId(), { logo: null });
  });

  it('is served as what it is, may be kept for ever, and is nothing else to a browser', async () => {
    const file = await upload();
    const issue = await room.issue({ cover: file.id });
    const source =
      sourcesIn((await room.preview(issue)).html).find((each) => each.includes('/assets/')) ?? '';
    const { answer } = await served(source);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/png',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    });
  });

  it('that is replaced gives another edition, and the picture of before is still served', async () => {
    const file = await upload();
    const article = await room.article({ images: [file.id] });
    const issue = await room.issue({ articles: [article] });
    const before = await room.preview(issue);
    const [source = ''] = sourcesIn(before.html).filter((each) => each.includes('/assets/'));
    const { bytes } = await served(source);
    const replaced = await upload(aPng(60, 40, 'another'), file.id);
    expect(replaced.url).toBe(file.url);
    const after = await room.preview(issue);
    expect(after.hash).not.toBe(before.hash);
    expect(sourcesIn(after.html)).not.toContain(source);
    expect((await served(source)).bytes).toEqual(bytes);
  });

  it('is taken in the rendition that fits a mail', async () => {
    const large = await upload(aPng(1500, 20, 'large'));
    const issue = await room.issue({ cover: large.id });
    const shown = await Promise.all(sourcesIn((await room.preview(issue)).html).map(served));
    const rendition = await storedBytes(room.cms, large.formats?.['large']?.url ?? '');
    expect(shown.some(({ bytes }) => bytes.equals(rendition))).toBe(true);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'stands upright in the library and in the edition however the camera was held (%i), and does not say where',
    async (orientation) => {
      const half = (background: string) => ({
        create: { width: 600, height: 400, channels: 3 as const, background },
      });
      const photo = await sharp(half('#ffffff'))
        .extend({ top: 400, background: '#ff0000' })
        .withExif({ IFD0: { Orientation: String(orientation) }, IFD3: { GPSLatitude: '34/1 0/1 0/1' } })
        .withMetadata({ orientation })
        .jpeg()
        .toBuffer();
      const { body: file } = await uploadPicture(room.cms, token, photo, {
        name: 'a.jpg',
        type: 'image/jpeg',
      });
      const { html } = await room.preview(await room.issue({ cover: file.id }));
      const shown = await Promise.all(
        sourcesIn(html)
          .filter((each) => each.includes('/assets/'))
          .map(served),
      );
      const stored = [file.url, ...Object.values(file.formats ?? {}).map(({ url }) => url)];
      const files = [...(await Promise.all(stored.map((url) => storedBytes(room.cms, url))))];
      expect(files.length).toBeGreaterThan(3);
      expect(shown.length).toBeGreaterThan(0);
      for (const bytes of [...files, ...shown.map(({ bytes: each }) => each)]) {
        const { exif, orientation: noted } = await sharp(bytes).metadata();
        expect([exif, noted]).toEqual([undefined, undefined]);
        expect(await edges(bytes)).toEqual(await edges(await sharp(photo).autoOrient().jpeg().toBuffer()));
      }
    },
  );

  it('is named by its content in the preview of an article too', async () => {
    const file = await upload();
    const article = await room.article({ images: [file.id] }, { published: false });
    const { body } = await room.cms.call<{ data: { url: string } }>(
      'GET',
      `/content-manager/preview/url/plugin::newsletter.article?documentId=${article}&status=draft`,
      { token },
    );
    const page = new URL(body.data.url, room.cms.url);
    const html = await (await fetch(`${room.cms.url}${page.pathname}/mail`)).text();
    expect(html).toContain(`${publicUrl}/assets/`);
    expect(html).not.toContain('/uploads/');
  });

  it('lies in the folder of assets once, however often it is shown', async () => {
    const bytes = aPng(60, 40, 'twice');
    const files = [await upload(bytes), await upload(bytes)];
    const folder = path.join(room.cms.dataDir, 'assets');
    await room.preview(await room.issue({ cover: files[0]?.id }));
    const before = await readdir(folder);
    await room.preview(await room.issue({ cover: files[1]?.id }));
    const after = await readdir(folder);
    expect(after.length).toBe(before.length);
    expect(after.filter((name) => !/^[0-9a-f]{32}\.\w+$/.test(name))).toEqual([]);
  });
});
