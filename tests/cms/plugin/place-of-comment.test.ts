import { describe, expect, it } from 'vitest';
import { nearestPlace, withMarks } from '../../../cms/plugin/admin/src/commenting/place-of-comment';
import { commentPlaceOf } from '../../../cms/plugin/admin/src/pages/compose/fields/field-places';

const article = 'sections[0].articles[1]';
const places = [
  '',
  'masthead.subject',
  'masthead.period',
  'sections[0]',
  article,
  `${article}.title`,
  `${article}.body`,
];

describe('a place that somebody points at', () => {
  it('is the nearest that can be commented on', () => {
    const nearest = (place: string | null) => nearestPlace(place, places);
    expect(nearest(`${article}.body[3].children[1].children[0]`)).toBe(`${article}.body`);
    expect(nearest(`${article}.author`)).toBe(article);
    expect(nearest('masthead.period.label')).toBe('masthead.period');
    expect(nearest('sections[0].heading')).toBe('sections[0]');
    expect(nearest('masthead.number')).toBe('');
    expect(nearest('sections[01].articles[1].title')).toBe('');
    expect(nearest(null)).toBe('');
  });

  it('is marked where the server says, and nowhere else', () => {
    const html = '<p>Un</p><p>Deux</p>';
    const marks = [
      { place: 'sections[0].heading', offset: 3 },
      { place: 'sections[1].heading', offset: 12 },
    ];
    expect(withMarks({ html, places: marks })).toBe(
      '<p><i data-place="sections[0].heading"></i>Un</p><p><i data-place="sections[1].heading"></i>Deux</p>',
    );
  });

  it('has its comments beside one field of the composer, and those on a whole above its form', () => {
    const sections = [
      { key: 'k', __component: 'newsletter-section.articles', articles: ['a', 'b'] },
    ] as unknown as Parameters<typeof commentPlaceOf>[1];
    const of = (selection: Parameters<typeof commentPlaceOf>[0]['selection'], field: string | null) =>
      commentPlaceOf({ selection, field }, sections, [...places, `${article}.callToAction`]);
    const second = { is: 'article', key: 'k', documentId: 'b' } as const;
    expect(of(second, 'title')).toBe(`${article}.title`);
    expect(of(second, 'callToActionLabel')).toBe(`${article}.callToAction`);
    expect(of(second, 'callToActionUrl')).toBeNull();
    expect(of(second, 'author')).toBeNull();
    expect(of(second, null)).toBe(article);
    expect(of({ is: 'masthead' }, 'periodLabel')).toBe('masthead.period');
    expect(of({ is: 'masthead' }, 'periodTo')).toBeNull();
    expect(of({ is: 'masthead' }, null)).toBe('');
    expect(of({ is: 'section', key: 'k' }, null)).toBe('sections[0]');
  });
});
