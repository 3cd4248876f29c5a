import { describe, expect, it } from 'vitest';
import { followed, type PictureText } from '../../../cms/plugin/admin/src/pictures/picture-texts';
import { withPictureTexts } from '../../../cms/plugin/admin/src/pictures/with-picture-texts';

const said = (alternativeText: string): PictureText => ({ alternativeText, caption: '' });
const [port, fair] = [said('Le port'), said('Le salon')];

describe('the texts of an article’s pictures, in Strapi’s form', () => {
  const texts = [port, fair];
  const before = { ids: [1, 2], texts };

  it('go with the picture that is moved', () => {
    expect(followed(before, { ids: [2, 1], texts }, new Map())).toEqual([fair, port]);
  });

  it('go with it when others are put before, and leave these without any', () => {
    expect(followed(before, { ids: [3, 1, 2], texts }, new Map())).toEqual([said(''), port, fair]);
    expect(followed(before, { ids: [1, 2, 3], texts }, new Map())).toEqual([port, fair]);
  });

  it('go when it is taken away, and come back with it', () => {
    const kept = new Map<number, PictureText>();
    const left = followed(before, { ids: [2], texts }, kept);
    expect(left).toEqual([fair]);
    expect(followed({ ids: [2], texts: left }, { ids: [2, 1], texts: left }, kept)).toEqual([fair, port]);
  });

  it('stay where only they are typed, or where both are taken over from another version', () => {
    const typed = [said('Le vieux port'), fair];
    expect(followed(before, { ids: [1, 2], texts: typed }, new Map())).toBeNull();
    expect(followed(before, { ids: [2, 1], texts: [fair, port] }, new Map())).toBeNull();
  });

  it('are not made where there were none', () => {
    expect(followed({ ids: [1], texts: undefined }, { ids: [2, 1], texts: undefined }, new Map())).toBeNull();
  });

  it('have an input of their own in the form of an article, which stays the same object', () => {
    const attribute = { type: 'component', repeatable: true, component: 'newsletter-article.image-text' };
    const other = { attribute: { type: 'string' } };
    const view = { layout: { layout: [[[{ attribute }, other]]] } };
    const shown = withPictureTexts(view);
    expect(shown.layout.layout[0]?.[0]).toEqual([
      { attribute: { ...attribute, customField: 'plugin::newsletter.picture-texts' } },
      other,
    ]);
    expect(withPictureTexts(view).layout).toBe(shown.layout);
  });
});
