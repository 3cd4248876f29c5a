import { load } from 'cheerio';
import sharp from 'sharp';
import { beforeAll, expect, it } from 'vitest';
import { uids } from '../../../cms/plugin/shared/uids';
import { paragraph } from './newsroom';
import { onEachDatabase } from './on-each-database';
import { storedBytes, uploadPicture, type UploadedFile } from './uploads';

const publicUrl = 'http://news.example.test';
const right = { x: 0.5, y: 0, width: 0.5, height: 1 };

onEachDatabase('a framed picture', { PUBLIC_URL: publicUrl, SMTP_URL: 'smtp://127.0.0.1:9' }, (opened) => {
  let file: UploadedFile;
  let whole: Buffer;
  beforeAll(async () => {
    const half = { width: 900, height: 1_000, channels: 3, background: '#00ff00' } as const;
    const bytes = await sharp({ create: { ...half, width: 1_800, background: '#ff0000' } })
      .composite([{ input: { create: half }, left: 900, top: 0 }])
      .jpeg()
      .toBuffer();
    const author = await opened().cms.token('nachra-author');
    file = (await uploadPicture(opened().cms, author, bytes, { name: 'palm.jpg', type: 'image/jpeg' })).body;
    whole = await storedBytes(opened().cms, file.url);
  });

  /** The pictures of a mail: their addresses, their pixels and whether they are green alone. */
  async function pictures(issue: string) {
    const page = load((await opened().preview(issue)).html);
    const sources = page('img[alt="Un palmier"]').toArray();
    return Promise.all(
      sources.map(async (image) => {
        const src = page(image).attr('src') ?? '';
        const answer = await fetch(src.replace(publicUrl, opened().cms.url));
        const bytes = Buffer.from(await answer.arrayBuffer());
        const { width, height } = await sharp(bytes).metadata();
        const { channels } = await sharp(bytes).stats();
        const isGreen = (channels[0]?.mean ?? 0) < 20;
        return { src, shown: page(image).attr('width'), pixels: `${width} × ${height}`, isGreen };
      }),
    );
  }
  const framed = (framing: object) => ({ images: [file.id], imageTexts: [{ framing }] });

  it('is cut for the format of each place, from the file itself, which stays as it is', async () => {
    const room = opened();
    const article = await room.article(framed({ of: file.url, crop: right }));
    const editorial = await room.article({ ...framed({ crop: right }), kind: 'editorial' });
    const untouched = await room.article({ images: [file.id] });
    const articles = (layout: string, ...list: string[]) => ({
      ...{ __component: 'newsletter-section.articles', heading: layout, layout },
      articles: list,
    });
    const block = { type: 'image', image: { ...pick(file), crop: right }, children: [] };
    const issue = await room.issue({
      cover: file.id,
      coverFraming: { focus: { x: 1, y: 0 } },
      sections: [
        articles('lead', article, editorial),
        articles('cards', article),
        articles('list', article, untouched),
        { __component: 'newsletter-section.image', picture: file.id, framing: { crop: right } },
        { __component: 'newsletter-section.text', heading: 'Mot', body: [paragraph('Ici.'), block] },
      ],
    });
    const seen = (await pictures(issue)).map(({ shown, pixels, isGreen }) => [shown, pixels, isGreen]);
    expect(seen).toEqual([
      // A focal point at the edge cuts nothing of a picture that is narrower than its place.
      ['536', '1072 × 536', false],
      ['536', '900 × 600', true],
      ['160', '320 × 320', true],
      ['252', '504 × 378', true],
      ['536', '900 × 506', true],
      ['536', expect.stringMatching(/^1000 × /), false],
      ['536', '900 × 1000', true],
      ['536', '900 × 1000', true],
    ]);
    expect(await storedBytes(room.cms, file.url)).toEqual(whole);
  });

  it('ends an approval when it is framed anew, and is what was sent as long as it is not', async () => {
    const room = opened();
    const article = await room.article(framed({ crop: right }));
    const sections = [
      { __component: 'newsletter-section.articles', heading: 'Une', layout: 'list', articles: [article] },
    ];
    const issue = await room.approved({ sections });
    const [before] = await pictures(issue);
    const token = await room.cms.token();
    const framing = { crop: { ...right, x: 0 } };
    const saved = await room.save(uids.article, article, { imageTexts: [{ framing }] }, token);
    expect(saved.status).toBe(200);
    await room.reaches(issue, 'drafting');
    const [after] = await pictures(issue);
    expect(after?.isGreen).toBe(false);
    expect(after?.src).not.toBe(before?.src);
    // What was sent with it before is still there.
    const kept = await fetch((before?.src ?? '').replace(publicUrl, room.cms.url));
    expect(kept.status).toBe(200);
  });

  it('is not cut by what was made for another file', async () => {
    const room = opened();
    const article = await room.article(framed({ of: '/uploads/another.jpg', crop: right }));
    const issue = await room.issue({
      sections: [
        { __component: 'newsletter-section.articles', heading: 'Une', layout: 'list', articles: [article] },
      ],
    });
    expect((await pictures(issue)).map(({ isGreen }) => isGreen)).toEqual([false]);
  });

  it.each([
    ['reaches beyond the picture', { crop: { ...right, x: 0.6 } }],
    ['has no width', { crop: { ...right, width: 0 } }],
    ['is no number', { crop: { ...right, x: '0' } }],
    ['is negative', { focus: { x: -0.1, y: 0 } }],
    ['says what nobody knows', { crop: right, cut: true }],
    ['is a text', 'crop'],
    ['is a list', [right]],
  ])('is refused with a sentence where it %s', async (_what, framing) => {
    const room = opened();
    const article = await room.article({ images: [file.id] });
    const token = await room.cms.token();
    const save = await room.save(uids.article, article, { imageTexts: [{ framing }] }, token);
    expect(save).toMatchObject({
      status: 400,
      body: {
        error: {
          details: { errors: [{ path: ['imageTexts', '0', 'framing'], code: 'FRAMING_INVALID' }] },
        },
      },
    });
    expect(JSON.stringify(save.body)).toMatch(/Cadrage/);
    const issue = await room.issue();
    const ofIssue = await room.save(uids.issue, issue, { coverFraming: framing }, token);
    expect(ofIssue.status).toBe(400);
  });

  it('that was written past all checks is the contract’s to refuse', async () => {
    const room = opened();
    const issue = await room.issue({ cover: file.id });
    await room.cms.strapi.db
      .query(uids.issue)
      .updateMany({ where: { documentId: issue }, data: { coverFraming: { crop: { ...right, x: 0.9 } } } });
    expect(JSON.stringify(await room.detail(issue))).toContain('le cadre sort de l’image');
  });
});

/** What a body stores of a file. */
function pick({ url }: UploadedFile) {
  return { url, alternativeText: 'Un palmier', width: 1_800, height: 1_000 };
}
