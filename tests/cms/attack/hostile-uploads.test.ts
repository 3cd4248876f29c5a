import { readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { animatedGif, aPng, beginnings, flatPng } from '../../support/pictures';
import { withinNow } from '../../support/slowness.mts';
import { storedBytes, uploadPicture, type UploadedFile } from '../plugin/uploads';
import { startAttackedCms, type AttackedCms } from './attacked-cms';

const megabyte = 1_000_000;

/** 31 KB, and 256 million pixels. */
const bomb = flatPng(16_000, 16_000);

interface Answered {
  status: number;
  message: string;
  code: string | undefined;
}

describe('a CMS that hostile pictures are uploaded to', () => {
  let cms: AttackedCms;
  let apiToken: string;
  beforeAll(async () => {
    cms = await startAttackedCms();
    const body = { name: 'hostile', type: 'full-access', lifespan: null, description: '' };
    const answer = await fetch(`${cms.url}/admin/api-tokens`, {
      method: 'POST',
      headers: { authorization: `Bearer ${cms.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    apiToken = ((await answer.json()) as { data: { accessKey: string } }).data.accessKey;
  });
  afterAll(() => cms?.close());

  const read = async <Body>(route: string) => {
    const answer = await fetch(`${cms.url}${route}`, { headers: { authorization: `Bearer ${cms.token}` } });
    return (await answer.json()) as Body;
  };
  const uploads = async () =>
    (await read<{ pagination: { total: number } }>('/upload/files?pageSize=1')).pagination.total;
  async function post(
    route: string,
    files: readonly (readonly [field: string, bytes: Buffer, name: string, type: string])[],
    extra: Record<string, string> = {},
  ): Promise<Answered> {
    const body = new FormData();
    for (const [field, value] of Object.entries(extra)) body.append(field, value);
    for (const [field, bytes, name, type] of files)
      body.append(field, new Blob([new Uint8Array(bytes)], { type }), name);
    const bearer = route.startsWith('/api/') ? apiToken : cms.token;
    const headers = { authorization: `Bearer ${bearer}`, 'accept-language': 'en' };
    const answer = await fetch(`${cms.url}${route}`, { method: 'POST', headers, body });
    const text = await answer.text();
    const { error } = JSON.parse(text) as { error?: { message: string; details?: { code?: string } } };
    return { status: answer.status, message: error?.message ?? '', code: error?.details?.code };
  }
  const photo = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: '#c8912b' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();

  it('refuses more pixels than it takes by every door, says how many, and nothing has changed', async () => {
    const { body: file } = await uploadPicture(cms, cms.token, aPng());
    const bytes = await storedBytes(cms, file.url);
    const count = await uploads();
    const one = [['files', bomb, 'bomb.png', 'image/png']] as const;
    const info = { fileInfo: JSON.stringify({ name: 'bomb.png' }) };
    const sized = /bomb\.png.*256.*50/;
    for (const [route, files] of [
      ['/upload', one],
      ['/upload/files', one],
      [`/upload?id=${file.id}`, one],
      [`/upload/files/${file.id}/replace`, one],
      ['/upload', [['files', aPng(), 'palm.png', 'image/png'], ...one]],
      ['/api/upload', one],
      [`/api/upload?id=${file.id}`, one],
      ['/admin/project-settings', [['menuLogo', bomb, 'bomb.png', 'image/png']]],
      ['/admin/project-settings', [['authLogo', bomb, 'bomb.png', 'image/png']]],
    ] as const) {
      const answer = await post(route, files, route.includes('settings') || files.length > 1 ? {} : info);
      expect(answer, route).toMatchObject({ status: 400, code: 'PICTURE_TOO_LARGE' });
      expect(answer.message, route).toMatch(sized);
    }
    expect(await uploads()).toBe(count);
    expect(await storedBytes(cms, file.url)).toEqual(bytes);
    expect(await read('/admin/project-settings')).toMatchObject({ menuLogo: null, authLogo: null });
  });

  const script = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  const stub = (type: string) => Buffer.concat([Buffer.from(type, 'latin1'), Buffer.alloc(64)]);

  it.each<[string, Buffer, string, string, string | undefined]>([
    ['a drawing', beginnings.svg, 'palm.png', 'image/png', 'PICTURE_UNREADABLE'],
    ['a drawing with a script', Buffer.from(script), 'palm.jpg', 'image/jpeg', 'PICTURE_UNREADABLE'],
    ['a drawing after a space', Buffer.from(`\n ${script}`), 'palm.gif', 'image/gif', 'PICTURE_UNREADABLE'],
    ['a drawing that says so', beginnings.svg, 'palm.svg', 'image/svg+xml', 'PICTURE_UNREADABLE'],
    ['a document', Buffer.from('%PDF-1.7'), 'palm.pdf', 'application/pdf', 'PICTURE_UNREADABLE'],
    ['a page', beginnings.html, 'palm.png', 'image/png', 'PICTURE_UNREADABLE'],
    ['nothing', Buffer.from(' '), 'palm.png', 'image/png', 'PICTURE_UNREADABLE'],
    ['the beginning of a PNG', aPng().subarray(0, 24), 'palm.png', 'image/png', 'PICTURE_UNREADABLE'],
    ['half a PNG', aPng(90, 90).subarray(0, 9_000), 'palm.png', 'image/png', 'PICTURE_UNREADABLE'],
    ['a TIFF', stub('II*\0'), 'palm.png', 'image/png', 'PICTURE_UNREADABLE'],
    ['a PNG of no size', flatPng(0, 9), 'palm.png', 'image/png', 'PICTURE_UNREADABLE'],
    ['a PNG of 2³¹ × 2³¹', flatPng(2 ** 31 - 1, 0), 'palm.png', 'image/png', 'PICTURE_UNREADABLE'],
    ['a GIF on a vast screen', animatedGif(60_000, 60_000, 1), 'palm.gif', 'image/gif', 'PICTURE_TOO_LARGE'],
    ['a GIF of many frames', animatedGif(400, 400, 400), 'palm.gif', 'image/gif', 'PICTURE_TOO_LARGE'],
  ])('refuses %s as a picture, with a sentence', async (_what, bytes, name, type, code) => {
    const count = await uploads();
    const logos = await read('/admin/project-settings');
    const answer = await post('/upload', [['files', bytes, name, type]]);
    expect(answer).toMatchObject({ status: 400, ...(code && { code }) });
    expect(answer.message).toMatch(/ .*\w/);
    expect(await uploads()).toBe(count);
    // Strapi's own settings refuse what is offered as no picture at all.
    if (name.endsWith('.gif') || name.endsWith('.pdf')) return;
    const logo = await post('/admin/project-settings', [['menuLogo', bytes, name, type]]);
    expect(logo).toMatchObject({ status: 400, code: code ?? 'PICTURE_UNREADABLE' });
    expect(await read('/admin/project-settings')).toEqual(logos);
  });

  it('spends nearly nothing on six of 256 million pixels at once, and answers meanwhile', async () => {
    await post('/upload', [['files', bomb, 'bomb.png', 'image/png']]);
    const { result, cost } = await cms.cost(async () => {
      const all = Promise.all(
        Array.from({ length: 6 }, () => post('/upload', [['files', bomb, 'bomb.png', 'image/png']])),
      );
      const health = await fetch(`${cms.url}/healthz`);
      return [health.status, ...(await all).map(({ code }) => code)];
    });
    expect(result).toEqual([200, ...Array.from({ length: 6 }, () => 'PICTURE_TOO_LARGE')]);
    expect(cost.peak).toBeLessThan(250 * megabyte);
    expect(cost.took).toBeLessThan(withinNow(2_000));
  });

  it('works on one picture at a time, and gives the memory back', async () => {
    const bytes = await photo(7_000, 7_000);
    const { result, cost } = await cms.cost(() =>
      Promise.all(
        [1, 2, 3].map(() => uploadPicture(cms, cms.token, bytes, { type: 'image/jpeg', name: 'a.jpg' })),
      ),
    );
    expect(result.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(cost.peak).toBeLessThan(300 * megabyte);
    expect(cost.kept).toBeLessThan(150 * megabyte);
  });

  it('sets a photograph upright as a logo too', async () => {
    expect(
      await post('/admin/project-settings', [['menuLogo', await photo(60, 20), 'a.jpg', 'image/jpeg']]),
    ).toMatchObject({ status: 200 });
    const { menuLogo } = await read<{ menuLogo: UploadedFile & { width: number; height: number } }>(
      '/admin/project-settings',
    );
    expect(menuLogo).toMatchObject({ width: 20, height: 60 });
    const stored = await sharp(await readFile(path.join(cms.dataDir, 'public', menuLogo.url))).metadata();
    expect([stored.width, stored.height, stored.orientation, stored.exif]).toEqual([
      20,
      60,
      undefined,
      undefined,
    ]);
  });
});
