import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { load } from 'cheerio';
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

describe('a picture of the media library', () => {
  let room: Newsroom;
  let token: string;
  let count = 0;
  beforeAll(async () => {
    room = await openNewsroom({ PUBLIC_URL: publicUrl });
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
