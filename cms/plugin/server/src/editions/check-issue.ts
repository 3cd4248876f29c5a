import type { Edition } from '@nachra/renderer';
import type { Finding, Obstacle } from '../../../shared/desk';
import type { IssueDocument } from '../content/documents/issue';
import { wordsOf, type DeskLanguage } from '../common/words/words-of';
import type { Editions, IssueRendering, IssueSource, Versions } from './editions';
import { findingObstacles, locateFindings, obstaclesOf } from './obstacles';

/** Both versions of an issue, and what is to be said of them. */
export interface Check extends Versions<IssueRendering> {
  /** What the full preflight says of what is shown. */
  findings: Finding[];
  /** What keeps it from being approved now; empty when nothing does. */
  obstacles: Obstacle[];
  /** The edition that may be approved; null while something is in the way. */
  approvable: Edition | null;
}

/**
 * Checks an issue for the desk and before approval. It may go out only when what the editors see (drafts) and what is
 * published give the same edition; the obstacles name each article that stands in the way, by its title.
 *
 * @returns null when there is no such issue
 */
export async function checkIssue(
  editions: Pick<Editions, 'versionsOf' | 'findingsOf'>,
  documentId: string,
  language: DeskLanguage,
): Promise<Check | null> {
  const versions = await editions.versionsOf(documentId);
  if (versions === null) return null;
  const { shown, published } = versions;
  const where = { draft: shown.draft, documentId };
  const findings = locateFindings(await editions.findingsOf(shown), where, language);
  const obstacles = [
    ...articleObstacles(shown.issue, published.issue, language),
    ...obstaclesOf(shown.problems, where, language),
    ...findingObstacles(findings),
  ];
  const edition = sendable(versions);
  if (obstacles.length === 0 && edition === null) obstacles.push(changedObstacle(language));
  return { ...versions, findings, obstacles, approvable: obstacles.length === 0 ? edition : null };
}

/**
 * The edition that both versions of an issue give; null when they differ, or when either cannot be rendered. Whether an
 * approval still holds is a comparison with its hash: the preflight's errors depend on nothing outside the edition. Pure.
 */
export function sendable({ shown, published }: Versions<IssueRendering>): Edition | null {
  return shown.edition !== null && shown.edition.hash === published.edition?.hash ? shown.edition : null;
}

/** Whether nothing that an edition is made of was saved between two reads of an issue. Pure. */
export function isUnchanged(before: Versions<IssueSource>, after: Versions<IssueSource>): boolean {
  return contentOf(before) === contentOf(after);
}

function contentOf({ shown, published }: Versions<IssueSource>): string {
  return JSON.stringify([shown.draft, published.draft, shown.brand.images]);
}

/** An issue that is rendered differently although no article differs: somebody saved in between. */
function changedObstacle(language: DeskLanguage): Obstacle {
  const words = wordsOf(language);
  return {
    code: 'edition-changed',
    subject: words.fields.edition ?? '',
    message: words.obstacles['edition-changed'](),
    editable: null,
  };
}

function articleObstacles(
  shown: IssueDocument,
  published: IssueDocument,
  language: DeskLanguage,
): Obstacle[] {
  const words = wordsOf(language);
  const versions = new Map(
    articlesOf(published).map((article) => [article.documentId, JSON.stringify(article)]),
  );
  return articlesOf(shown).flatMap((article): Obstacle[] => {
    const title = article.title ?? '…';
    const version = versions.get(article.documentId);
    if (version === JSON.stringify(article)) return [];
    const code = version === undefined ? 'article-unpublished' : 'article-modified';
    const { documentId } = article;
    return [
      {
        code,
        subject: title,
        message: words.obstacles[code](title),
        editable: { type: 'article', documentId },
      },
    ];
  });
}

function articlesOf(issue: IssueDocument) {
  return issue.sections.flatMap((section) =>
    section.__component === 'newsletter-section.articles' ? section.articles : [],
  );
}
