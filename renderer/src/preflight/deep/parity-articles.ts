import type { Article } from '../../contract/article';
import type { Finding, FindingValue } from '../../contract/finding';
import type { DeepInspection, DeepRule } from './inspection';
import { pairArticles, type ArticlePairs, type Standing } from './pair-articles';

/** Every language of an issue has the same articles. */
export const parityArticleMissing: DeepRule = {
  name: 'parity-article-missing',
  severity: 'warning',
  check: (inspection) =>
    eachSibling(inspection, ({ lacking }, language) =>
      lacking.map(({ place, article }) => inspection.find(place, { language, title: article.title })),
    ),
};

/** No language of an issue has an article that this one lacks. */
export const parityArticleExtra: DeepRule = {
  name: 'parity-article-extra',
  severity: 'warning',
  check: (inspection) =>
    eachSibling(inspection, ({ extra }, language) =>
      extra.map(({ section, article }) =>
        inspection.find(`sections[${section}]`, { language, title: article.title }),
      ),
    ),
};

/** Every section has as many articles in every language. */
export const parityArticleCount: DeepRule = {
  name: 'parity-article-count',
  severity: 'warning',
  check: (inspection) =>
    eachSibling(inspection, ({ uneven }, language) =>
      uneven.map(({ section, here, there }) =>
        inspection.find(`sections[${section}]`, { language, here, there }),
      ),
    ),
};

/** The articles stand in the same order in every language. */
export const parityArticleOrder: DeepRule = {
  name: 'parity-article-order',
  severity: 'warning',
  check: (inspection) =>
    eachSibling(inspection, ({ pairs }, language) => {
      const linked = pairs.filter(({ isLinked }) => isLinked);
      const asThere = [...linked].sort((one, two) => inOrder(one.other, two.other));
      const moved = linked.find(
        (pair, at) => pair !== asThere[at] || pair.one.section !== pair.other.section,
      );
      return moved ? [inspection.find(moved.one.place, { language, title: moved.one.article.title })] : [];
    }),
};

/** An article has the same days in every language. */
export const parityArticles: DeepRule = {
  name: 'parity-articles',
  severity: 'warning',
  check: (inspection) => differing(inspection, (article) => daysOf(article)),
};

/** An article is of the same kind in every language. */
export const parityKind: DeepRule = {
  name: 'parity-kind',
  severity: 'warning',
  check: (inspection) => differing(inspection, ({ kind }) => kind),
};

/** An article has a body in every language, or in none. */
export const parityBody: DeepRule = {
  name: 'parity-body',
  severity: 'warning',
  check: (inspection) => differing(inspection, ({ body }) => String(body.length === 0)),
};

/** The articles that differ from their partners in a fact. */
function differing(inspection: DeepInspection, fact: (article: Article) => string) {
  return eachSibling(inspection, ({ pairs }, language) =>
    pairs
      .filter(({ one, other }) => fact(one.article) !== fact(other.article))
      .map(({ one, other }) =>
        inspection.find(one.place, { language, title: one.article.title, other: other.article.title }),
      ),
  );
}

function eachSibling(
  { issue, siblings }: DeepInspection,
  check: (pairs: ArticlePairs, language: FindingValue) => Finding[],
): Finding[] {
  return siblings.flatMap((sibling) =>
    check(pairArticles(issue, sibling), { language: sibling.masthead.language }),
  );
}

/** The order in which two articles stand in an issue. */
function inOrder(one: Standing, two: Standing): number {
  return one.section - two.section || one.place.localeCompare(two.place, 'en', { numeric: true });
}

function daysOf(article: Article): string {
  if (article.kind === 'event') return `${article.start}/${article.end ?? ''}`;
  return article.kind === 'governance-meeting' ? article.date : '';
}
