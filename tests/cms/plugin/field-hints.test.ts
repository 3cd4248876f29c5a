import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hintTranslator } from '../../../cms/plugin/admin/src/model/translate-hints';
import {
  hintIn,
  labelOf,
  namesOfForms,
  sectionNames,
  type FieldLabel,
} from '../../../cms/plugin/shared/field-labels';
import { repositoryRoot } from '../../support/repository';

const content = join(repositoryRoot, 'cms/plugin/server/src/content');

interface Model {
  info: { singularName?: string; displayName: string };
  pluginOptions?: { 'content-manager'?: { visible?: boolean } };
  attributes: Record<string, unknown>;
}

const read = (folder: string) =>
  readdirSync(join(content, folder))
    .filter((name) => name.endsWith('.json'))
    .map(
      (name) =>
        [
          name.replace('.json', ''),
          JSON.parse(readFileSync(join(content, folder, name), 'utf8')) as Model,
        ] as const,
    );
const sections = read('components/section').map(
  ([name, model]) => [`newsletter-section.${name}`, model] as const,
);
const models = [
  ...read('content-types').map(([name, model]) => [`plugin::newsletter.${name}`, model] as const),
  ...sections,
  ...read('components/section-part').map(
    ([name, model]) => [`newsletter-section-part.${name}`, model] as const,
  ),
  [
    'newsletter-article.image-text',
    read('components').find(([name]) => name === 'article-image-text')?.[1],
  ] as const,
  ['newsletter-article.line', read('components').find(([name]) => name === 'article-line')?.[1]] as const,
  ['newsletter-brand.wording', read('components').find(([name]) => name === 'brand-wording')?.[1]] as const,
];
// Nobody sees a form of what the content manager does not show.
const shown = models.filter(([, model]) => model?.pluginOptions?.['content-manager']?.visible !== false);
const labels = shown.flatMap(([uid, model]) =>
  Object.keys(model?.attributes ?? {}).flatMap((field): [string, FieldLabel][] => {
    const label = labelOf(uid, field);
    return label ? [[`${uid} ${field}`, label]] : [];
  }),
);
const hints = labels.flatMap(([where, { hint }]) => (hint ? [[where, hint] as const] : []));

describe('the label of a field of Strapi’s forms', () => {
  const [french, english, arabic] = [namesOfForms('fr'), namesOfForms('en'), namesOfForms('ar')];
  it.each(labels)(
    'is found in each language by the id that Strapi asks with: %s',
    (where, { fr, en, ar }) => {
      const [uid = '', field = ''] = where.split(' ');
      const id = `content-manager.${uid.startsWith('plugin::') ? 'content-types' : 'components'}.${uid}.${field}`;
      expect([french[id], english[id], arabic[id]]).toEqual([fr, en, ar]);
      expect(ar).toMatch(/\p{Script=Arabic}/u);
    },
  );
});

describe('what stands under a field of Strapi’s forms', () => {
  it('is found for the fields there are', () => {
    expect(labels.length).toBeGreaterThan(60);
    expect(hints.length).toBeGreaterThan(20);
  });

  it.each(hints)('is written in each language: %s', (_where, hint) => {
    expect(hintIn(hint.fr, 'fr')).toBe(hint.fr);
    // By the French one, which is what Strapi stores: each means one English one.
    expect(hintIn(hint.fr, 'en')).toBe(hint.en);
    expect(hintIn(hint.fr, 'ar')).toBe(hint.ar);
    // Addresses and colours are written alike; words are not.
    if (/\p{L}{3}/u.test(hint.fr.replace(/https|rrggbb/g, ''))) {
      expect(hint.en).not.toBe(hint.fr);
      expect(hint.ar).toMatch(/\p{Script=Arabic}/u);
    }
    expect(hint.en).not.toMatch(/[àâçéèêëîïôûù]/i);
  });

  it('is shown in the language of the admin, whatever the form is made of, and the form stays one object', () => {
    const subject = { name: 'subject', hint: 'Ce que le lecteur lit dans sa boîte de réception' };
    const motto = { name: 'motto', hint: 'Une ligne de la devise par ligne' };
    const own = { name: 'note', hint: 'Demandez à Salma' };
    const layout = {
      layout: [[[subject, { name: 'cover' }], [own]]],
      components: { 'newsletter-brand.wording': { layout: [[motto]], settings: { icon: 'quote' } } },
    };
    let language = 'en';
    const translate = hintTranslator(() => language);
    const shown = translate({ layout, query: 1 });
    expect(shown).toEqual({
      layout: {
        layout: [[[{ ...subject, hint: 'What the reader sees in the inbox' }, { name: 'cover' }], [own]]],
        components: {
          'newsletter-brand.wording': {
            layout: [[{ ...motto, hint: 'One line of the motto on each line' }]],
            settings: { icon: 'quote' },
          },
        },
      },
      query: 1,
    });
    expect(translate({ layout, query: 2 }).layout).toBe(shown.layout);
    language = 'fr';
    expect(translate({ layout }).layout).toEqual(layout);
    language = 'ar';
    expect(translate({ layout }).layout.layout[0]?.[0]?.[0]).toEqual({
      ...subject,
      hint: 'ما يقرؤه القارئ في صندوق بريده',
    });
    language = 'de';
    expect(translate({ layout }).layout).toEqual(shown.layout);
  });
});

describe('the kinds of sections that an editor adds', () => {
  it('have a name in each language, the French one as Strapi stores it', () => {
    expect(Object.keys(sectionNames).sort()).toEqual(sections.map(([uid]) => uid).sort());
    for (const [uid, { info }] of sections) expect(namesOfForms('fr')[uid], uid).toBe(info.displayName);
    for (const [uid, { en, ar }] of Object.entries(sectionNames))
      expect([namesOfForms('en')[uid], namesOfForms('ar')[uid]]).toEqual([en, ar]);
  });
});
