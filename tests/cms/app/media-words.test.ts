import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { mediaFrench } from '../../../cms/app/src/admin/media-words-fr';
import { french } from '../../../cms/app/src/admin/strapi-words-fr';

/** A part of a parsed message: text, a placeholder, or a choice by a placeholder. */
interface Part {
  type: number;
  value?: string;
  options?: Record<string, { value: Part[] }>;
}

const manifest = createRequire(import.meta.url).resolve('@strapi/upload/package.json');
const fromUpload = createRequire(manifest);
/** What the admin itself reads messages with: one that it cannot read fails here. */
const { parse, TYPE } = createRequire(fromUpload.resolve('react-intl'))(
  '@formatjs/icu-messageformat-parser',
) as { parse: (message: string) => Part[]; TYPE: { literal: number } };

const english = strapiWords('en');
const shown: Record<string, string> = { ...strapiWords('fr'), ...french, ...mediaFrench };

describe('the French of the media library', () => {
  it('has every word that Strapi has in English', () => {
    expect(Object.keys(english)).toContain('upload.sidebar.home');
    expect(Object.keys(english).filter((key) => !shown[key]?.trim())).toEqual([]);
  });

  it('has the placeholders of the English, and no others', () => {
    const differing = Object.keys(english).filter(
      (key) => String(placeholders(shown[key])) !== String(placeholders(english[key])),
    );
    expect(placeholders(english['upload.list.bulk-actions.move.success'])).toEqual([
      'count',
      'destination',
      'source',
    ]);
    expect(differing).toEqual([]);
  });

  it('has each word in one file', () => {
    expect(Object.keys(french).filter((key) => key in mediaFrench || key.startsWith('upload.'))).toEqual([]);
  });
});

/** Strapi's own words of the media library, by the ids that its pages ask for. */
function strapiWords(language: 'en' | 'fr'): Record<string, string> {
  const file = path.join(path.dirname(manifest), `dist/admin/translations/${language}.json.js`);
  const words = Object.entries(fromUpload(file) as Record<string, string>);
  return Object.fromEntries(words.map(([key, message]) => [`upload.${key}`, message]));
}

/** The names that a message is filled with, each once, by the alphabet. */
function placeholders(message = ''): string[] {
  const named = (parts: Part[]): string[] =>
    parts.flatMap(({ type, value, options = {} }) => [
      ...(value === undefined || type === TYPE.literal ? [] : [value]),
      ...Object.values(options).flatMap((option) => named(option.value)),
    ]);
  return [...new Set(named(parse(message)))].sort();
}
