import { describe, expect, it } from 'vitest';
import { articleFieldsOf } from '../../../cms/plugin/admin/src/pages/compose/fields/article-fields';
import { placeOf as placeOfField } from '../../../cms/plugin/admin/src/pages/compose/fields/field-places';
import { fieldsIn } from '../../../cms/plugin/server/src/common/words/contract-fields';
import { placeIn } from '../../../cms/plugin/server/src/common/words/obstacle-words';
import { placeOf } from '../../../cms/plugin/server/src/editions/place-of';
import { labelOf } from '../../../cms/plugin/shared/field-labels';
import { articleKinds, languages } from '../../../cms/plugin/shared/lists';
import { uids } from '../../../cms/plugin/shared/uids';

const brand = uids.brand;
const wording = 'newsletter-brand.wording';
const masthead = ['subject', 'preheader', 'periodLabel', 'periodFrom', 'periodTo'] as const;

/** Places of the contract that are no field of the composer, and the fields of the admin that they are filled from. */
const others: [place: string, uid: string, field: string][] = [
  ['masthead.title', brand, 'newsletterTitle'],
  ['masthead.brand.name', brand, 'name'],
  ['masthead.brand.url', brand, 'url'],
  ['masthead.brand.logo', brand, 'logo'],
  ['masthead.brand.colours.primary', brand, 'primaryColour'],
  ['masthead.brand.postalAddress', wording, 'postalAddress'],
  ['masthead.brand.whyReceived', wording, 'whyReceived'],
  ['masthead.brand.motto[0]', wording, 'motto'],
  ['sections[0].articles[0].images[1].alt', 'newsletter-article.image-text', 'alternativeText'],
  ['sections[0].articles[0].images[1].caption', 'newsletter-article.image-text', 'caption'],
  ['sections[0].articles[0].body[2].children[1].children[0].text', uids.article, 'body'],
  ['sections[0].articles[0].body[0].children[1].url', uids.article, 'body'],
  ['sections[0].attribution', 'newsletter-section.quote', 'attribution'],
  ['sections[0].links[1].label', 'newsletter-section-part.link', 'label'],
  ['sections[0].links[1].url', 'newsletter-section-part.link', 'url'],
  ['sections[0].entries[1].start', 'newsletter-section-part.agenda-entry', 'startDate'],
];

const section = {
  __component: 'newsletter-section.articles' as const,
  key: 'one',
  articles: ['article'],
};
const draft = {
  masthead: {},
  sections: [{ type: 'articles', articles: [{ id: 'article', title: 'Caravane' }] }],
};

/** What a message about a place calls its field. */
function toldOf(place: string, language: (typeof languages)[number]): string {
  const found = placeOf(place, draft);
  const where = placeIn({ ...found, field: '' }, language);
  return placeIn(found, language)
    .slice(where.length)
    .replace(/^[,،] /, '');
}

describe('a message names a field as its form does', () => {
  it.each(languages)('in %s: those of articles of each kind', (language) => {
    const names = new Set(articleKinds.flatMap((kind) => articleFieldsOf(kind)));
    for (const field of names) {
      const selection = { is: 'article', key: 'one', documentId: 'article' } as const;
      const place = placeOfField({ selection, field }, [section]) ?? '';
      expect(toldOf(place, language), place).toBe(labelOf(uids.article, field)?.[language]);
    }
  });

  it.each(languages)('in %s: those of an issue', (language) => {
    for (const field of masthead) {
      const place = placeOfField({ selection: { is: 'masthead' }, field }, []) ?? '';
      expect(toldOf(place, language), place).toBe(labelOf(uids.issue, field)?.[language]);
    }
  });

  it.each(languages)('in %s: those of the institution, of sections, and within bodies', (language) => {
    for (const [place, uid, field] of others)
      expect(toldOf(place, language), place).toBe(labelOf(uid, field)?.[language]);
  });

  it('has a name for each', () => {
    for (const language of languages)
      for (const [name, label] of Object.entries(fieldsIn(language))) expect(label, name).not.toBe('');
  });
});
