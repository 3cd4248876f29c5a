import type { Issue } from '../../contract/issue';
import type { Article } from '../../contract/article';
import type { Section } from '../../contract/section';
import { wordsOf } from '../../view/emails/words';
import { dashboardsOf } from './indicators';
import type { DeepInspection, DeepRule } from './inspection';

/** Every language of an issue has the same sections, in the same order. */
export const paritySections: DeepRule = {
  name: 'parity-sections',
  severity: 'warning',
  check: ({ issue, siblings, find }) =>
    siblings.flatMap((sibling) => {
      const place = firstDifference(
        issue.sections,
        sibling.sections,
        (one, other) => one.type === other.type,
      );
      return place === null ? [] : [find(`sections[${place}]`, { language: nameOf(sibling) })];
    }),
};

/** Every language of an issue has the same articles, with the same dates. */
export const parityArticles: DeepRule = {
  name: 'parity-articles',
  severity: 'warning',
  check: (inspection) =>
    comparable(inspection).flatMap((sibling) =>
      inspection.issue.sections.flatMap((section, at) => {
        const difference = sectionDifference(section, sibling.sections[at]);
        if (difference === null) return [];
        return [inspection.find(`sections[${at}]${difference}`, { language: nameOf(sibling) })];
      }),
    ),
};

/** Every language of an issue has the same figures. */
export const parityFigures: DeepRule = {
  name: 'parity-figures',
  severity: 'warning',
  check: (inspection) =>
    comparable(inspection).flatMap((sibling) => {
      const others = dashboardsOf(sibling);
      return dashboardsOf(inspection.issue).flatMap(({ place, value: { periods, groups } }, at) => {
        const other = others[at]?.value;
        const language = nameOf(sibling);
        const samePeriods = firstDifference(
          periods,
          other?.periods ?? [],
          (one, two) => one.end === two.end && one.partial === two.partial,
        );
        if (samePeriods !== null) return [inspection.find(`${place}.periods`, { language })];
        return groups.flatMap(({ indicators }, groupAt) => {
          const row = firstDifference(
            indicators,
            other?.groups[groupAt]?.indicators ?? [],
            (one, two) => one.unit === two.unit && one.values.join() === two.values.join(),
          );
          if (row === null) return [];
          return [inspection.find(`${place}.groups[${groupAt}].indicators[${row}]`, { language })];
        });
      });
    }),
};

/** The other languages with the same sections; contents of different sections cannot be compared. */
function comparable({ issue, siblings }: DeepInspection): Issue[] {
  return siblings.filter(
    ({ sections }) => firstDifference(issue.sections, sections, (one, two) => one.type === two.type) === null,
  );
}

/** The other languages in which each article stands at the same place, so that their bodies can be compared. */
export function withSameArticles(inspection: DeepInspection): Issue[] {
  return comparable(inspection).filter(({ sections }) =>
    inspection.issue.sections.every((section, at) => sectionDifference(section, sections[at]) === null),
  );
}

function sectionDifference(section: Section, other: Section | undefined): string | null {
  if (section.type === 'articles' && other?.type === 'articles') {
    const at = firstDifference(section.articles, other.articles, sameArticle);
    return at === null ? null : `.articles[${at}]`;
  }
  if (section.type === 'agenda' && other?.type === 'agenda') {
    const at = firstDifference(
      section.entries,
      other.entries,
      (one, two) => one.start === two.start && one.end === two.end,
    );
    return at === null ? null : `.entries[${at}]`;
  }
  return null;
}

/** In some systems an article has another id in each language, so its kind and dates are compared. */
function sameArticle(one: Article, other: Article): boolean {
  return (
    one.kind === other.kind &&
    daysOf(one) === daysOf(other) &&
    (one.body.length === 0) === (other.body.length === 0)
  );
}

function daysOf(article: Article): string {
  if (article.kind === 'event') return `${article.start}/${article.end ?? ''}`;
  return article.kind === 'governance-meeting' ? article.date : '';
}

function nameOf(sibling: Issue): string {
  return wordsOf(sibling.masthead.language).languageName;
}

function firstDifference<T>(ones: readonly T[], others: readonly T[], same: (one: T, other: T) => boolean) {
  const length = Math.max(ones.length, others.length);
  for (let at = 0; at < length; at++) {
    const [one, other] = [ones[at], others[at]];
    if (one === undefined || other === undefined || !same(one, other)) return at;
  }
  return null;
}
