import type { Actor } from '@nachra/delivery';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { journalKindOf, journalNames, type JournalKind } from '../../../../shared/journal-lists';
import { tableOf } from '../../common/table-of';
import { uids } from '../../../../shared/uids';

const entrySchema = z.object({
  id: z.coerce.number(),
  at: z.coerce.date(),
  name: z.enum(journalNames),
  byId: z.string(),
  byName: z.string(),
  document: z.string().nullish(),
  number: z.number().nullish(),
  language: z.string().nullish(),
  campaign: z.string().nullish(),
  data: z
    .record(z.string(), z.unknown())
    .nullish()
    .transform((data) => data ?? {}),
});
/** One entry of the journal, as it was written. */
export type StoredEntry = z.infer<typeof entrySchema>;

/** Which entries: all of these at once. */
export interface JournalFilter {
  /** Id of the person who decided. */
  by?: string | undefined;
  number?: number | undefined;
  kind?: JournalKind | undefined;
  from?: Date | undefined;
  /** Up to, and not including. */
  to?: Date | undefined;
}

/** The journal, for whoever reads it; `common/journal.ts` writes it. Newest first. */
export interface JournalStore {
  page(
    filter: JournalFilter,
    page: { page: number; pageSize: number },
  ): Promise<{ rows: StoredEntry[]; total: number }>;
  /** Every entry, read as it is asked for. */
  each(filter: JournalFilter): AsyncIterable<StoredEntry>;
  /** Everybody who stands in it, by name. */
  people(): Promise<Actor[]>;
}

/** A journal grows for years: it is never read at once. */
const atOnce = 500;

export function openJournalStore({ db }: Pick<Core.Strapi, 'db'>): JournalStore {
  const entries = () => db.query(uids.journalEntry);
  const read = async (query: object): Promise<StoredEntry[]> =>
    z.array(entrySchema).parse(await entries().findMany({ orderBy: { id: 'desc' }, ...query }));
  return {
    async page(filter, { page, pageSize }) {
      const where = conditionsOf(filter);
      const rows = await read({ where, limit: pageSize, offset: (page - 1) * pageSize });
      return { rows, total: await entries().count({ where }) };
    },
    async *each(filter) {
      const where = conditionsOf(filter);
      let before: object = {};
      for (;;) {
        const rows = await read({ where: { $and: [where, before] }, limit: atOnce });
        yield* rows;
        const last = rows.at(-1);
        if (last === undefined || rows.length < atOnce) return;
        before = { id: { $lt: last.id } };
      }
    },
    async people() {
      const table = tableOf(db, uids.journalEntry);
      const rows: unknown = await db
        .connection(table)
        .select('by_id as id')
        .max('by_name as name')
        .groupBy('by_id')
        .orderBy('name');
      return z.array(z.object({ id: z.string(), name: z.string() })).parse(rows);
    },
  };
}

function conditionsOf({ by, number, kind, from, to }: JournalFilter): object {
  return {
    ...(by !== undefined && { byId: by }),
    ...(number !== undefined && { number }),
    ...(kind && { name: { $in: journalNames.filter((name) => journalKindOf(name) === kind) } }),
    ...((from ?? to) && { at: { ...(from && { $gte: from }), ...(to && { $lt: to }) } }),
  };
}
