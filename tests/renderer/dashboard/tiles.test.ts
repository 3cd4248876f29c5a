import { load } from 'cheerio';
import { parseIssue, issueJsonSchema } from '@nachra/renderer';
import { describe, expect, it } from 'vitest';
import { amanews242 } from '../../support/issue';
import { plain } from '../../support/mail-text';
import { halfYear, issueOf, linked, render, years, type Indicator } from './a-dashboard';

const periods = [...years, halfYear];
const plainTile = (label: string): Indicator => ({
  label,
  values: [1, 2, 3],
  measure: 'stock',
  highlight: true,
});

describe('tiles', () => {
  it('are only the highlighted indicators, two per row; a single last one takes the whole width', async () => {
    const { html } = await render(
      issueOf(periods, [
        plainTile('un'),
        plainTile('deux'),
        { label: 'caché', values: [1, 2, 3] },
        plainTile('trois'),
      ]),
    );
    const page = load(html);
    const rows = page('.tiles tr:has(.tile)').toArray();
    expect(rows.map((row) => page(row).find('.tile').length)).toEqual([2, 1]);
    expect(page(rows[1]).find('.tile').attr('colspan')).toBe('3');
    expect(page('.tiles').text()).not.toContain('caché');
  });

  it('add nothing if no indicator is highlighted', async () => {
    const { html, text } = await render(issueOf(periods, [{ label: 'x', values: [1, 2, 3] }]));
    expect(load(html)('.tiles, .tile').length).toBe(0);
    expect(text).not.toContain('- x');
  });

  it('state the unit after the figure, and not again in the label', async () => {
    const { html } = await render(
      issueOf(periods, [{ ...plainTile('Encours (KDH)'), unit: 'KDH', values: [1, 2, 2919240] }]),
    );
    const page = load(html);
    expect(plain(page('.tile p').first().text())).toBe('Encours');
    expect(plain(page('.tile p.key').text())).toBe('2 919 240 KDH');
  });

  it('are a layout table to screen readers, which skip arrows and read missing figures', async () => {
    const { html } = await render(
      issueOf(periods, [plainTile('un'), { ...plainTile('deux'), values: [1, 2, null] }]),
    );
    const page = load(html);
    expect(page('.tiles > table, table:has(> tbody > tr > .tile)').first().attr('role')).toBe('presentation');
    expect(page('.tile [aria-hidden=true]').text()).toBe('▲');
    const missing = page('.tile [aria-label], td > [role=img]');
    expect(missing.toArray().map((one) => page(one).attr('aria-label'))).toEqual([
      'non disponible',
      'non disponible',
    ]);
    expect(missing.text()).toBe('––');
  });

  it('are side by side without a style sheet, with widths that Word understands', async () => {
    const { html } = await render(issueOf(periods, [plainTile('un'), plainTile('deux')]));
    const page = load(html);
    expect(
      page('.tile, .gap')
        .toArray()
        .map((cell) => page(cell).attr('width')),
    ).toEqual(['260', '16', '260']);
    expect(page('.tile').attr('bgcolor')).toMatch(/^#/);
  });

  it('are in the text part too', async () => {
    const { text } = await render(issueOf(periods, [plainTile('Agences')]));
    expect(plain(text)).toContain('- Agences 3 +50,0 %, en hausse par rapport au 31 décembre 2022');
  });

  it('are aligned right in Arabic, with each figure and its sign isolated', async () => {
    const { html } = await render(
      issueOf(periods, [{ ...plainTile('الوكالات'), values: [1, 4, 3], chart: 'bars' }], 'ar'),
      linked,
    );
    const page = load(html);
    expect(page('.tile.more').attr('style')).toContain('padding-right:0');
    expect(page('.tile b span[dir=ltr]').text()).toBe('−25,0%');
    expect(page.html('.tiles')).not.toMatch(/text-align:left|direction:ltr|align="left"/);
  });

  it('are part of the contract and its JSON Schema', () => {
    const schema = JSON.stringify(issueJsonSchema());
    for (const field of ['"highlight"', '"chart"', '"measure"', '"stock"', '"flow"', '"bars"', '"line"'])
      expect(schema).toContain(field);
    const [section] = parseIssue(issueOf(periods, [{ label: 'x', values: [1, 2, 3] }])).sections;
    expect(section).toMatchObject({
      dashboard: { groups: [{ indicators: [{ highlight: false, measure: 'flow' }] }] },
    });
    expect(() =>
      parseIssue(issueOf(periods, [{ label: 'x', values: [1, 2, 3], chart: 'pie' as never }])),
    ).toThrow(
      expect.objectContaining({
        problems: [
          expect.objectContaining({ code: 'not-one-of', values: { options: ['bars', 'line'] } }) as unknown,
        ],
      }) as Error,
    );
  });
});

describe('N° 242', () => {
  it('highlights six indicators, two with a chart, and stays below 85 KiB', async () => {
    const edition = await render(amanews242(), linked);
    const page = load(edition.html);
    expect(page('.tile:not(.more)').length).toBe(6);
    expect(page('.tile.more img').length).toBe(2);
    expect(edition.sizeBytes).toBeLessThan(85 * 1024);
    expect(
      edition.assets.map(({ base64 }) => Buffer.from(base64, 'base64').length < 12 * 1024),
    ).not.toContain(false);
  });
});
