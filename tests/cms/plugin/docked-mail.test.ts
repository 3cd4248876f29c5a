import { describe, expect, it } from 'vitest';
import { documentIn, languageIn } from '../../../cms/plugin/admin/src/docked-mail/form-values';
import {
  fieldAt,
  placeOf,
  shownFields,
  textKeys,
} from '../../../cms/plugin/admin/src/docked-mail/piece-fields';
import { replaced } from '../../../cms/plugin/admin/src/model/replace-text';
import { articleFormSchema } from '../../../cms/plugin/shared/desk';

const stand = 'sections[2].articles[1]';
const article = (place: string) => fieldAt(`${stand}.${place}`, stand, 'article')?.field;

describe('a piece of the docked mail and its field in Strapi’s form', () => {
  it('lead to each other, by the names that both have', () => {
    for (const field of shownFields.article.filter((name) => name !== 'imageTexts'))
      expect(fieldAt(placeOf(field, stand, 'article'), stand, 'article')?.field, field).toBe(field);
    expect(article('callToAction.url')).toBe('callToActionUrl');
    expect(article('body[3].children[0].text')).toBe('body');
    expect(article('images[1].alt')).toBe('imageTexts');
    expect(article('present[2]')).toBe('present.2');
    expect(placeOf('present.2', stand, 'article')).toBe(`${stand}.present[2]`);
  });

  it('lead nowhere from another article, also from one that is counted alike', () => {
    expect(fieldAt('sections[2].articles[10].title', stand, 'article')).toBeNull();
    expect(fieldAt('masthead.subject', stand, 'article')).toBeNull();
    expect(fieldAt(stand, stand, 'article')?.field).toBe('title');
  });

  it('lead from a figure to the sheet', () => {
    const sheet = 'sections[0].dashboard';
    expect(fieldAt(`${sheet}.groups[0].indicators[1].values[2]`, sheet, 'dashboard')?.field).toBe('figures');
    expect(fieldAt(`${sheet}.asOf`, sheet, 'dashboard')?.field).toBe('asOf');
  });

  it('find the text that is mended where the form has it', () => {
    const values = {
      title: 'Avant :après',
      callToActionUrl: 'www.exemple.test',
      body: [{ type: 'paragraph', children: [{ type: 'text', text: 'un un' }] }],
      present: [{ id: 7, text: 'Mme  A' }],
    };
    const mended = (place: string, from: string, to: string) => {
      const keys = textKeys(`${stand}.${place}`, stand, 'article');
      return keys && replaced(values, keys, from, to);
    };
    expect(mended('title', 'Avant :après', 'Avant : après')?.title).toBe('Avant : après');
    expect(mended('callToAction.url', 'www.exemple.test', 'https://x')?.callToActionUrl).toBe('https://x');
    expect(mended('body[0].children[0].text', 'un un', 'un')?.body[0]?.children[0]?.text).toBe('un');
    expect(mended('present[0]', 'Mme  A', 'Mme A')?.present[0]).toEqual({ id: 7, text: 'Mme A' });
    expect(mended('title', 'Autre', 'x')).toBeNull();
    expect(mended('images[0].alt', '', 'x')).toBeNull();
  });
});

describe('what Strapi’s form has, as the server takes it', () => {
  it('is held to the contract, whatever stands in the form', () => {
    const { form } = documentIn('article', {
      title: 'Titre',
      kind: 'unknown',
      body: null,
      images: [{ id: 4, url: '/a.png', hash: 'x' }, null],
      imageTexts: [{ id: 2, __temp_key__: 'a0', alternativeText: 'Le port', caption: null }],
      startDate: new Date(2026, 10, 5),
      editionNumber: '15',
      present: [{ __temp_key__: 'a0', text: 'Mme A' }],
      revision: 3,
      language: 'fr',
    });
    expect(articleFormSchema.parse(form)).toMatchObject({
      title: 'Titre',
      kind: null,
      images: [{ id: 4 }],
      imageTexts: [{ alternativeText: 'Le port', caption: null }],
      startDate: '2026-11-05',
      editionNumber: null,
      present: [{ text: 'Mme A' }],
    });
    expect(Object.keys(articleFormSchema.shape).sort()).toEqual([...shownFields.article].sort());
  });

  it('names its language only where one is chosen', () => {
    expect([languageIn({ language: 'ar' }), languageIn({}), languageIn({ language: null })]).toEqual([
      'ar',
      null,
      null,
    ]);
  });
});
