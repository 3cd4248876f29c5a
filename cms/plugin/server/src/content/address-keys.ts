import { addressKey, normaliseAddress } from '@nachra/delivery';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { uids } from '../../../shared/uids';

const subscriberSchema = z.object({ id: z.number(), address: z.string() });
const takenSchema = z.array(z.object({ addressKey: z.string() }));

/** Rows a statement: three values each, and SQLite binds 32 766. */
const atOnce = 1_000;

/**
 * Writes the form in which addresses are compared where it is not stored: subscribers of before it was, and those that a script
 * has written past Strapi's document service. Of several that have one mailbox only the first gets it: the others stay as they are,
 * since nobody here knows which of them to keep, and none can be added to them. Idempotent.
 */
export async function backfillAddressKeys({ db }: Pick<Core.Strapi, 'db'>): Promise<void> {
  const subscribers = db.query(uids.subscriber);
  for (let last = 0; ;) {
    const rows = z.array(subscriberSchema).parse(
      await subscribers.findMany({
        where: { addressKey: { $null: true }, id: { $gt: last } },
        orderBy: { id: 'asc' },
        limit: atOnce,
        select: ['id', 'address'],
      }),
    );
    const free = new Map<string, number>();
    for (const { id, address } of rows) {
      const key = addressKey(normaliseAddress(address) ?? address);
      if (!free.has(key)) free.set(key, id);
    }
    const where = { addressKey: { $in: [...free.keys()] } };
    const taken = takenSchema.parse(await subscribers.findMany({ where, select: ['addressKey'] }));
    for (const row of taken) free.delete(row.addressKey);
    if (free.size > 0) await writeKeys(db, free);
    if (rows.length < atOnce) return;
    last = rows.at(-1)?.id ?? last;
  }
}

/** One statement for all: a hundred thousand single ones would keep the CMS from starting for half a minute. */
async function writeKeys(db: Core.Strapi['db'], keys: ReadonlyMap<string, number>): Promise<void> {
  const pairs = [...keys].flatMap(([key, id]) => [id, key]);
  const cases = 'WHEN ? THEN ? '.repeat(keys.size);
  const table = db.connection('newsletter_subscribers').whereIn('id', [...keys.values()]);
  await table.update({ address_key: db.connection.raw(`CASE id ${cases}END`, pairs) });
}
