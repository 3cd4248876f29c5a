import type { Edition } from '@nachra/renderer';
import type { Finding, Obstacle } from '../../../shared/desk';
import type { IssueDocument } from '../documents/issue';
import { wordsOf, type DeskLanguage } from '../words';
import type { Editions, IssueRendering } from './editions';
import { findingObstacles, locateFindings, obstaclesOf } from './obstacles';

/** An issue looked at from both sides: as it is shown, and as it would be sent. */
export interface Check {
  /** With the articles as drafted: what preview and test show. */
  shown: IssueRendering;
  /** What the full preflight says of what is shown. */
  findings: Finding[];
  /** What keeps it from being approved now; empty when nothing does. */
  obstacles: Obstacle[];
  /** The edition that may be approved and sent: shown and published are the same. Null while something is in the way. */
  approvable: Edition | null;
}

/**
 * Checks an issue before approval and again before sending. It may go out only when what the editors see (drafts) and
 * what is published give the same edition; the obstacles name each article that stands in the way, by its title.
 *
 * @returns null when there is no such issue
 */
export async function checkIssue(
  editions: Pick<Editions, 'ofIssue' | 'findingsOf'>,
  documentId: string,
  language: DeskLanguage,
): Promise<Check | null> {
  const shown = await editions.ofIssue(documentId, 'draft');
  const published = await editions.ofIssue(documentId, 'published');
  if (shown === null || published === null) return null;

  const where = { draft: shown.draft, documentId };
  const findings = locateFindings(await editions.findingsOf(shown), where, language);
  const obstacles = [
    ...articleObstacles(shown.issue, published.issue, language),
    ...obstaclesOf(shown.problems, where, language),
    ...findingObstacles(findings),
  ];
  const same = shown.edition !== null && shown.edition.hash === published.edition?.hash;
  if (obstacles.length === 0 && !same) obstacles.push(changedObstacle(language));
  return { shown, findings, obstacles, approvable: obstacles.length === 0 ? shown.edition : null };
}

/** An issue that is rendered differently although no article differs: somebody saved in between. */
export function changedObstacle(language: DeskLanguage): Obstacle {
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
