import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { load } from 'cheerio';
import { simpleParser, type ParsedMail } from 'mailparser';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TestSendResponse } from '../../../cms/plugin/shared/desk';
import { aPng } from '../../support/pictures';
import type { SmtpSink } from '../../support/smtp-sink';
import { brand, paragraph, type Newsroom } from './newsroom';
import { openSendingNewsroom } from './sending-newsroom';

const publicUrl = 'http://news.example.test';

describe('pictures that the brand wants embedded', () => {
  let sink: SmtpSink;
  let room: Newsroom;
  let folder: string;
  let brandId: string;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'nachra-upload-'));
    ({ sink, room } = await openSendingNewsroom({ PUBLIC_URL: publicUrl }));
    const row = await room.cms.strapi
      .documents('plugin::newsletter.brand' as 'plugin::newsletter.issue')
      .findFirst();
    brandId = row?.documentId ?? '';
  });
  beforeEach(() => choose('embedded'));
  afterAll(async () => {
    await room?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const choose = (images: 'linked' | 'embedded' | null) =>
    room.update('plugin::newsletter.brand', brandId, { ...brand, images });

  /** Uploads a picture as the media library does, which compresses it. @returns its id, and the file that it made */
  async function upload(bytes: Buffer, name = 'palm.png'): Promise<{ id: number; stored: Buffer }> {
    const filepath = path.join(folder, name);
    await writeFile(filepath, bytes);
    const service: { upload(request: object): Promise<{ id: number; url: string }[]> } = room.cms.strapi
      .plugin('upload')
      .service('upload');
    const [file] = await service.upload({
      data: { fileInfo: { alternativeText: 'Un palmier' } },
      files: { filepath, originalFilename: name, mimetype: 'image/png', size: bytes.length },
    });
    const { id = 0, url = '' } = file ?? {};
    return { id, stored: await readFile(path.join(room.cms.dataDir, 'public', url)) };
  }
  const issueWith = async ({ id }: { id: number }) =>
    room.issue({ articles: [await room.article({ images: [id] })] });
  const sources = (html: string | false | undefined) => {
    const page = load(html || '');
    return page('img')
      .toArray()
      .map((image) => page(image).attr('src') ?? '');
  };
  const read = async (address: string): Promise<ParsedMail> => {
    await sink.messageTo(address);
    return simpleParser(sink.rawTo(address), { keepCidLinks: true });
  };
  const expectCarried = (mail: ParsedMail, bytes: Buffer) => {
    const shown = sources(mail.html);
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.filter((source) => !source.startsWith('cid:'))).toEqual([]);
    expect(mail.attachments.map(({ cid }) => `cid:${cid}`).sort()).toEqual([...new Set(shown)].sort());
    expect(mail.attachments.some(({ content }) => content.equals(bytes))).toBe(true);
  };

  it('are in every message and every test, uploads too, and linked wherever there is no message', async () => {
    const file = await upload(aPng(120, 90, 'sent'));
    const issue = await issueWith(file);
    const { html, hash } = await room.preview(issue);
    const linked = sources(html);
    for (const source of linked)
      expect(source).toMatch(/^http:\/\/news\.example\.test\/assets\/[0-9a-f]{32}\.\w+$/);

    const tested = await room.desk<TestSendResponse>('POST', `/issues/${issue}/test`, {
      addresses: ['test@embedded.test'],
    });
    expect(tested.body.results).toMatchObject([{ accepted: true }]);
    expectCarried(await read('test@embedded.test'), file.stored);

    expect((await room.approve(issue)).status).toBe(200);
    const list = await room.list('Incorporées', ['amal@embedded.test']);
    const { body: campaign } = await room.send(issue, [list]);
    expectCarried(await read('amal@embedded.test'), file.stored);
    await room.complete(campaign.id);

    const { number, approval } = await room.detail(issue);
    expect(approval?.hash).toBe(hash);
    const page = await room.cms.call<string>('GET', `/issues/${number}`);
    expect(sources(page.body)).toEqual(linked);
    const served = await Promise.all(
      linked.map(async (source) => {
        const answer = await fetch(source.replace(publicUrl, room.cms.url));
        expect(answer.headers.get('content-type')).toBe('image/png');
        return Buffer.from(await answer.arrayBuffer());
      }),
    );
    expect(served.some((bytes) => bytes.equals(file.stored))).toBe(true);
  });

  it('void an approval when the brand changes its mind, or the picture its bytes', async () => {
    const issue = await issueWith(await upload(aPng(60, 40, 'mind')));
    expect((await room.approve(issue)).status).toBe(200);
    const { hash } = await room.preview(issue);
    await choose('linked');
    expect((await room.detail(issue)).stage).toBe('drafting');
    expect((await room.preview(issue)).hash).not.toBe(hash);
    await choose('embedded');
    expect((await room.preview(issue)).hash).toBe(hash);
  });

  it('of more than 500 KiB are an obstacle, in words that say what to do', async () => {
    const issue = await issueWith(await upload(aPng(740, 740, 'heavy'), 'heavy.png'));
    const { obstacles } = await room.detail(issue);
    expect(obstacles.map(({ message }) => message)).toEqual([
      expect.stringMatching(/incorporées pèsent \d{3} Kio, plus que les 500 Kio/) as string,
    ]);
    expect((await room.approve(issue)).status).toBe(409);
    await choose('linked');
    expect((await room.detail(issue)).obstacles).toEqual([]);
  });

  it('stay linked, with a finding, where the address is no upload of ours', async () => {
    const foreign = [
      'http://127.0.0.1:1/uploads/a.png',
      `${publicUrl}/uploads/../../ledger.db`,
      `${publicUrl}/a.png`,
    ];
    for (const url of foreign) {
      const image = {
        ...{ name: 'a.png', alternativeText: 'Un palmier', caption: '', url, previewUrl: '', formats: null },
        ...{ width: 9, height: 9, hash: 'a', ext: '.png', mime: 'image/png', size: 1, provider: 'local' },
        ...{ createdAt: '2026-01-01T00:00:00Z', updatedAt: '2026-01-01T00:00:00Z' },
      };
      const body = [paragraph('Voici.'), { type: 'image', image, children: [{ type: 'text', text: '' }] }];
      const issue = await room.issue({ articles: [await room.article({ body })] });
      const { findings } = await room.detail(issue);
      expect(findings.map(({ rule }) => rule)).toContain('image-not-embedded');
    }
  });

  it('are linked where the brand says nothing', async () => {
    await choose(null);
    const issue = await issueWith(await upload(aPng(60, 40, 'none')));
    await room.desk('POST', `/issues/${issue}/test`, { addresses: ['linked@embedded.test'] });
    const mail = await read('linked@embedded.test');
    expect(mail.attachments).toEqual([]);
    expect(sources(mail.html).some((source) => source.startsWith(`${publicUrl}/assets/`))).toBe(true);
  });
});
