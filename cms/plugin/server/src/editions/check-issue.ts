import type { SenderIdentity } from '@nachra/delivery';
import type { Edition, Finding as RawFinding } from '@nachra/renderer';
import type { Finding, Obstacle } from '../../../shared/desk';
import type { IssueDocument } from '../content/documents/issue';
import { wordsOf, type DeskLanguage } from '../common/words/words-of';
import { contentDigest, sealOf } from './content-digest';
import type { Editions, IssueRendering, Versions } from './editions';
import { findingObstacles, locateFindings, obstaclesOf, pictureObstacles } from './obstacles';
import { senderOrRefusal } from './sender';

/** What may be approved: an edition and its sender, with the digests that they are known by. */
export interface Approvable {
  edition: Edition;
  sender: SenderIdentity;
  seal: string;
  content: string;
}

/** Both versions of an issue, and what is to be said of them. */
export interface Check extends Versions<IssueRendering> {
  /** What the full preflight says of what is shown, as data. */
  found: RawFinding[];
  /** The same in the person's language. */
  findings: Finding[];
  /** What keeps it from being approved now; empty when nothing does. */
  obstacles: Obstacle[];
  /** Null while something is in the way. */
  approvable: Approvable | null;
}

/**
 * Checks an issue for the desk and before approval. It may go out only when what the editors see (drafts) and what is
 * published are the same; the obstacles name each article that stands in the way, by its title.
 *
 * @returns null when there is no such issue
 */
export async function checkIssue(
  editions: Pick<Editions, 'versionsOf' | 'findingsOf' | 'picturesAmiss'>,
  documentId: string,
  language: DeskLanguage,
  publicUrl: string,
): Promise<Check | null> {
  const versions = await editions.versionsOf(documentId);
  if (versions === null) return null;
  const { shown, published } = versions;
  const where = { draft: shown.draft, documentId };
  const found = await editions.findingsOf(shown);
  const findings = locateFindings(found, where, language);
  const { refusal } = senderOrRefusal(shown.brand, publicUrl);
  const obstacles = [
    ...articleObstacles(shown.issue, published.issue, language),
    ...obstaclesOf(shown.problems, where, language),
    ...pictureObstacles(await editions.picturesAmiss(shown.draft), where, language),
    ...(refusal ? [senderObstacle(refusal.sentenceIn(language), language)] : []),
    ...findingObstacles(findings),
  ];
  const approvable = approvableOf(versions);
  if (obstacles.length === 0 && approvable === null) obstacles.push(changedObstacle(language));
  return { ...versions, found, findings, obstacles, approvable: obstacles.length === 0 ? approvable : null };
}

function approvableOf(versions: Versions<IssueRendering>): Approvable | null {
  const { edition, sender } = versions.shown;
  const content = contentDigest(versions);
  if (edition === null || sender === null || content === null) return null;
  return { edition, sender, seal: sealOf(edition, sender), content };
}

function senderObstacle(message: string, language: DeskLanguage): Obstacle {
  const subject = wordsOf(language).fields['senderAddress'] ?? '';
  return { code: 'brand-incomplete', subject, message, editable: { type: 'brand' } };
}

/** Drafts and what is published differ although no article does: somebody saved in between. */
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
