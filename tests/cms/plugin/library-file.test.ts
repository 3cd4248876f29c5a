import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pictureLimits as ofRenderer } from '@nachra/renderer';
import { describe, expect, it } from 'vitest';
import { pictureNotes } from '../../../cms/plugin/admin/src/model/library-file';
import { fittingFormat } from '../../../cms/plugin/shared/picture-formats';
import { columnOfMail, pictureLimits } from '../../../cms/plugin/shared/picture-limits';
import { repositoryRoot } from '../../support/repository';

const file = { id: 1, url: '/uploads/a.png', width: 4_000, height: 3_000, size: 9_000 };
const formats = {
  large: { url: '/uploads/large_a.png', width: 1_000, height: 750, size: 1_500 },
  small: { url: '/uploads/small_a.png', width: 500, height: 375, size: 300 },
};
const keys = (picture: Parameters<typeof pictureNotes>[0]) => pictureNotes(picture).map(({ key }) => key);

describe('a picture that is put into a mail', () => {
  it('is the largest rendition that a mail can use, or itself', () => {
    expect(fittingFormat({ ...file, formats })).toBe(formats.large);
    expect(fittingFormat(file)).toBe(file);
    const small = { ...file, width: 800, formats };
    expect(fittingFormat(small)).toBe(small);
  });

  it('is told to be too small, too wide or too heavy as the mail takes it, with the numbers', () => {
    expect(keys({ width: 1_000, size: 200 })).toEqual([]);
    expect(pictureNotes({ width: 320, size: 20 })).toEqual([
      { key: 'picture.narrow', values: { width: 320, column: 536 } },
    ]);
    expect(keys(fittingFormat(file))).toEqual(['picture.wide', 'picture.heavy']);
    expect(pictureNotes(fittingFormat({ ...file, formats }))).toEqual([
      { key: 'picture.heavy', values: { kib: 1_465, most: 1_000 } },
    ]);
    // Just as much as there may be: the library counts thousands of bytes, the preflight KiB.
    expect(keys({ width: columnOfMail, size: 1_024 })).toEqual([]);
    expect(keys({ width: null, size: null })).toEqual([]);
  });

  it('is judged by the limits of the preflight and the column of the templates', () => {
    expect(pictureLimits).toEqual(ofRenderer);
    const theme = JSON.parse(readFileSync(path.join(repositoryRoot, 'emails/theme.json'), 'utf8')) as {
      measures: { wide: number };
    };
    expect(columnOfMail).toBe(theme.measures.wide);
  });
});
