import type { Language } from '@nachra/renderer';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { tableOf } from '../../common/table-of';
import type { Stage } from '../../../../shared/stages';
import { filledIn } from './stored-fields';
import { issueHeadSchema, issuePopulate, issueSchema, type IssueDocument, type IssueHead } from './issue';
import { uids } from '../../../../shared/uids';

/** Which version of the articles an issue is read with. The issue itself has only one. */
export type ArticleVersion = 'draft' | 'published';

/** The issues as Strapi holds them, read into our own shapes. */
export interface IssueStore {
  find(documentId: string, version: ArticleVersion): Promise<IssueDocument | null>;
  /** An issue with its articles as drafted, as Strapi loads it: what forms are filled with, and what is typed is laid over. */
  draftRow(documentId: string): Promise<Record<string, unknown> | null>;
  /** Reads such a row into our own shape. */
  read(row: object): IssueDocument;
  head(documentId: string): Promise<IssueHead | null>;
  page(request: { page: number; pageSize: number }): Promise<{ rows: IssueHead[]; total: number }>;
  ofNumber(number: number): Promise<IssueHead[]>;
  /** The issues of a language, the newest number first. */
  inLanguage(language: IssueHead['language']): Promise<IssueHead[]>;
  /**
   * Issues of other languages that may be this one under another number: they share its period or its date, and neither language
   * has an issue of the other's number.
   */
  strays(issue: IssueHead): Promise<IssueHead[]>;
  inStages(stages: readonly Stage[]): Promise<IssueHead[]>;
  /**
   * Keeps everybody else from moving an issue until the transaction around this is over. Whoever ends or reopens its approval takes this
   * first, as whoever saves or approves it does: an issue before its approval, and of several the one whose documentId sorts first.
   * Otherwise two processes on PostgreSQL would wait for each other.
   */
  lock(documentId: string): Promise<void>;
  /** The issues that contain an article or a dashboard. */
  holding(documentIds: readonly string[]): Promise<IssueHead[]>;
}

const named = z.object({ documentId: z.string() });
const heldSchema = z.object({
  sections: z.array(z.object({ articles: z.array(named).default([]), dashboard: named.nullish() })),
});
/** What of an issue is a document of its own. */
const heldPopulate = {
  sections: {
    on: {
      'newsletter-section.articles': { populate: { articles: true } },
      'newsletter-section.dashboard': { populate: { dashboard: true } },
    },
  },
};

/** @param defaultLanguage of issues that have none */
export function openIssueStore(
  strapi: Pick<Core.Strapi, 'documents' | 'db'>,
  defaultLanguage: Language,
): IssueStore {
  const complete = (row: object) => filledIn(row, 'language', defaultLanguage);
  const headOf = (row: object) => issueHeadSchema.parse(complete(row));
  const documents = () => strapi.documents(uids.issue);
  const heads = async (filters: object): Promise<IssueHead[]> => {
    const rows = await documents().findMany({ filters, sort: ['number:desc', 'language:asc'], limit: -1 });
    return rows.map(headOf);
  };

  // An issue has no drafts of its own: `status` reaches through to its articles. Strapi warns that it may refuse
  // the parameter on such a type one day; this is the one place that gives it.
  const rowOf = (documentId: string, status: ArticleVersion) =>
    documents().findOne({ documentId, populate: issuePopulate, status });
  const read = (row: object): IssueDocument => issueSchema.parse(complete(row));

  return {
    async find(documentId, status) {
      const row = await rowOf(documentId, status);
      return row ? read(row) : null;
    },
    draftRow: (documentId) => rowOf(documentId, 'draft'),
    read,
    async head(documentId) {
      const row = await documents().findOne({ documentId });
      return row ? headOf(row) : null;
    },
    async page({ page, pageSize }) {
      const sort = ['number:desc', 'language:asc'];
      const rows = await documents().findMany({ sort, start: (page - 1) * pageSize, limit: pageSize });
      return { rows: rows.map(headOf), total: await documents().count({}) };
    },
    ofNumber: (number) => heads({ number }),
    inLanguage: (language) => heads({ language }),
    async strays({ number, language, periodFrom, periodTo, publicationDate }) {
      const alike = [
        ...(periodFrom && periodTo ? [{ periodFrom, periodTo }] : []),
        ...(publicationDate ? [{ publicationDate }] : []),
      ];
      if (alike.length === 0) return [];
      const others = await heads({ number: { $ne: number }, language: { $ne: language }, $or: alike });
      const numbers = others.map((other) => other.number);
      const paired = new Set((await heads({ number: { $in: numbers }, language })).map((own) => own.number));
      const present = new Set((await heads({ number })).map((sibling) => sibling.language));
      return others.filter((other) => !paired.has(other.number) && !present.has(other.language));
    },
    async holding(documentIds) {
      const rows = await documents().findMany({ populate: heldPopulate, sort: ['number:desc'], limit: -1 });
      return rows
        .filter((row) => {
          const { sections } = heldSchema.parse(row);
          return sections.some(({ articles, dashboard }) =>
            [...articles, ...(dashboard ? [dashboard] : [])].some((held) =>
              documentIds.includes(held.documentId),
            ),
          );
        })
        .map(headOf);
    },
    inStages: (stages) => heads({ stage: { $in: [...stages] } }),
    async lock(documentId) {
      const table = tableOf(strapi.db, uids.issue);
      await strapi.db.transaction(async ({ trx }: { trx: Core.Strapi['db']['connection'] }) => {
        await trx(table).where({ document_id: documentId }).forUpdate().select('id');
      });
    },
  };
}
