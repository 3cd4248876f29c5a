import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readSending, type RedisSettings } from '@nachra/delivery';
import { freePort } from './free-port';
import { redisProgram } from './requires';

/** A Redis server of a test's own. Whoever starts it closes it. */
export interface RunningRedis {
  /** What `REDIS_URL` would be, with a password. */
  url: string;
  settings: RedisSettings;
  password: string;
  /** Asks the server something (`redis-cli`). */
  ask(...words: string[]): string;
  /** Ends the server as a power cut would; it had written nothing down. */
  crash(): Promise<void>;
  /** Starts the server on the same port, empty; only after {@link crash}, or when it was not started. */
  start(): Promise<void>;
  close(): Promise<void>;
}

/** As careless as a real password: every sign that an address needs escaped. */
const password = 'p@ss:wörd/?#';

/**
 * Starts a server that keeps everything in memory, on a free port of the loopback interface. Nothing of it runs as root: root
 * starts it as the account that Debian's package makes.
 *
 * @param options.absent only takes the port and the folder: the server is not there until `start`
 */
export async function startRedis(options: { absent?: boolean } = {}): Promise<RunningRedis> {
  const program = redisProgram();
  const account = accountToRunAs();
  const folder = await mkdtemp(path.join(tmpdir(), 'nachra-redis-'));
  const port = await freePort();
  // In a file, so that no list of processes shows the password.
  const settingsFile = path.join(folder, 'redis.conf');
  await writeFile(
    settingsFile,
    `bind 127.0.0.1\nport ${port}\nrequirepass "${password}"\nsave ""\nappendonly no\ndir ${folder}\n`,
    { mode: 0o600 },
  );
  if (account) {
    for (const each of [folder, settingsFile]) await chown(each, account.uid, account.gid);
  }
  let server: ChildProcess | null = null;
  const kill = (): void => void server?.kill('SIGKILL');
  const end = async (): Promise<void> => {
    if (server === null) return;
    const ended = once(server, 'exit');
    kill();
    await ended;
    server = null;
  };
  const start = async (): Promise<void> => {
    server = spawn(program, [settingsFile], {
      ...account,
      cwd: folder,
      env: { PATH: process.env.PATH, LC_ALL: 'C' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    await readiness(server);
  };
  // A run of the tests that is broken off must leave no server behind.
  process.once('exit', kill);
  if (!options.absent) await start();
  const url = `redis://:${encodeURIComponent(password)}@127.0.0.1:${port}/0`;
  return {
    url,
    settings: readSending({ REDIS_URL: url }).redis as RedisSettings,
    password,
    ask: (...words) =>
      execFileSync('redis-cli', ['-p', String(port), '--no-auth-warning', ...words], {
        encoding: 'utf8',
        env: { PATH: process.env.PATH, REDISCLI_AUTH: password },
      }).trim(),
    crash: end,
    start,
    async close() {
      process.off('exit', kill);
      await end();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function accountToRunAs(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const ask = (what: string) => Number(execFileSync('id', [what, 'redis'], { encoding: 'utf8' }));
  return { uid: ask('-u'), gid: ask('-g') };
}

function readiness(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-4_000);
      if (/Ready to accept connections/i.test(said)) resolve();
    });
    server.once('exit', () => reject(new Error(`Redis did not start:\n${said}`)));
    server.once('error', reject);
  });
}
