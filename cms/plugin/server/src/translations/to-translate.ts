import { languages } from '@nachra/renderer';
import type { Core } from '@strapi/strapi';
import type { ToTranslate } from '../../../shared/desk';
import { uids } from '../../../shared/uids';
import { issueUnknown } from '../content/documents/existing-issue';
import type { IssueDocument } from '../content/documents/issue';
import type { IssueStore } from '../content/documents/issue-store';
import type { RevisionHistory } from '../content/revisions/history';
import { articlesOfRoots, isOlderThan, rootOf, type ArticleRow } from './article-groups';

interface NumberDependencies {
  strapi: Pick<Core.Strapi, 'documents'>;
  issues: Pick<IssueStore, 'head' | 'ofNumber' | 'find'>;
  history: Pick<RevisionHistory, 'changedSince'>;
}

/**
 * What each language of an issue's number has still to translate: articles that another language of it has, and translations whose
 * original was changed since. A language of which the number has no issue is not told.
 *
 * @throws {Refusal} `ISSUE_UNKNOWN`
 */
export async function toTranslate(
  { strapi, issues, history }: NumberDependencies,
  documentId: string,
): Promise<ToTranslate[]> {
  const head = await issues.head(documentId);
  if (head === null) throw issueUnknown();
  const found: IssueDocument[] = [];
  for (const one of await issues.ofNumber(head.number)) {
    const issue = await issues.find(one.documentId, 'draft');
    if (issue) found.push(issue);
  }
  if (found.length < 2) return [];
  const contained = new Map(found.map((issue) => [issue.documentId, articlesIn(issue)] as const));
  const roots = [
    ...new Set([...contained.values()].flat().map((one) => one.translationOf ?? one.documentId)),
  ];
  const articles = await articlesOfRoots(strapi, roots);
  const told: ToTranslate[] = [];
  for (const issue of inOrder(found)) {
    const own = new Set((contained.get(issue.documentId) ?? []).map((one) => one.documentId));
    const isOwn = (article: ArticleRow) => own.has(article.documentId);
    const groups = roots.map((root) => articles.filter((one) => rootOf(one) === root));
    const lacking = groups
      .filter((group) => !group.some(isOwn))
      .flatMap((group) => {
        const [first] = group;
        const article = group.find((one) => rootOf(one) === one.documentId) ?? first;
        const translation = group.find(({ language }) => language === issue.language);
        return article ? [{ article: named(article), translation: translation?.documentId ?? null }] : [];
      });
    const behind: ToTranslate['behind'] = [];
    for (const article of articles.filter(isOwn)) {
      const original = articles.find((one) => one.documentId === article.translationOf);
      if (!original || !isOlderThan(article, original)) continue;
      const since = article.translatedRevision ?? 1;
      const changed = await history.changedSince(uids.article, original.documentId, since);
      if (changed === null || changed.length > 0) behind.push(named(article));
    }
    told.push({ issue: issue.documentId, language: issue.language, lacking, behind });
  }
  return told;
}

function articlesIn({ sections }: IssueDocument) {
  return sections.flatMap((section) =>
    section.__component === 'newsletter-section.articles' ? section.articles : [],
  );
}

function named({ documentId, language, title }: ArticleRow) {
  return { documentId, language, title };
}

function inOrder(issues: readonly IssueDocument[]): IssueDocument[] {
  return languages.flatMap((language) => issues.filter((issue) => issue.language === language));
}
