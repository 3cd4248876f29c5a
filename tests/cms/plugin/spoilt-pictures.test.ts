import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import { drawingName, parseIssue, renderIssue, type Edition } from '@nachra/renderer';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadPlugin } from '../../support/cms';
import { amanews242 } from '../../support/issue';
import { aPng } from '../../support/pictures';

type Assets = typeof import('../../../cms/plugin/server/src/editions/asset-store');
type Frozen = typeof import('../../../cms/plugin/server/src/campaigns/approvals/frozen-edition');
type Elsewhere = typeof import('../../../cms/plugin/server/src/editions/picture-elsewhere');

describe('a picture whose file was changed', () => {
  let folder: string;
  let uploads: string;
  let logged: string[];
  let edition: Edition;
  let asked: number;

  beforeAll(async () => {
    edition = await renderIssue(parseIssue(amanews242()), {
      images: { mode: 'linked', assetBase: 'https://news.example.test/assets' },
    });
  });
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'nachra-assets-'));
    uploads = mkdtempSync(path.join(tmpdir(), 'nachra-uploads-'));
    [logged, asked] = [[], 0];
  });
  afterEach(() => {
    for (const each of [folder, uploads]) rmSync(each, { recursive: true, force: true });
  });

  const open = () => {
    const at = ({ event }: { event: string }) => void logged.push(event);
    const elsewhere = (name: string) => {
      asked += 1;
      return loadPlugin<Elsewhere>('editions/picture-elsewhere').pictureElsewhere(uploads, name);
    };
    const log = { error: at, warn: at } as never;
    return loadPlugin<Assets>('editions/asset-store').openAssetStore(folder, 40_000_000, { log, elsewhere });
  };
  const kept = async (bytes: Buffer): Promise<string> => {
    const outcome = await open().keepPicture(bytes);
    if (!('name' in outcome)) throw new Error('no picture');
    return outcome.name;
  };

  it('is not handed out, and the log says so once, however often it is asked for', async () => {
    const name = await kept(aPng(20, 20, 'own'));
    writeFileSync(path.join(folder, name), aPng(20, 20, 'other'));
    const store = open();
    for (let times = 0; times < 3; times += 1) expect(await store.find(name)).toBeNull();
    expect(await store.holds(name)).toBe(false);
    expect([logged, asked]).toEqual([['picture.spoilt'], 1]);
    writeFileSync(path.join(folder, name), aPng(20, 20, 'own'));
    expect(await store.find(name)).toEqual(aPng(20, 20, 'own'));
  });

  it('is put back from the upload that it is a copy of', async () => {
    const bytes = aPng(20, 20, 'own');
    const name = await kept(bytes);
    writeFileSync(path.join(uploads, 'palm.png'), bytes);
    writeFileSync(path.join(folder, name), bytes.subarray(0, 40));
    expect(await open().find(name)).toEqual(bytes);
    expect(await readFile(path.join(folder, name))).toEqual(bytes);
    expect(logged).toEqual(['picture.put-back']);
  });

  it('is put back from the edition that it was drawn for, when that is kept or shown', async () => {
    const [drawing] = edition.assets;
    if (!drawing) throw new Error('no drawing');
    const file = path.join(folder, drawing.name);
    const bytes = Buffer.from(drawing.base64, 'base64');
    await open().keep(edition);
    for (const again of ['remember', 'keep'] as const) {
      const store = open();
      writeFileSync(file, aPng(20, 20, 'other'));
      await store[again](edition);
      expect(await store.find(drawing.name)).toEqual(bytes);
      expect(readFileSync(file)).toEqual(bytes);
    }
  });

  it.each(['uploaded', 'drawn'] as const)(
    'keeps what was approved from being sent where it was %s and is nowhere to be put back from',
    async (how) => {
      const { approvedEdition, freezeEdition } = loadPlugin<Frozen>('campaigns/approvals/frozen-edition');
      const uploaded = await kept(aPng(20, 20, 'own'));
      const draft = { masthead: {}, sections: [] };
      const frozen = await freezeEdition(open(), edition, draft, 'https://news.example.test');
      const record = { ...frozen, pictures: [...frozen.pictures, uploaded], number: 242, language: 'fr' };
      // Another process, which remembers no drawing.
      expect((await approvedEdition(open(), record as never)).assets).toHaveLength(edition.assets.length);
      const picture = how === 'uploaded' ? uploaded : (edition.assets[0]?.name ?? '');
      writeFileSync(path.join(folder, picture), aPng(20, 20, 'other'));
      await expect(approvedEdition(open(), record as never)).rejects.toMatchObject({
        ...{ code: 'PICTURE_LOST', data: { number: 242, language: 'fr', picture } },
      });
    },
  );

  it('counts as the same drawing when another zlib has written it, and as none with anything else in it', () => {
    const [drawing] = edition.assets;
    const bytes = Buffer.from(drawing?.base64 ?? '', 'base64');
    for (const { name, base64 } of edition.assets)
      expect(drawingName(Buffer.from(base64, 'base64'))).toBe(name);
    const at = bytes.indexOf('IDAT');
    const length = bytes.readUInt32BE(at - 4);
    expect(drawingName(Buffer.concat([bytes, Buffer.from('<script>')]))).toBeNull();
    expect(drawingName(bytes.subarray(0, -20))).toBeNull();
    const other = Buffer.from(bytes);
    const palette = other.indexOf('PLTE') + 4;
    other.writeUInt8(other.readUInt8(palette) ^ 1, palette);
    expect(drawingName(other)).not.toBe(drawing?.name);
    const stored = deflateSync(Buffer.alloc(9), { level: 0 });
    const size = Buffer.alloc(4);
    size.writeUInt32BE(stored.length);
    const short = Buffer.concat([
      ...[bytes.subarray(0, at - 4), size, Buffer.from('IDAT'), stored, bytes.subarray(at + 4 + length)],
    ]);
    expect(drawingName(short)).toBeNull();
  });
});
