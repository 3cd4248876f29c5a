import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from './free-port';
import { copyFolder, keep, keptPath } from './kept-folders';
import { postgresPrograms } from './requires';

/** A PostgreSQL server of a test's own, with one empty database. Whoever starts it closes it. */
export interface RunningPostgres {
  /** What `DATABASE_URL` would be: with the name and the password of the database's owner. */
  url: string;
  password: string;
  /** Ends the server as a power cut would; what was committed stays. */
  crash(): Promise<void>;
  /** Starts the server again on the same port, after {@link crash}. */
  start(): Promise<void>;
  /** Ends the server as its administrator would, and keeps its data under a name; see {@link prepareServer}. */
  keepAs(name: string): Promise<void>;
  close(): Promise<void>;
}

/** As careless as a real password: every sign that an address needs escaped. */
const password = 'p@ss:wörd/?#';

/**
 * Starts a server in a folder of its own, on a free port of the loopback interface, as safe against a crash as it comes
 * (fsync on): for a test that crashes it, or changes what all databases of a server share. Others use a database of
 * `shared-postgres.ts`, which takes a tenth of the time.
 */
export async function startPostgres(): Promise<RunningPostgres> {
  const { folder, data, url, program, options } = await prepareServer();
  let server: ChildProcess | null = null;
  const kill = (): void => void server?.kill('SIGQUIT');
  const end = async (signal: 'SIGQUIT' | 'SIGINT' = 'SIGQUIT'): Promise<void> => {
    if (server === null) return;
    const ended = once(server, 'exit');
    server.kill(signal);
    await ended;
    server = null;
  };
  const start = async (): Promise<void> => {
    const [command = '', ...args] = program;
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
    server = child;
    await readiness(child);
  };
  // A run of the tests that is broken off must leave no server behind.
  process.once('exit', kill);
  await start();
  return {
    url,
    password,
    crash: () => end(),
    start,
    async keepAs(kept) {
      await end('SIGINT');
      await keep(kept, async (unfinished) => copyFolder(data, unfinished));
    },
    async close() {
      process.off('exit', kill);
      await end();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A server that is still to be started: its program with what it is told, and what it runs as and in. */
interface PreparedServer {
  folder: string;
  data: string;
  /** Of its database `postgres`. */
  url: string;
  program: string[];
  options: { uid?: number; gid?: number; cwd: string; env: NodeJS.ProcessEnv };
}

/**
 * Makes the folder of a server and chooses its port. PostgreSQL refuses to run as root, so root starts it as the account that Debian's
 * package makes.
 *
 * @param from the name of kept data that it begins with, instead of nothing
 */
export async function prepareServer(from?: string): Promise<PreparedServer> {
  const account = accountToRunAs();
  const folder = await mkdtemp(path.join(tmpdir(), 'nachra-postgres-'));
  const data = path.join(folder, 'data');
  if (account) await chown(folder, account.uid, account.gid);
  const options = { ...account, cwd: folder, env: { PATH: process.env.PATH, LC_ALL: 'C' } };
  copyFolder(from === undefined ? await keptEmpty(options) : keptPath(from), data);
  const port = await freePort();
  const told = ['-D', data, '-p', String(port), '-c', 'listen_addresses=127.0.0.1'];
  return {
    folder,
    data,
    url: `postgres://nachra:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`,
    program: [path.join(postgresPrograms(), 'postgres'), ...told, '-c', 'unix_socket_directories='],
    options,
  };
}

/** What the programs say of themselves, such as `15.18`. */
export function postgresVersion(): string {
  const said = execFileSync(path.join(postgresPrograms(), 'postgres'), ['--version'], { encoding: 'utf8' });
  return /\d[\w.]*/.exec(said)?.[0] ?? '';
}

/** Where the data of a new server is kept: what `initdb` makes is the same each time, and takes a second of the processor. */
async function keptEmpty(run: PreparedServer['options']): Promise<string> {
  const name = `postgres-${postgresVersion()}`;
  await keep(name, async (unfinished) => {
    const data = path.join(run.cwd, 'new');
    const secret = path.join(run.cwd, 'password');
    await writeFile(secret, password);
    if (run.uid !== undefined && run.gid !== undefined) await chown(secret, run.uid, run.gid);
    execFileSync(
      path.join(postgresPrograms(), 'initdb'),
      ['-D', data, '-U', 'nachra', '--pwfile', secret, '--auth=scram-sha-256', '-E', 'UTF8', '--no-sync'],
      { ...run, stdio: 'pipe' },
    );
    await rename(data, unfinished);
  });
  return keptPath(name);
}

function accountToRunAs(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const ask = (what: string) => Number(execFileSync('id', [what, 'postgres'], { encoding: 'utf8' }));
  return { uid: ask('-u'), gid: ask('-g') };
}

/** Until it takes connections. @throws what it said, where it ends before that */
export function readiness(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-4_000);
      if (said.includes('ready to accept connections')) resolve();
    });
    server.once('exit', () => reject(new Error(`PostgreSQL did not start:\n${said}`)));
    server.once('error', reject);
  });
}
