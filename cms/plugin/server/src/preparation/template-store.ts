import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { uids } from '../../../shared/uids';
import { issuePopulate } from '../content/documents/issue';
import type { DashboardAnew } from './dashboards-anew';
import { templateSchema, type Template } from './template';

/** The numbers that others are made from, and where these are written. */
export interface TemplateStore {
  /** Every number there is, the newest first. */
  numbers(): Promise<number[]>;
  /** A number in all its languages. */
  ofNumber(number: number): Promise<Template[]>;
  /** @returns its documentId */
  createDashboard(dashboard: Pick<DashboardAnew, 'title' | 'asOf' | 'figures' | 'from'>): Promise<string>;
  /**
   * @param proposedSubject where somebody has still to write another one
   * @returns its documentId
   */
  createIssue(data: Record<string, unknown>, proposedSubject: string | null): Promise<string>;
}

const numberedSchema = z.array(z.object({ number: z.number() }));
const createdSchema = z.object({ documentId: z.string() });

/** Must be called within the transaction that makes a whole number. */
export function openTemplateStore(strapi: Pick<Core.Strapi, 'documents' | 'db'>): TemplateStore {
  return {
    async numbers() {
      const rows: unknown = await strapi.db
        .query(uids.issue)
        .findMany({ select: ['number'], orderBy: { number: 'desc' } });
      return [...new Set(numberedSchema.parse(rows).map(({ number }) => number))];
    },
    async ofNumber(number) {
      const rows = await strapi
        .documents(uids.issue)
        .findMany({ filters: { number }, populate: issuePopulate, sort: ['language:asc'], limit: -1 });
      return rows.map((row) => templateSchema.parse(row));
    },
    async createDashboard({ title, asOf, figures, from }) {
      const data = { title, asOf, figures };
      const created = await strapi.documents(uids.dashboard).create({ data });
      const { documentId } = createdSchema.parse(created);
      // As below: it is no field of any form.
      await strapi.db.query(uids.dashboard).updateMany({ where: { documentId }, data: { copiedFrom: from } });
      return documentId;
    },
    async createIssue(data, proposedSubject) {
      const created = await strapi.documents(uids.issue).create({ data });
      const { documentId } = createdSchema.parse(created);
      // No form shows it and no write of anybody else may change it, so it is not written as the rest is.
      if (proposedSubject !== null)
        await strapi.db.query(uids.issue).updateMany({ where: { documentId }, data: { proposedSubject } });
      return documentId;
    },
  };
}
