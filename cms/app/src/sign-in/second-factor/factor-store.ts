import type { Core } from '@strapi/strapi';
import { z } from 'zod';

/** Where second factors and the hashes of recovery codes are kept, beside the tables of Strapi. */
const factors = 'nachra_second_factors';
const recoveries = 'nachra_recovery_codes';

/** A second factor as it is stored. */
interface StoredFactor {
  /** Sealed. */
  secret: string;
}

/** Second factors in the database of the content, for every process that shares it. */
interface FactorStore {
  find(userId: number): Promise<StoredFactor | null>;
  /** @returns false where the account has one already: of two at the same moment one wins */
  add(userId: number, secret: string, step: number, hashes: readonly string[]): Promise<boolean>;
  /** Marks a code of the app as used. @returns false where it, or a later one, was used before */
  useStep(userId: number, step: number): Promise<boolean>;
  /** Uses a recovery code up. @returns false where there is none like it any more */
  useRecovery(userId: number, hash: string): Promise<boolean>;
  countRecovery(userId: number): Promise<number>;
  replaceRecovery(userId: number, hashes: readonly string[]): Promise<void>;
  /** @returns whether there was one */
  remove(userId: number): Promise<boolean>;
}

const factorSchema = z.object({ secret: z.string() });
const countSchema = z.object({ count: z.coerce.number() });

/** Makes the tables where they are missing; two processes that do it at the same moment may meet, and the second finds them there. */
export async function openFactorStore(strapi: Core.Strapi): Promise<FactorStore> {
  await makeTables(strapi).catch(() => makeTables(strapi));
  const { db } = strapi;
  // Joins the transaction that is open, if one is: SQLite has one connection, and would wait for itself.
  type Transaction = Core.Strapi['db']['connection'];
  const run = <Result>(work: (trx: Transaction) => Promise<Result>): Promise<Result> =>
    db.transaction(({ trx }: { trx: Transaction }) => work(trx)) as Promise<Result>;
  const insert = async (trx: Transaction, userId: number, hashes: readonly string[]) => {
    await trx(recoveries).insert(hashes.map((hash) => ({ user_id: userId, hash })));
  };

  return {
    find: (userId) =>
      run(async (trx) => {
        const row: unknown = await trx(factors).where({ user_id: userId }).first<unknown>('secret');
        return row === undefined ? null : factorSchema.parse(row);
      }),
    add: (userId, secret, step, hashes) =>
      run(async (trx) => {
        const row = { user_id: userId, secret, last_step: step };
        const made: unknown[] = await trx(factors)
          .insert(row)
          .onConflict('user_id')
          .ignore()
          .returning('user_id');
        if (made.length === 0) return false;
        await trx(recoveries).where({ user_id: userId }).delete();
        await insert(trx, userId, hashes);
        return true;
      }),
    useStep: (userId, step) =>
      run(async (trx) => {
        const mine = trx(factors).where({ user_id: userId }).andWhere('last_step', '<', step);
        return (await mine.update({ last_step: step })) === 1;
      }),
    useRecovery: (userId, hash) =>
      run(async (trx) => (await trx(recoveries).where({ user_id: userId, hash }).delete()) === 1),
    countRecovery: (userId) =>
      run(async (trx) => {
        const row: unknown = await trx(recoveries).where({ user_id: userId }).count('* as count').first();
        return countSchema.parse(row).count;
      }),
    replaceRecovery: (userId, hashes) =>
      run(async (trx) => {
        await trx(recoveries).where({ user_id: userId }).delete();
        await insert(trx, userId, hashes);
      }),
    remove: (userId) =>
      run(async (trx) => {
        await trx(recoveries).where({ user_id: userId }).delete();
        return (await trx(factors).where({ user_id: userId }).delete()) > 0;
      }),
  };
}

async function makeTables(strapi: Core.Strapi): Promise<void> {
  const { connection } = strapi.db;
  if (!(await connection.schema.hasTable(factors)))
    await connection.schema.createTable(factors, (table) => {
      table.integer('user_id').primary();
      table.text('secret').notNullable();
      table.integer('last_step').notNullable();
    });
  if (!(await connection.schema.hasTable(recoveries)))
    await connection.schema.createTable(recoveries, (table) => {
      table.integer('user_id').notNullable();
      table.string('hash', 64).notNullable();
      table.primary(['user_id', 'hash']);
    });
}
