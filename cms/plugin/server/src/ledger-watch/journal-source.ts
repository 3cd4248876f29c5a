import type { JournalSource } from '@nachra/delivery';
import { canonicalJson } from '@nachra/renderer';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { contentLocks, lockContentIfFree } from '../common/content-locks';
import { tableOf } from '../common/table-of';
import { uids } from '../../../shared/uids';

/** The journal as it is witnessed. */
export interface WitnessedJournal extends JournalSource {
  /** The number of the last entry; 0 for none. */
  last(): Promise<number>;
  /**
   * How many entries there are up to the last one, before which none will be written any more. Null while somebody is writing one: it may get
   * a lower number than one that is there already.
   */
  settled(): Promise<{ entries: number; last: number } | null>;
}

/** What is witnessed of an entry, besides its instant. */
const columns = [
  ...['id', 'name', 'by_id', 'by_name', 'document', 'number', 'language'],
  ...['campaign', 'person', 'data', 'ledger_uid', 'event_id'],
];

/** The lowest number that a row of PostgreSQL may have; a lower one cannot be asked for. */
const lowest = -(2 ** 31);

/**
 * Every column in one form, but for the instant, which is as it is stored: on PostgreSQL without a time zone. What cannot be read stays as it is:
 * somebody has written it past every door, and it is to be found, not to fail.
 */
const entrySchema = z.looseObject({
  id: z.coerce.number(),
  event_id: z.unknown().transform((id) => (typeof id === 'string' && /^\d+$/.test(id) ? Number(id) : id)),
  data: z.unknown().transform((data) => (typeof data === 'string' ? jsonOrText(data) : data)),
});
const lastSchema = z.object({ id: z.number() }).nullable();

interface Transaction {
  trx: Core.Strapi['db']['connection'];
}

/** An entry of the journal as it is witnessed. @param row every column of {@link witnessedColumns} */
export function witnessedEntry(row: unknown): { id: number; text: string } {
  const entry = entrySchema.parse(row);
  return { id: entry.id, text: canonicalJson(entry) };
}

/** The columns of an entry that is read past Strapi from a SQLite file. */
export const witnessedColumns: readonly string[] = [...columns, 'at'];

function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Reads beside the doors of the journal, which show less: everything that an entry says is witnessed. */
export function openWitnessedJournal(strapi: Pick<Core.Strapi, 'db'>): WitnessedJournal {
  const { db } = strapi;
  const entries = () => db.query(uids.journalEntry);
  const table = tableOf(db, uids.journalEntry);
  const last = async () =>
    lastSchema.parse(await entries().findOne({ select: ['id'], orderBy: { id: 'desc' } }))?.id ?? 0;
  return {
    last,
    async read(after, limit) {
      // A transaction, so that it is read where one is open. Past Strapi's queries, which take ten times as long for each row.
      const rows: unknown[] = await db.transaction(async ({ trx }: Transaction) => {
        // Not as an instant, which would be another one in a process of another time zone.
        const at = db.dialect.client === 'postgres' ? `to_char(at, 'YYYY-MM-DD HH24:MI:SS.US') AS at` : 'at';
        const query = trx(table)
          .select([...columns, trx.raw(at)])
          .orderBy('id')
          .limit(limit);
        return after < lowest ? query : query.where('id', '>', after);
      });
      return rows.map(witnessedEntry);
    },
    settled: async () =>
      db.transaction(async () =>
        (await lockContentIfFree(strapi, contentLocks.journal))
          ? { last: await last(), entries: await entries().count() }
          : null,
      ),
  };
}
