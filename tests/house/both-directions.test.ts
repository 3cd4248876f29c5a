import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repositoryRoot } from '../support/repository';
import { filesUnder } from '../support/wall';

const admin = join(repositoryRoot, 'cms/plugin/admin/src');
const sources = filesUnder(admin)
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => [relative(admin, file), readFileSync(file, 'utf8')] as const);

/** Files in which something is found. */
const filesWith = (what: RegExp): string[] =>
  sources.filter(([, text]) => what.test(text)).map(([file]) => file);

/** A side of the page where the beginning or the end of a line is meant. */
const side =
  /\b(?:margin|padding|border)-(?:left|right)\b|\b(?:margin|border)(?:Left|Right)\b|text-?align:\s*'?(?:left|right)\b|\bfloat:/i;

/** An icon that points sideways and is not turned with the page. */
const stiff = /<(?:Arrow|Chevron|Caret)(?:Left|Right)(?![^>]*\bdata-points\b)[^>]*>/;

describe('the desk is read from the left and from the right', () => {
  it('and names no side of the page in its styles', () => {
    expect(filesWith(side)).toEqual([]);
  });

  it('and turns the icons that point sideways', () => {
    expect(filesWith(/<(?:Arrow|Chevron)(?:Left|Right)/).length).toBeGreaterThan(2);
    expect(filesWith(stiff)).toEqual([]);
  });

  it('and writes numbers and days by one hook, for Strapi’s own has other digits in Arabic', () => {
    expect(filesWith(/\buseIntl\b/)).toEqual(['hooks/use-desk-intl.ts']);
  });

  it.each([
    ['margin-left: 4px;', side],
    ['style={{ marginRight: 4 }}', side],
    ['text-align: right;', side],
    ["textAlign: 'left'", side],
    ['<ChevronLeft />', stiff],
    ['<ArrowRight aria-hidden />', stiff],
  ])('finds %s', (text, rule) => {
    expect(rule.test(text)).toBe(true);
  });
});
