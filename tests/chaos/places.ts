import { execFile } from 'node:child_process';
import { copyFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { LedgerOptions } from '@nachra/delivery';
import Database from 'better-sqlite3';
import { Client } from 'pg';
import type { LedgerKind } from '../support/campaign';
import { startPostgres, type RunningPostgres } from '../support/postgres';
import { postgresPrograms } from '../support/requires';

const run = promisify(execFile);

/** Where an installation keeps everything: a data folder and, on PostgreSQL, a database. */
export interface Place {
  dataDir: string;
  /** Null on SQLite. */
  databaseUrl: string | null;
  ledger: LedgerOptions;
}

/** A database, which can be lost or put back by itself. */
type Part = 'content' | 'ledger';
export type RunSql = (sql: string, values?: readonly string[]) => Promise<Record<string, unknown>[]>;

const schemaOf = { content: 'public', ledger: 'nachra' } as const;
const companions = ['', '-wal', '-shm'];
const fileOf = { content: 'nachra.db', ledger: 'ledger.db' } as const;

/** Places on one kind of database, and what befalls them. */
export interface Places {
  /** A new one, with nothing in it. */
  make(): Promise<Place>;
  /** A path for a file that is not there yet. */
  newFile(name: string): string;
  /** Statements on the content database; a site that runs is not to be there. */
  content(place: Place, work: (run: RunSql) => Promise<void>): Promise<void>;
  /** Copies everything as an operator does without our commands: the folder, or `pg_dump`. The site stands still. */
  save(place: Place): Promise<string>;
  /** Puts parts of what was saved back in place, over what is there. */
  load(saved: string, place: Place, parts: readonly Part[]): Promise<void>;
  /** Deletes a database and all that belongs to it. */
  lose(place: Place, part: Part): Promise<void>;
  close(): Promise<void>;
}

export async function openPlaces(kind: LedgerKind): Promise<Places> {
  const folder = await mkdtemp(path.join(tmpdir(), 'nachra-restoring-'));
  const postgres: RunningPostgres | null = kind === 'postgres' ? await startPostgres() : null;
  let made = 0;
  const newFile = (name: string): string => path.join(folder, `${name}${(made += 1)}`);

  async function onDatabase(databaseUrl: string, sql: string): Promise<void> {
    const client = new Client({ connectionString: databaseUrl });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  }

  async function newPlace(): Promise<Place> {
    const dataDir = newFile('place');
    const name = path.basename(dataDir);
    if (postgres === null)
      return {
        ...{ dataDir, databaseUrl: null },
        ledger: { client: 'sqlite', filename: path.join(dataDir, fileOf.ledger) },
      };
    await onDatabase(postgres.url, `CREATE DATABASE ${name}`);
    const there = new URL(postgres.url);
    there.pathname = `/${name}`;
    return { dataDir, databaseUrl: there.href, ledger: { client: 'postgres', url: there.href } };
  }

  async function lose({ dataDir, databaseUrl }: Place, part: Part): Promise<void> {
    if (databaseUrl !== null) return onDatabase(databaseUrl, `DROP SCHEMA ${schemaOf[part]} CASCADE`);
    for (const suffix of companions) await rm(path.join(dataDir, fileOf[part] + suffix), { force: true });
  }

  return {
    make: newPlace,
    newFile,
    async content({ dataDir, databaseUrl }, work) {
      if (databaseUrl === null) {
        const database = new Database(path.join(dataDir, fileOf.content));
        await work(async (sql, values = []) => {
          const statement = database.prepare(sql.replaceAll(/\$\d/g, '?'));
          if (statement.reader) return statement.all(...values) as Record<string, unknown>[];
          statement.run(...values);
          return [];
        }).finally(() => database.close());
        return;
      }
      const client = new Client({ connectionString: databaseUrl });
      await client.connect();
      await work(
        async (sql, values = []) => (await client.query(sql, [...values])).rows as Record<string, unknown>[],
      ).finally(() => client.end());
    },
    async save({ dataDir, databaseUrl }) {
      const saved = newFile('saved');
      await cp(dataDir, saved, { recursive: true, preserveTimestamps: true });
      for (const [part, schema] of Object.entries(schemaOf))
        if (databaseUrl !== null) {
          const args = ['-n', schema, '-f', path.join(saved, `${part}.sql`), databaseUrl];
          await run(path.join(postgresPrograms(), 'pg_dump'), args);
        }
      return saved;
    },
    async load(saved, place, parts) {
      for (const part of parts) {
        if (place.databaseUrl === null) {
          // Over the files that are there, which keep their inodes, as `cp` does.
          for (const suffix of companions) {
            const file = path.join(place.dataDir, fileOf[part] + suffix);
            await copyFile(path.join(saved, fileOf[part] + suffix), file).catch(
              async (error: NodeJS.ErrnoException) => {
                if (suffix === '' || error.code !== 'ENOENT') throw error;
                await rm(file, { force: true });
              },
            );
          }
        } else {
          await lose(place, part);
          const file = path.join(saved, `${part}.sql`);
          const args = ['-q', '-v', 'ON_ERROR_STOP=1', '-f', file, place.databaseUrl];
          await run(path.join(postgresPrograms(), 'psql'), args);
        }
      }
    },
    lose,
    async close() {
      await postgres?.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
