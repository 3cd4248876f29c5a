import type { Core } from '@strapi/strapi';
import type { Stage } from '../../../../shared/desk';
import { issueHeadSchema, issuePopulate, issueSchema, type IssueDocument, type IssueHead } from './issue';
import { uids } from '../../../../shared/uids';

/** Which version of the articles an issue is read with. The issue itself has only one. */
export type ArticleVersion = 'draft' | 'published';

/** Fields that only the stage machine writes. */
export interface StageFields {
  stage: Stage;
  approvedHash?: string | null;
  approvedBy?: string | null;
  approvedAt?: Date | null;
  sentAt?: Date | null;
}

/** The issues as Strapi holds them, read into our own shapes. */
export interface IssueStore {
  find(documentId: string, version: ArticleVersion): Promise<IssueDocument | null>;
  head(documentId: string): Promise<IssueHead | null>;
  page(request: { page: number; pageSize: number }): Promise<{ rows: IssueHead[]; total: number }>;
  ofNumber(number: number): Promise<IssueHead[]>;
  /** The number before, in the same language; null when there is none. */
  before(number: number, language: IssueHead['language']): Promise<IssueHead | null>;
  inStages(stages: readonly Stage[]): Promise<IssueHead[]>;
  /**
   * Moves an issue if it still stands in one of the stages given: one statement, so that of two who move it at the same
   * time only one does.
   *
   * @returns whether this call moved it
   */
  move(documentId: string, from: readonly Stage[], fields: StageFields): Promise<boolean>;
}

export function openIssueStore(strapi: Pick<Core.Strapi, 'documents' | 'db'>): IssueStore {
  const documents = () => strapi.documents(uids.issue);
  const heads = async (filters: object): Promise<IssueHead[]> => {
    const rows = await documents().findMany({ filters, sort: ['number:desc', 'language:asc'], limit: -1 });
    return rows.map((row) => issueHeadSchema.parse(row));
  };

  return {
    async find(documentId, status) {
      // An issue has no drafts of its own: `status` reaches through to its articles. Strapi warns that it may refuse
      // the parameter on such a type one day; this is the one place that gives it.
      const row = await documents().findOne({ documentId, populate: issuePopulate, status });
      return row ? issueSchema.parse(row) : null;
    },
    async head(documentId) {
      const row = await documents().findOne({ documentId });
      return row ? issueHeadSchema.parse(row) : null;
    },
    async page({ page, pageSize }) {
      const sort = ['number:desc', 'language:asc'];
      const rows = await documents().findMany({ sort, start: (page - 1) * pageSize, limit: pageSize });
      return { rows: rows.map((row) => issueHeadSchema.parse(row)), total: await documents().count({}) };
    },
    ofNumber: (number) => heads({ number }),
    async before(number, language) {
      const [newest] = await heads({ number: { $lt: number }, language });
      return newest ?? null;
    },
    inStages: (stages) => heads({ stage: { $in: [...stages] } }),
    async move(documentId, from, fields) {
      const { count } = await strapi.db
        .query(uids.issue)
        .updateMany({ where: { documentId, stage: { $in: [...from] } }, data: { ...fields } });
      return count > 0;
    },
  };
}
