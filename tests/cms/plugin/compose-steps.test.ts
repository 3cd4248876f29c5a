import { describe, expect, it } from 'vitest';
import {
  addedIn,
  arrangedBack,
  undoText,
  writtenIn,
} from '../../../cms/plugin/admin/src/pages/compose/drafts/arranged-back';
import type { Drafts, KeyedSection } from '../../../cms/plugin/admin/src/pages/compose/drafts/drafts';
import { textPlace, withText } from '../../../cms/plugin/admin/src/pages/compose/fields/mended';

const articles = (key: string, heading: string, ...ids: string[]): KeyedSection => ({
  ...{ __component: 'newsletter-section.articles', key, heading, layout: 'list', articles: ids },
});
const quote = (key: string, text: string): KeyedSection => ({
  ...{ __component: 'newsletter-section.quote', key, text, attribution: '' },
});

describe('a step that is taken back', () => {
  const before = [articles('a', 'Actualités', '1', '2'), quote('q', 'Dit')];

  it('leaves what was typed after a section was moved', () => {
    const [news, said] = before as [KeyedSection, KeyedSection];
    const now = [quote('q', 'Dit autrement'), { ...news, heading: 'Nouvelles' } as KeyedSection];
    expect(arrangedBack(before, [said, news], now)).toEqual([
      { ...news, heading: 'Nouvelles' },
      quote('q', 'Dit autrement'),
    ]);
  });

  it('puts an article back, and leaves the heading that was typed since', () => {
    const after = [articles('a', 'Actualités', '2'), quote('q', 'Dit')];
    const now = [articles('a', 'Nouvelles', '2'), quote('q', 'Dit')];
    expect(arrangedBack(before, after, now)[0]).toEqual(articles('a', 'Nouvelles', '1', '2'));
  });

  it('brings a section back that was removed, takes one away that was added, and keeps what came from elsewhere', () => {
    const after = [quote('q', 'Dit'), quote('new', '')];
    const now = [quote('q', 'Dit'), quote('other', 'D’une autre'), quote('new', 'Tapé')];
    expect(arrangedBack(before, after, now).map(({ key }) => key)).toEqual(['a', 'q', 'other']);
  });
});

describe('the button that takes a step back', () => {
  const before = [articles('a', 'Actualités', '1', '2'), articles('b', 'Régions')];
  it.each([
    ['compose.undo', [articles('b', 'Régions', '2'), articles('a', 'Actualités', '1')]],
    ['compose.undo.add', [articles('a', 'Actualités', '1', '2', '3'), articles('b', 'Régions')]],
    ['compose.undo.add', [...before, quote('q', '')]],
    ['compose.undo.remove', [articles('a', 'Actualités', '1', '2')]],
    ['compose.undo.remove', [articles('a', 'Actualités', '1'), articles('b', 'Régions')]],
  ])('says %s', (text, after) => {
    expect(undoText(before, after)).toBe(text);
  });
});

describe('what a step put in', () => {
  const before = [articles('a', 'Actualités', '1')];
  const after = [articles('a', 'Actualités', '1', '2'), quote('q', '')];

  it('is known by its name, and so is what somebody writes in, with the section around it', () => {
    expect(addedIn(before, after)).toEqual(['2', 'q']);
    expect(writtenIn({ type: 'article', documentId: '2' }, { title: 'Un titre' }, after)).toEqual(['2', 'a']);
    const [first] = after as [KeyedSection];
    const sections = [first, quote('q', 'Dit')];
    expect(writtenIn({ type: 'issue', documentId: 'i' }, { sections }, after)).toEqual(['q']);
    expect(writtenIn({ type: 'issue', documentId: 'i' }, { subject: 'Objet' }, after)).toEqual([]);
  });
});

describe('a text that is mended', () => {
  const body = [{ type: 'paragraph', children: [{ type: 'text', text: 'a  b' }] }];
  const draft = <Form extends object>(form: Form) => ({ revision: 1, saved: form, form });
  const drafts = {
    issue: draft({
      preheader: 'deux  mots',
      sections: [
        articles('a', 'Un  titre', 'one'),
        {
          ...{ __component: 'newsletter-section.links', key: 'l', heading: '' },
          links: [{ label: 'Où', url: 'www.x.ma' }],
        },
      ],
    }),
    articles: {
      one: {
        ...draft({ body, decisions: [{ id: 7, text: 'dit  dit' }], callToActionLabel: 'lire  tout' }),
        state: 'draft' as const,
      },
    },
    dashboards: {},
  } as unknown as Drafts;

  it.each([
    ['masthead.preheader', 'deux  mots'],
    ['sections[0].heading', 'Un  titre'],
    ['sections[0].articles[0].body[0].children[0].text', 'a  b'],
    ['sections[0].articles[0].decisions[0]', 'dit  dit'],
    ['sections[0].articles[0].callToAction.label', 'lire  tout'],
    ['sections[1].links[0].url', 'www.x.ma'],
  ])('is the one at %s, and is taken back whole', (place, from) => {
    const at = textPlace({ place, from, to: 'autre' }, drafts, 'issue');
    if (at === null) throw new Error('No form has it.');
    const changed = withText(drafts, at, from, 'autre');
    expect(changed && JSON.stringify(changed)).toBe(
      // What is stored stays, and what is typed is another text.
      JSON.stringify(drafts)
        .split(JSON.stringify(from))
        .reduce((text, piece, index) => `${text}${JSON.stringify(index === 1 ? from : 'autre')}${piece}`),
    );
    expect(changed && withText(changed, at, 'autre', from)).toEqual(drafts);
    expect(withText(drafts, at, 'tapé depuis', 'autre')).toBeNull();
  });

  it.each(['masthead.brand.motto', 'sections[9].heading', 'sections[0].articles[0].images[0].caption'])(
    'is none at %s',
    (place) => {
      const at = textPlace({ place, from: 'x', to: 'y' }, drafts, 'issue');
      expect(at === null ? null : withText(drafts, at, 'x', 'y')).toBeNull();
    },
  );
});
