import type { Article } from '../../contract/article';
import type { Body } from '../../contract/body';
import type { Issue } from '../../contract/issue';

/** An article and where it stands. */
export interface Standing {
  place: string;
  section: number;
  article: Article;
}

/** Two articles that say the same in two languages. `isLinked`: by what they translate, and not by where they stand. */
interface ArticlePair {
  one: Standing;
  other: Standing;
  isLinked: boolean;
}

/** What the articles of two languages have in common, and what one of them lacks. */
export interface ArticlePairs {
  pairs: ArticlePair[];
  /** Articles that the other language has not. */
  lacking: Standing[];
  /** Articles that only the other language has. */
  extra: Standing[];
  /** Sections whose articles are not as many, where nobody can say which is missing. */
  uneven: { section: number; here: number; there: number }[];
}

/** Whether two issues have the same sections: where they have not, what stands at one place cannot be compared. Pure. */
export function haveSameSections({ sections }: Issue, { sections: others }: Issue): boolean {
  return (
    sections.length === others.length && sections.every((section, at) => section.type === others[at]?.type)
  );
}

/**
 * Pairs the articles of two languages: by the article that both translate; where nobody has linked them by where they stand, which is
 * only known where a section has as many on both sides. Pure.
 */
export function pairArticles(issue: Issue, sibling: Issue): ArticlePairs {
  const [ones, others] = [standingsOf(issue), standingsOf(sibling)];
  const byKey = new Map(others.map((other) => [keyOf(other.article), other]));
  const pairs = ones.flatMap((one): ArticlePair[] => {
    const key = keyOf(one.article);
    const other = key === null ? undefined : byKey.get(key);
    return other ? [{ one, other, isLinked: true }] : [];
  });
  const found: ArticlePairs = { pairs, lacking: [], extra: [], uneven: [] };
  if (!haveSameSections(issue, sibling)) return found;
  const linked = new Set(pairs.flatMap(({ one, other }) => [one, other]));
  for (const section of issue.sections.keys()) {
    const isLoose = (standing: Standing) => standing.section === section && !linked.has(standing);
    const [loose, looseThere] = [ones.filter(isLoose), others.filter(isLoose)];
    if (loose.length === looseThere.length) found.pairs.push(...sideBySide(loose, looseThere));
    else if (looseThere.length === 0) found.lacking.push(...loose);
    else if (loose.length === 0) found.extra.push(...looseThere);
    else found.uneven.push({ section, here: loose.length, there: looseThere.length });
  }
  return found;
}

/** The bodies of two languages that say the same: of text sections at the same place, and of paired articles. Pure. */
export function pairBodies(issue: Issue, sibling: Issue): { place: string; body: Body; other: Body }[] {
  const texts = haveSameSections(issue, sibling)
    ? issue.sections.flatMap((section, at) => {
        const other = sibling.sections[at];
        return section.type === 'text' && other?.type === 'text'
          ? [{ place: `sections[${at}].body`, body: section.body, other: other.body }]
          : [];
      })
    : [];
  const articles = pairArticles(issue, sibling).pairs.map(({ one, other }) => ({
    ...{ place: `${one.place}.body`, body: one.article.body },
    other: other.article.body,
  }));
  return [...texts, ...articles];
}

function sideBySide(ones: readonly Standing[], others: readonly Standing[]): ArticlePair[] {
  return ones.flatMap((one, at) => {
    const other = others[at];
    return other ? [{ one, other, isLinked: false }] : [];
  });
}

function standingsOf({ sections }: Issue): Standing[] {
  return sections.flatMap((section, at) =>
    section.type === 'articles'
      ? section.articles.map((article, index) => ({
          ...{ article, section: at },
          place: `sections[${at}].articles[${index}]`,
        }))
      : [],
  );
}

/** What an article and its translations share; null where its system does not say which article it is. */
function keyOf({ translationOf, id }: Article): string | null {
  return translationOf ?? id ?? null;
}
