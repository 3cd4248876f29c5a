import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { DashboardChoice, Page } from '../../../../shared/desk';
import { uids } from '../../../../shared/uids';
import { usages, usedIn } from './usages';

/** What is looked for among all dashboards. */
interface Wanted {
  search?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  page: number;
  pageSize: number;
}

const rowSchema = z.object({
  documentId: z.string(),
  title: z.string().catch(''),
  asOf: z.iso.date().nullable().catch(null),
  updatedAt: z.coerce.string(),
});

/** One page of the dashboards there are, that of the newest figures first, each with the issues that contain it. */
export async function pageOfDashboards(
  strapi: Pick<Core.Strapi, 'documents' | 'db'>,
  { search, from, to, page, pageSize }: Wanted,
): Promise<Page<DashboardChoice>> {
  const filters = {
    ...(search ? { $and: search.split(/\s+/).map((word) => ({ title: { $containsi: word } })) } : {}),
    ...(from || to ? { asOf: { ...(from && { $gte: from }), ...(to && { $lte: to }) } } : {}),
  };
  const documents = strapi.documents(uids.dashboard);
  const found: unknown = await documents.findMany({
    filters,
    fields: ['title', 'asOf', 'updatedAt'],
    sort: ['asOf:desc', 'id:desc'],
    start: (page - 1) * pageSize,
    limit: pageSize,
  });
  const rows = z.array(rowSchema).parse(found);
  const places = await usages(
    strapi,
    'dashboard',
    rows.map(({ documentId }) => documentId),
  );
  return {
    rows: rows.map((row) => ({ ...row, usedIn: usedIn(places, row.documentId) })),
    ...{ page, pageSize, total: await documents.count({ filters }) },
  };
}
