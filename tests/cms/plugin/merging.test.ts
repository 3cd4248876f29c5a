import { describe, expect, it } from 'vitest';
import { differingWords, wordsOf } from '../../../cms/plugin/admin/src/model/word-differences';
import { loadPlugin } from '../../support/cms';

type Merging = typeof import('../../../cms/plugin/server/src/content/revisions/merge');
type Differing = typeof import('../../../cms/plugin/server/src/content/revisions/differences');
type Content = Parameters<Merging['merge']>[1]['mine'];

const { merge } = loadPlugin<Merging>('content/revisions/merge');
const { differencesOf } = loadPlugin<Differing>('content/revisions/differences');

const quote = 'newsletter-section.quote';
const attributes: Record<string, Record<string, { type: string; target?: string }>> = {
  issue: { sections: { type: 'dynamiczone' }, subject: { type: 'string' } },
  [quote]: { text: { type: 'text' }, about: { type: 'relation', target: 'article' } },
};
const attributesOf = (uid: string) => new Map(Object.entries(attributes[uid] ?? {}));

/** Sections written as `1=text`: the id, missing for a new one, and what it says. */
function issue(...sections: string[]): Content {
  const items = sections.map((section) => {
    const [id = '', text = ''] = section.split('=');
    return {
      ...(id !== '' && { id: Number(id) }),
      __component: quote,
      content: {
        text: { is: 'scalar' as const, value: text },
        about: { is: 'relation' as const, linked: [{ documentId: `about ${text}`, title: null }] },
      },
    };
  });
  return { sections: { is: 'items', items }, subject: { is: 'scalar', value: 'Objet' } };
}

describe('sections of an issue that two people change', () => {
  const base = issue('1=a', '2=b', '3=c');
  const merged = (mine: Content, theirs: Content, choices: Record<string, 'mine' | 'theirs'> = {}) => {
    const { data, undecided } = merge('issue', { base, mine, theirs }, choices, attributesOf);
    const sections = (data['sections'] ?? []) as { id?: number; text?: string }[];
    return { undecided, sections: sections.map(({ id, text }) => `${id ?? ''}${text ? `=${text}` : ''}`) };
  };

  it.each([
    ['each changes another one', issue('1=A', '2=b', '3=c'), issue('1=a', '2=B', '3=c'), ['1=A', '2', '3']],
    ['one changes, one moves', issue('1=A', '2=b', '3=c'), issue('3=c', '1=a', '2=b'), ['3', '1=A', '2']],
    [
      'both add',
      issue('1=a', '=mine', '2=b', '3=c'),
      issue('1=a', '2=b', '3=c', '4=d'),
      ['1', '=mine', '2', '3', '4'],
    ],
    ['one removes what the other left', issue('1=a', '3=c'), issue('1=a', '2=b', '3=C'), ['1', '3']],
  ])('%s: nothing is lost', (_what, mine, theirs, expected) => {
    expect(merged(mine, theirs)).toEqual({ undecided: [], sections: expected });
  });

  it('that one removes and the other changes has to be decided', () => {
    const [mine, theirs] = [issue('1=A', '2=b', '3=c'), issue('2=b', '3=c')];
    expect(merged(mine, theirs).undecided).toEqual(['sections:1']);
    expect(merged(mine, theirs, { 'sections:1': 'theirs' }).sections).toEqual(['2', '3']);
    // It is made anew: Strapi refuses the id of a section that the issue no longer has.
    expect(merged(mine, theirs, { 'sections:1': 'mine' }).sections).toEqual(['=A', '2', '3']);
  });

  it('are decided as a whole when both have changed the order, or the beginning is forgotten', () => {
    const [mine, theirs] = [issue('2=b', '1=a', '3=c'), issue('1=a', '3=c', '2=b')];
    const keys = (from: Content | null) => differencesOf({ base: from, mine, theirs }).map(({ key }) => key);
    expect(keys(base)).toEqual(['sections']);
    expect(keys(null)).toEqual(['sections']);
    expect(merged(mine, theirs, { sections: 'mine' }).sections).toEqual(['2=b', '1=a', '3=c']);
  });

  it('name what they are about in full, and fields that stay are left out', () => {
    const { data } = merge(
      'issue',
      { base, mine: issue('1=A', '2=b', '3=c'), theirs: base },
      {},
      attributesOf,
    );
    expect(Object.keys(data)).toEqual(['sections']);
    expect((data['sections'] as object[])[0]).toEqual({
      id: 1,
      __component: quote,
      text: 'A',
      about: { set: [{ documentId: 'about A' }] },
    });
  });
});

describe('words that only one of two texts has', () => {
  const marked = (mine: string, theirs: string) => {
    const [own, other] = [wordsOf(mine), wordsOf(theirs)];
    const differing = differingWords(own, other);
    return [
      [...differing.mine].map((place) => own[place]?.trim()),
      [...differing.theirs].map((place) => other[place]?.trim()),
    ];
  };

  it.each([
    ['le 12 juin à Fès', 'le 14 juin à Fès', [['12'], ['14']]],
    ['réuni à Fès', 'Le Conseil réuni à Fès', [[], ['Le', 'Conseil']]],
    ['', 'tout', [[], ['tout']]],
    ['pareil', 'pareil', [[], []]],
  ])('“%s” and “%s”', (mine, theirs, expected) => {
    expect(marked(mine, theirs)).toEqual(expected);
  });

  it('are not looked for in texts too long to compare', () => {
    const long = 'mot '.repeat(2_000);
    expect(marked(long, 'mot')).toEqual([[], []]);
  });
});
