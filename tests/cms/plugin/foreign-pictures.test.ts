import http, { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { aPng, beginnings, flatPng } from '../../support/pictures';
import { openNewsroom, paragraph, type Newsroom, type Refused } from './newsroom';

const publicUrl = 'http://news.example.test';
const host = 'http://pictures.example.org';

/** A server of pictures on this machine, which the CMS reaches by a name that stands for a public address. */
describe('a picture on another server', () => {
  let room: Newsroom;
  let server: Server;
  let port: number;
  let palm = aPng(60, 40, 'palm');
  let photo: Buffer;
  const files: Record<string, () => Buffer> = {
    '/palm.png': () => palm,
    '/photo.jpg': () => photo,
    '/page.png': () => beginnings.html,
    '/drawing.png': () => beginnings.svg,
    '/vast.png': () => flatPng(16_000, 16_000),
    '/broken.png': () => aPng().subarray(0, 24),
    '/heavy.png': () => Buffer.concat([palm, Buffer.alloc(9 * 1024 * 1024)]),
  };

  beforeAll(async () => {
    server = createServer(({ url = '' }, response) => {
      const file = files[url];
      if (!file) return void response.writeHead(404).end();
      response.end(file());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    ({ port } = server.address() as AddressInfo);
    room = await openNewsroom({ PUBLIC_URL: publicUrl });
  });
  afterAll(async () => {
    await room?.close();
    server.close();
  });
  beforeEach(() => {
    const { request } = http;
    vi.spyOn(http, 'request').mockImplementation(((
      url: string,
      options: http.RequestOptions,
      told: never,
    ) => {
      if (!url.startsWith(host)) return request(url, options, told);
      return request(url.replace(host, `http://127.0.0.1:${port}`), { ...options, lookup: undefined }, told);
    }) as never);
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  const issueWith = async (...urls: string[]) => {
    const pictures = urls.map((url) => ({
      type: 'image',
      image: {
        ...{
          name: 'palm.png',
          alternativeText: 'Un palmier',
          caption: '',
          url,
          previewUrl: '',
          formats: null,
        },
        ...{ width: 9, height: 9, hash: 'a', ext: '.png', mime: 'image/png', size: 1, provider: 'other' },
        ...{ createdAt: '2026-01-01T00:00:00Z', updatedAt: '2026-01-01T00:00:00Z' },
      },
      children: [{ type: 'text', text: '' }],
    }));
    return room.issue({ articles: [await room.article({ body: [paragraph('Voici.'), ...pictures] })] });
  };
  const submit = (issue: string) => room.desk<Refused>('POST', `/issues/${issue}/submit`);
  const nameIn = (html: string) => /\/assets\/([0-9a-f]{32}\.png)/.exec(html)?.[1] ?? '';
  const served = async (name: string) =>
    Buffer.from(await (await fetch(`${room.cms.url}/assets/${name}`)).arrayBuffer());

  it('is in the way of an approval until the issue is put up for review, which copies it', async () => {
    const issue = await issueWith(`${host}/palm.png`);
    expect((await room.detail(issue)).obstacles).toMatchObject([{ code: 'picture-foreign' }]);
    expect((await room.preview(issue)).html).toContain(`${host}/palm.png`);
    expect((await submit(issue)).status).toBe(200);
    const { html } = await room.preview(issue);
    expect(html).not.toContain(host);
    expect(await served(nameIn(html))).toEqual(palm);
    expect((await room.detail(issue)).obstacles).toEqual([]);
  });

  it('that changes afterwards changes nothing, until the issue is put up for review again', async () => {
    const issue = await issueWith(`${host}/palm.png`);
    await submit(issue);
    const before = nameIn((await room.preview(issue)).html);
    palm = aPng(60, 40, 'another palm');
    expect(nameIn((await room.preview(issue)).html)).toBe(before);
    await room.desk('POST', `/issues/${issue}/withdraw`);
    await submit(issue);
    expect(await served(nameIn((await room.preview(issue)).html))).toEqual(palm);
  });

  it.each(['jpeg', 'png', 'webp'] as const)(
    'is copied upright, and without what its camera noted: %s',
    async (format) => {
      photo = await sharp(aPng(60, 20, format))
        .withExif({ IFD3: { GPSLatitude: '34/1 0/1 0/1' } })
        .withMetadata({ orientation: 6 })
        .toFormat(format)
        .toBuffer();
      const issue = await issueWith(`${host}/photo.jpg`);
      await submit(issue);
      const { html } = await room.preview(issue);
      const name = /\/assets\/([0-9a-f]{32}\.\w+)/.exec(html)?.[1] ?? '';
      const { width, height, orientation, exif } = await sharp(await served(name)).metadata();
      expect([width, height, orientation, exif]).toEqual([20, 60, undefined, undefined]);
    },
  );

  it.each([
    ['that is gone', `${host}/gone.png`, 'unreachable'],
    ['that is a page', `${host}/page.png`, 'no-picture'],
    ['that is a drawing which may run script', `${host}/drawing.png`, 'no-picture'],
    ['of which only the beginning comes', `${host}/broken.png`, 'no-picture'],
    ['of 256 million pixels in 31 KB', `${host}/vast.png`, 'too-many-pixels'],
    ['of more than 8 MiB', `${host}/heavy.png`, 'too-large'],
    ['on this machine', 'http://127.0.0.1:9/palm.png', 'private'],
    ['in a private network', 'http://192.168.1.20/palm.png', 'private'],
    ['behind a name of this machine', 'http://localhost:9/palm.png', 'private'],
  ])(
    '%s is refused with a code and a sentence, and the issue stays where it is',
    async (_what, url, fault) => {
      const issue = await issueWith(url);
      const { status, body } = await submit(issue);
      expect([status, body.error.details]).toMatchObject([
        409,
        { code: 'PICTURE_NOT_COPIED', data: { pictures: [{ address: url, fault }] } },
      ]);
      expect(body.error.message).toContain(url);
      expect((await room.detail(issue)).stage).toBe('drafting');
    },
  );
});
