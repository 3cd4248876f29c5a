import { spawn } from 'node:child_process';
import { Client } from 'pg';
import { prepareServer, readiness } from './postgres';

/** A database of a test's own on a server that others use too. Whoever opens it closes it. */
export interface PostgresDatabase {
  /** What `DATABASE_URL` would be. */
  url: string;
  close(): Promise<void>;
}

/** The servers of this worker of vitest's, by the data that they began with. */
const servers = new Map<string | undefined, Promise<string>>();
let made = 0;

/**
 * Makes a database on a server that is started once in each worker of vitest's: 0.2 s, where a server of its own takes two.
 *
 * @param from the name of kept data; the database begins as its database `postgres` is, empty without it
 */
export async function openDatabase(from?: string): Promise<PostgresDatabase> {
  if (!servers.has(from)) servers.set(from, startServer(from));
  const server = (await servers.get(from)) ?? '';
  const name = `of_test_${(made += 1)}`;
  await administer(server, `CREATE DATABASE ${name} TEMPLATE postgres`);
  return {
    url: databaseOn(server, name),
    close: () => administer(server, `DROP DATABASE ${name} WITH (FORCE)`),
  };
}

/**
 * Ends the server with this worker, which vitest ends without a word: then the pipe is closed. Nothing is written through to the disk
 * (fsync off), for this server meets no crash.
 */
const keeper = `
trap '' INT
"$@" &
server=$!
exec 3<&0
{ cat <&3 > /dev/null; kill -QUIT $server; } 2> /dev/null &
wait $server
rm -rf "$PWD"`;

async function startServer(from?: string): Promise<string> {
  const { url, program, options } = await prepareServer(from);
  const args = ['-c', keeper, 'keeper', ...program, '-c', 'fsync=off'];
  const server = spawn('/bin/sh', args, { ...options, stdio: ['pipe', 'ignore', 'pipe'] });
  await readiness(server);
  return url;
}

/** In a database that is never the template of another, which nobody may be connected to. */
async function administer(server: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: databaseOn(server, 'template1') });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

function databaseOn(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
