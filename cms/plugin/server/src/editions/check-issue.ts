import type { SenderIdentity } from '@nachra/delivery';
import type { Edition } from '@nachra/renderer';
import type { LocatedFinding, ObstacleFact } from '../common/obstacle';
import type { IssueDocument } from '../content/documents/issue';
import { contentDigest, sealOf } from './content-digest';
import type { Editions, IssueRendering, Versions } from './editions';
import { findingObstacles, locateFindings, pictureObstacles, problemObstacles } from './obstacles';
import { readSender } from './sender';

/** What may be approved: an edition and its sender, with the digests that they are known by. */
export interface Approvable {
  edition: Edition;
  sender: SenderIdentity;
  seal: string;
  content: string;
}

/** Both versions of an issue, and what is to be said of them. */
export interface Check extends Versions<IssueRendering> {
  /** What the full preflight says of what is shown. */
  findings: LocatedFinding[];
  /** What keeps it from being approved now; empty when nothing does. */
  obstacles: ObstacleFact[];
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
  publicUrl: string,
): Promise<Check | null> {
  const versions = await editions.versionsOf(documentId);
  if (versions === null) return null;
  const { shown, published } = versions;
  const where = { draft: shown.draft, documentId };
  const findings = locateFindings(await editions.findingsOf(shown), where);
  const { lacking } = readSender(shown.brand, publicUrl);
  const obstacles: ObstacleFact[] = [
    ...articleObstacles(shown.issue, published.issue),
    ...problemObstacles(shown.problems, where),
    ...pictureObstacles(await editions.picturesAmiss(shown.draft), where),
    ...(lacking ? [{ code: 'brand-incomplete' as const, sender: lacking }] : []),
    ...findingObstacles(findings),
  ];
  const approvable = approvableOf(versions);
  // Drafts and what is published differ although no article does: somebody saved in between.
  if (obstacles.length === 0 && approvable === null) obstacles.push({ code: 'edition-changed' });
  return { ...versions, findings, obstacles, approvable: obstacles.length === 0 ? approvable : null };
}

function approvableOf(versions: Versions<IssueRendering>): Approvable | null {
  const { edition, sender } = versions.shown;
  const content = contentDigest(versions);
  if (edition === null || sender === null || content === null) return null;
  return { edition, sender, seal: sealOf(edition, sender), content };
}

function articleObstacles(shown: IssueDocument, published: IssueDocument): ObstacleFact[] {
  const versions = new Map(
    articlesOf(published).map((article) => [article.documentId, JSON.stringify(article)]),
  );
  return articlesOf(shown).flatMap((article): ObstacleFact[] => {
    const { documentId, title = '…' } = article;
    const version = versions.get(documentId);
    if (version === JSON.stringify(article)) return [];
    const code = version === undefined ? 'article-unpublished' : 'article-modified';
    return [{ code, title, documentId }];
  });
}

function articlesOf(issue: IssueDocument) {
  return issue.sections.flatMap((section) =>
    section.__component === 'newsletter-section.articles' ? section.articles : [],
  );
}
