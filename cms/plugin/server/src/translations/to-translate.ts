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
  const standings = found.flatMap(standingsIn);
  const roots = [...new Set(standings.map(({ root }) => root))];
  const articles = await articlesOfRoots(strapi, roots);
  const told: ToTranslate[] = [];
  for (const issue of inOrder(found)) {
    const own = standings.filter((one) => one.issue === issue);
    const isOwn = ({ documentId: one }: ArticleRow) => own.some((standing) => standing.documentId === one);
    const lacking = roots.flatMap((root): ToTranslate['lacking'] => {
      const group = articles.filter((one) => rootOf(one) === root);
      const article = group.find((one) => one.documentId === root) ?? group[0];
      const there = standings.find((one) => one.root === root);
      if (!article || !there || group.some(isOwn)) return [];
      const translation = group.find(({ language }) => language === issue.language);
      return [
        {
          article: named(article),
          translation: translation ? named(translation) : null,
          section: there.section,
          kind: article.kind ?? null,
        },
      ];
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

interface Standing {
  issue: IssueDocument;
  documentId: string;
  /** What it and its translations share. */
  root: string;
  section: number;
}

function standingsIn(issue: IssueDocument): Standing[] {
  return issue.sections.flatMap((section, at) =>
    section.__component === 'newsletter-section.articles'
      ? section.articles.map(({ documentId, translationOf }) => ({
          ...{ issue, documentId, section: at },
          root: translationOf ?? documentId,
        }))
      : [],
  );
}

function named({ documentId, language, title }: ArticleRow) {
  return { documentId, language, title };
}

function inOrder(issues: readonly IssueDocument[]): IssueDocument[] {
  return languages.flatMap((language) => issues.filter((issue) => issue.language === language));
}
