import { describe, expect, it } from 'vitest';
import { loadPlugin } from '../../support/cms';
import { threadTimeOf } from '../../support/thread-time';

type Module = typeof import('../../../cms/plugin/server/src/reviews/comment-places');
const { anchorOf, placeFinder, placesIn } = loadPlugin<Module>('reviews/comment-places');

type Draft = Parameters<Module['placesIn']>[0];

const articleOf = (id: string) => ({
  ...{ id, title: `Titre ${id}`, standfirst: 'Chapeau', body: [{}], images: [{}], callToAction: {} },
});
const draftOf = (...sections: string[][]): Draft => ({
  masthead: {},
  sections: sections.map((ids, at) => ({
    ...{ type: 'articles', heading: `Rubrique ${at}`, articles: ids.map(articleOf) },
  })),
});

describe('the place of a comment', () => {
  it('stays in the section it was meant for where an article stands in two, and follows it where it left', () => {
    const before = draftOf(['a', 'b'], ['a']);
    const anchor = anchorOf('sections[1].articles[0].title', before);
    expect(placeFinder(before)(anchor)).toBe('sections[1].articles[0].title');
    expect(placeFinder(draftOf(['b', 'a'], ['c']))(anchor)).toBe('sections[0].articles[1].title');
    expect(placeFinder(draftOf(['b'], ['c']))(anchor)).toBeNull();
  });

  it('is found for as many comments as an issue may have, within an issue of a hundred articles, at once', async () => {
    const ids = (section: number) => Array.from({ length: 10 }, (_, at) => `${section}-${at}`);
    const draft = draftOf(...Array.from({ length: 10 }, (_, section) => ids(section)));
    const anchors = Array(500).fill(anchorOf('sections[9].articles[9].body', draft)) as ReturnType<
      Module['anchorOf']
    >[];
    const least = await threadTimeOf(() => {
      const find = placeFinder(draft);
      expect(new Set(anchors.map(find))).toEqual(new Set(['sections[9].articles[9].body']));
      expect(placesIn(draft)).toHaveLength(4 + 10 + 600);
    }, 50);
    expect(least).toBeLessThan(150);
  });
});
