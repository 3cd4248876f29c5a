import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { mediaArabic } from '../../../cms/app/src/admin/media-words-ar';
import { mediaFrench } from '../../../cms/app/src/admin/media-words-fr';
import { arabic } from '../../../cms/app/src/admin/strapi-words-ar';
import { french } from '../../../cms/app/src/admin/strapi-words-fr';
import { placeholdersOf, pluralsOf } from '../../support/icu';

const manifest = createRequire(import.meta.url).resolve('@strapi/upload/package.json');
const fromUpload = createRequire(manifest);
const english = strapiWords('en');

describe.each([
  ['French', { ...strapiWords('fr'), ...french, ...mediaFrench }],
  ['Arabic', { ...arabic, ...mediaArabic }],
])('the %s of the media library', (_language, shown) => {
  it('has every word that Strapi has in English', () => {
    expect(Object.keys(english)).toContain('upload.sidebar.home');
    expect(Object.keys(english).filter((key) => !shown[key]?.trim())).toEqual([]);
  });

  it('has the placeholders of the English, and no others', () => {
    const differing = Object.keys(english).filter(
      (key) => String(placeholdersOf(shown[key] ?? '')) !== String(placeholdersOf(english[key] ?? '')),
    );
    expect(placeholdersOf(english['upload.list.bulk-actions.move.success'] ?? '')).toEqual([
      'count',
      'destination',
      'source',
    ]);
    expect(differing).toEqual([]);
  });
});

describe('the words in place of Strapi’s own', () => {
  it.each([
    ['French', french, mediaFrench],
    ['Arabic', arabic, mediaArabic],
  ])('stand in one file each, in %s', (_language, words, media) => {
    expect(Object.keys(words).filter((key) => key in media || key.startsWith('upload.'))).toEqual([]);
  });

  it('are in Arabic wherever they are in French, with the forms that Arabic counts in', () => {
    const words: Record<string, string> = { ...arabic, ...mediaArabic };
    expect(Object.keys({ ...french, ...mediaFrench }).filter((key) => !(key in words))).toEqual([]);
    const counted = Object.values(words).flatMap(pluralsOf);
    expect(counted.length).toBeGreaterThan(20);
    for (const forms of counted)
      expect(forms).toEqual(expect.arrayContaining(['one', 'two', 'few', 'many', 'other']));
  });
});

/** Strapi's own words of the media library, by the ids that its pages ask for. */
function strapiWords(language: 'en' | 'fr'): Record<string, string> {
  const file = path.join(path.dirname(manifest), `dist/admin/translations/${language}.json.js`);
  const words = Object.entries(fromUpload(file) as Record<string, string>);
  return Object.fromEntries(words.map(([key, message]) => [`upload.${key}`, message]));
}
