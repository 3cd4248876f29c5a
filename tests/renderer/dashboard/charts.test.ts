import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { load } from 'cheerio';
import { afterAll, describe, expect, it } from 'vitest';
import { plain, withoutSpaces } from '../../support/mail-text';
import { halfYear, issueOf, linked, render, years, type Indicator, type Language } from './a-dashboard';

const periods = [...years, halfYear];
const loans: Indicator = { label: 'Prêts débloqués', values: [195673, null, 95838], chart: 'bars' };

const bytesOf = (base64: string) => Buffer.from(base64, 'base64');

/** The picture of an issue's only chart, decoded: palette colours by row, and the file. */
async function drawn(indicator: Indicator, language?: Language) {
  const { assets, html } = await render(issueOf(periods, [indicator], language), linked);
  expect(assets.length).toBe(1);
  const [asset] = assets;
  return { asset: asset!, png: bytesOf(asset!.base64), image: load(html)('.tile.more img') };
}

describe('a chart', () => {
  it('is a small PNG with a palette, more than twice as large as it is shown', async () => {
    const { asset, png, image } = await drawn(loans);
    expect(png.subarray(0, 8)).toEqual(Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]));
    expect(png[25]).toBe(3); // indexed colour
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([asset.width, asset.height]);
    expect(asset.width).toBeGreaterThanOrEqual(2 * Number(image.attr('width')));
    expect(png.length).toBeLessThan(12 * 1024);
    expect(asset.sha256).toBe(createHash('sha256').update(png).digest('hex'));
    expect(asset.contentId).toBe(asset.name.replace('.png', '@assets.nachra'));
  });

  it('can be read by any PNG decoder: every checksum is right and every row is present', async () => {
    const { png, asset } = await drawn(loans);
    const chunks = new Map<string, Buffer>();
    for (let at = 8; at < png.length;) {
      const length = png.readUInt32BE(at);
      chunks.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + length));
      at += length + 12;
    }
    expect([...chunks.keys()]).toEqual(['IHDR', 'PLTE', 'IDAT', 'IEND']);
    expect(inflateSync(chunks.get('IDAT')!).length).toBe(((asset.width ?? 0) + 1) * (asset.height ?? 0));
  });

  it('has the same bytes for the same figures, and a different name for different figures', async () => {
    const [one, again, other] = await Promise.all([
      drawn(loans),
      drawn(loans),
      drawn({ ...loans, values: [195673, null, 95000] }),
    ]);
    expect(again.png.equals(one.png)).toBe(true);
    expect(other.asset.name).not.toBe(one.asset.name);
  });

  it('draws a missing value as a dash, unlike a zero', async () => {
    const zero = await drawn({ ...loans, values: [195673, 0, 95838] });
    expect((await drawn(loans)).asset.name).not.toBe(zero.asset.name);
  });

  it('draws a partial period differently from a full one', async () => {
    const whole = [...years, { ...halfYear, partial: false }];
    const { assets } = await render(issueOf(whole, [loans]), linked);
    expect(assets[0]?.name).not.toBe((await drawn(loans)).asset.name);
  });

  it('has not changed in any of the three languages', async () => {
    const names: Record<string, string> = {};
    for (const language of ['fr', 'en', 'ar'] as const)
      for (const chart of ['bars', 'line'] as const)
        names[`${language} ${chart}`] = (await drawn({ ...loans, chart }, language)).asset.name;
    // A name is a digest of the pixels: it changes with fonts, ECharts, resvg and our own drawing code. Look at the charts before `-u`.
    expect(names).toMatchSnapshot();
  });
});

describe('the alternative text of a chart', () => {
  it('states every figure in full, and which are missing or partial', async () => {
    const { image } = await drawn(loans);
    expect(plain(image.attr('alt') ?? '')).toBe(
      'Graphique. Prêts débloqués : 2021 : 195 673 ; 2022 : non disponible ; 30/06/2023 (période partielle) : 95 838.',
    );
  });

  it('states them in lines that do not touch, where pictures are off', async () => {
    // Thunderbird gives such a text the line height of the table it stands in.
    const { image } = await drawn({ ...loans, highlight: true });
    expect(image.attr('style')).toMatch(/font-size:14px;line-height:2\dpx/);
    // In the colour of the text around it, which is another one in the dark.
    expect(image.attr('style')).not.toContain('color');
  });

  it('does so in English and in Arabic too', async () => {
    expect(plain((await drawn(loans, 'en')).image.attr('alt') ?? '')).toBe(
      'Chart. Prêts débloqués: 2021: 195,673; 2022: not available; 30/06/2023 (part of a year): 95,838.',
    );
    expect(plain((await drawn(loans, 'ar')).image.attr('alt') ?? '')).toContain(
      '30/06/2023 (فترة جزئية): 95.838',
    );
  });
});

describe('an author’s text in a chart', () => {
  it.each([
    '</text><script>alert(1)</script>',
    '"><img src=x onerror=y>',
    '&amp; {b} {a|b} $& ]]>',
    'أ\u202eب',
  ])('%s is text: in the picture and in its words', async (attack) => {
    const [first, ...others] = periods;
    const issue = issueOf([{ ...first!, label: attack }, ...others], [{ ...loans, label: attack }]);
    const { html, assets } = await render(issue, linked);
    expect(assets.length).toBe(1);
    const page = load(html);
    expect(page('script, [onerror]').length).toBe(0);
    expect(page('.tile.more img').length).toBe(1);
    const said = withoutSpaces(page('.tile.more img').attr('alt') ?? '');
    expect(said).toContain(withoutSpaces(attack).replace('\u202e', ''));
  });
});

describe('charts reach the reader', () => {
  it('as links to their names below the asset base', async () => {
    const { asset, image } = await drawn(loans);
    expect(image.attr('src')).toBe(`https://news.example.test/assets/${asset.name}`);
    expect(asset.name).toMatch(/^[0-9a-f]{32}\.png$/);
  });

  it('embedded, by the content id of their message part', async () => {
    const { html, assets } = await render(issueOf(periods, [loans]), { mode: 'embedded' });
    expect(load(html)('.tile.more img').attr('src')).toBe(`cid:${assets[0]?.contentId}`);
  });

  it('not at all if no way is given: the tile has no chart, and no link is broken', async () => {
    const { html, assets } = await render(issueOf(periods, [loans]));
    expect(assets).toEqual([]);
    expect(load(html)('.tile').length).toBe(1);
    expect(load(html)('.tile img').length).toBe(0);
  });

  it('and count in the edition’s hash', async () => {
    const hashes = [linked, { mode: 'embedded' } as const, undefined].map(
      async (images) => (await render(issueOf(periods, [loans]), images)).hash,
    );
    expect(new Set(await Promise.all(hashes)).size).toBe(3);
  });
});

describe('nachra render', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'nachra-charts-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('writes the charts beside the HTML that links to them', () => {
    const { status } = spawnSync(process.execPath, [
      'renderer/bin/nachra.js',
      'render',
      'emails/samples/amanews-242.json',
      '--out',
      folder,
    ]);
    expect(status).toBe(0);
    const page = load(readFileSync(path.join(folder, 'index.html'), 'utf8'));
    const sources = page('.tile.more img')
      .toArray()
      .map((image) => page(image).attr('src') ?? '');
    expect(sources.length).toBe(2);
    for (const source of sources) {
      expect(source).toMatch(/^assets\//);
      expect(readFileSync(path.join(folder, source)).toString('latin1', 1, 4)).toBe('PNG');
    }
  });
});
