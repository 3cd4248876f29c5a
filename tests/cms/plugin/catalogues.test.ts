import { describe, expect, it } from 'vitest';
import { deskLanguageOf, writingLocaleOf } from '../../../cms/plugin/admin/src/model/desk-language';
import arabic from '../../../cms/plugin/admin/src/translations/ar.json';
import english from '../../../cms/plugin/admin/src/translations/en.json';
import { enumerations } from '../../../cms/plugin/admin/src/translations/enumerations';
import french from '../../../cms/plugin/admin/src/translations/fr.json';
import { namesOfForms } from '../../../cms/plugin/shared/field-labels';
import { filled, placeholdersOf, pluralsOf, wordsOf } from '../../support/icu';
import { latinWordsIn } from '../../support/latin-words';

type Catalogue = Record<string, string>;

describe.each([
  ['French', french as Catalogue],
  ['English', english as Catalogue],
  ['Arabic', arabic as Catalogue],
])('the desk’s %s', (_language, texts) => {
  it('has every text of the others, each filled with the same', () => {
    expect(Object.keys(texts)).toEqual(Object.keys(french));
    expect(Object.keys(texts).filter((key) => texts[key] === '')).toEqual([]);
    const differing = Object.entries(french).filter(
      ([key, text]) => String(placeholdersOf(texts[key] ?? '')) !== String(placeholdersOf(text)),
    );
    expect(differing).toEqual([]);
  });

  it('counts with a form for the rest', () => {
    const counted = Object.values(texts).flatMap(pluralsOf);
    expect(counted.length).toBeGreaterThan(60);
    expect(counted.filter((forms) => !forms.includes('other'))).toEqual([]);
  });
});

describe('the desk’s Arabic', () => {
  const written: Catalogue = { ...arabic, ...enumerations.ar, ...namesOfForms('ar') };

  it('counts one, two, few, many and the rest, each in a form of its own', () => {
    const lacking = Object.entries(arabic as Catalogue).filter(([, text]) =>
      pluralsOf(text).some((forms) =>
        ['one', 'two', 'few', 'many', 'other'].some((one) => !forms.includes(one)),
      ),
    );
    expect(lacking).toEqual([]);
  });

  it('is written in Arabic letters, but for names', () => {
    const latin = Object.entries(written).map(([key, text]) => [key, latinWordsIn(wordsOf(text))] as const);
    expect(latin.filter(([, words]) => words.length > 0)).toEqual([]);
  });

  it('has Western digits and Arabic punctuation', () => {
    const foreign = Object.entries(written).filter(([, text]) => {
      const words = wordsOf(text).replace(/\u2066[^\u2069]*\u2069/g, '');
      return /[٠-٩]|[\u0600-\u06ff][,;?]|[“”"]/.test(words);
    });
    expect(foreign).toEqual([]);
  });

  it('closes each run of another direction that it opens', () => {
    const count = (text: string, marks: RegExp) => text.match(marks)?.length ?? 0;
    const open = Object.entries(written).filter(
      ([, text]) => count(text, /[\u2066-\u2068]/g) !== count(text, /\u2069/g),
    );
    expect(open).toEqual([]);
  });
});

describe('what the desk writes in Arabic', () => {
  const text = (key: keyof typeof arabic, values: Record<string, number | Date>) =>
    filled(arabic[key], writingLocaleOf('ar'), values);

  it.each([
    [0, 'لا تعليقات مفتوحة'],
    [1, 'تعليق مفتوح واحد'],
    [2, 'تعليقان مفتوحان'],
    [3, '3 تعليقات مفتوحة'],
    [11, '11 تعليقًا مفتوحًا'],
    [100, '100 تعليق مفتوح'],
  ])('counts %i as one says it', (count, said) => {
    expect(text('comments.open', { count })).toBe(said);
  });

  it('names the months as Morocco does, and the days in Western digits', () => {
    const start = new Date(2023, 7, 15, 9, 30);
    const said = text('campaign.label.scheduled', { start });
    expect(said).toContain('غشت');
    expect(said).toMatch(/\b15\b/);
    expect(said).not.toMatch(/[٠-٩]/);
    expect(text('count', { count: 12_345 })).toMatch(/^12\D345$/);
  });
});

describe('the language of the desk', () => {
  it('is the admin’s, or English where the desk does not speak that', () => {
    expect(['fr', 'fr-FR', 'ar', 'ar-MA', 'en', 'de'].map(deskLanguageOf)).toEqual([
      ...['fr', 'fr', 'ar', 'ar', 'en', 'en'],
    ]);
    expect(['fr', 'de'].map(writingLocaleOf)).toEqual(['fr', 'de']);
  });
});
