import { fingerprintOf, readerHashLength, type Ledger, type RecipientsPiece } from '@nachra/delivery';
import { languages } from '@nachra/renderer';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { uids } from '../../../../shared/uids';
import { isDuplicate } from '../../common/errors';
import { tableOf } from '../../common/table-of';

/** Which campaign some recipients are of. */
interface RememberedCampaign {
  /** Public id. */
  id: string;
  number: number;
}

/** Recipients of one edition, as they are read. */
interface RememberedReaders {
  campaign: string;
  language: (typeof languages)[number];
  round: number;
  /** Reader hashes. */
  hashes: string[];
}

/**
 * Which edition each recipient of a campaign was to get, in which round, by reader hashes: what the content knows when the ledger
 * has lost the campaign. Append-only. What was written under another key of persons names nobody, and is not read.
 */
export interface ReaderMemory {
  /** Appends a piece of a campaign, all of it or nothing. Idempotent by campaign and piece. */
  append(campaign: RememberedCampaign, piece: readonly RecipientsPiece[]): Promise<void>;
  /** Pieces of a campaign that stand, with their readers. */
  pieces(campaign: string): Promise<{ piece: number; readers: number }[]>;
  /** How many recipients of each campaign are remembered. */
  counts(): Promise<Map<string, number>>;
  /** The same of the campaigns of a number. */
  countsOf(number: number): Promise<Map<string, number>>;
  /** All recipients that are remembered of a number, some thousands at a time. */
  each(number: number): AsyncIterable<RememberedReaders>;
}

const piecesSchema = z.array(z.object({ campaign: z.string(), piece: z.number(), readers: z.number() }));
const countsSchema = z.array(z.object({ campaign: z.string(), readers: z.coerce.number() }));
const rowSchema = z.object({
  id: z.coerce.number(),
  campaign: z.string(),
  language: z.enum(languages),
  round: z.number(),
  hashes: z.string(),
});

/** @param ledger its key of persons is what readers are named by */
export function openReaderMemory(
  { db }: Pick<Core.Strapi, 'db'>,
  { personKey: key }: Pick<Ledger, 'personKey'>,
): ReaderMemory {
  const personKey = fingerprintOf(key ?? '');
  const rows = () => db.query(uids.readerMemory);
  const select = ['campaign', 'piece', 'readers'];
  return {
    async append({ id: campaign, number }, piece) {
      const data = piece.map((edition) => ({ campaign, number, personKey, ...edition }));
      try {
        if (data.length > 0) await rows().createMany({ data });
      } catch (error) {
        // Another process has written the same piece meanwhile.
        if (!isDuplicate(error)) throw error;
      }
    },
    async pieces(campaign) {
      return piecesSchema.parse(await rows().findMany({ where: { campaign, personKey }, select }));
    },
    async counts() {
      const table = tableOf(db, uids.readerMemory);
      const found: unknown = await db
        .connection(table)
        .where({ person_key: personKey })
        .select('campaign')
        .sum('readers as readers')
        .groupBy('campaign');
      return new Map(countsSchema.parse(found).map(({ campaign, readers }) => [campaign, readers]));
    },
    async countsOf(number) {
      const counts = new Map<string, number>();
      const found: unknown = await rows().findMany({ where: { number, personKey }, select });
      for (const { campaign, readers } of piecesSchema.parse(found))
        counts.set(campaign, (counts.get(campaign) ?? 0) + readers);
      return counts;
    },
    async *each(number) {
      for (let last = 0; ;) {
        const found: unknown = await rows().findOne({
          where: { number, personKey, id: { $gt: last } },
          orderBy: { id: 'asc' },
        });
        if (found === null) return;
        const { id, hashes, ...readers } = rowSchema.parse(found);
        yield { ...readers, hashes: apart(hashes) };
        last = id;
      }
    },
  };
}

/** Reader hashes out of the text that they stand in. Pure. */
function apart(text: string): string[] {
  const hashes: string[] = [];
  for (let from = 0; from < text.length; from += readerHashLength)
    hashes.push(text.slice(from, from + readerHashLength));
  return hashes;
}
