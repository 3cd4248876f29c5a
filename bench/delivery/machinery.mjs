/** Processes, databases and arithmetic of the bench. CPU and memory are read from /proc, so it runs on Linux. */
import { execFileSync, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { linkSecret, personKey, requireBuilt, sender } from './messages.mjs';

const { freezeCampaign, openLedger, workerCommand } = requireBuilt('./index.js');
const here = path.dirname(fileURLToPath(import.meta.url));

export const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
export const percentile = (values, share) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];

const closers = new Set();
process.once('exit', () => closers.forEach((close) => close()));

/** Whatever is under way is closed at the end of the bench too, however it comes. */
function closing(close) {
  closers.add(close);
  return () => {
    closers.delete(close);
    close();
  };
}

export function start(program, args = [], env = {}) {
  const child = fork(path.resolve(here, program), args.map(String), {
    env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const close = closing(() => child.kill('SIGKILL'));
  child.once('exit', close);
  return child;
}

export async function kill(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

export function answerOf(child, type) {
  return new Promise((resolve, reject) => {
    const gone = () => reject(new Error(`A process of the bench ended before it said “${type}”.`));
    const listen = (message) => {
      if (message.type !== type) return;
      child.off('message', listen).off('exit', gone);
      resolve(message);
    };
    child.on('message', listen).once('exit', gone);
  });
}

/** @returns the sink's port, how many messages it took so far and when that was, and the next one's moment */
export async function startSink(delayMs = 0) {
  const child = start('null-sink.mjs', [delayMs]);
  const { port } = await answerOf(child, 'listening');
  const ask = (type) => {
    const answer = answerOf(child, type);
    child.send({ type });
    return answer;
  };
  return {
    port,
    pid: child.pid,
    count: () => ask('count'),
    next: () => ask('next'),
    close: () => kill(child),
  };
}

/** A worker as it is in production: `nachra-worker`, told everything by its environment. */
export function startWorker(environment, { port, connections }) {
  return start(workerCommand, [], {
    ...environment,
    NACHRA_LINK_SECRET: linkSecret,
    NACHRA_PERSON_KEY: personKey,
    SMTP_URL: `smtp://127.0.0.1:${port}`,
    SMTP_CONNECTIONS: String(connections),
    LOG_LEVEL: 'silent',
  });
}

/** CPU that a process has used, in ms; the clock's ticks are 10 ms. */
export function cpuMs(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** Resident memory, in MB. */
export function memoryMb(pid) {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
}

export function* candidates(count, domain = 'readers.test') {
  for (let index = 1; index <= count; index += 1)
    yield { subscriberId: `s${index}`, address: `reader${index}@${domain}`, language: 'fr', confirmed: true };
}

let campaigns = 0;

/** Freezes a campaign that is due at once. @returns its id and how long that took, in ms */
export async function freeze(ledger, edition, people) {
  const begin = performance.now();
  const { campaignId } = await freezeCampaign(
    ledger,
    {
      key: `bench-${(campaigns += 1)}-${Date.now()}`,
      issueId: 'issue-242',
      issueNumber: edition.number,
      issueTitle: edition.title,
      by: { id: 'bench', name: 'Bench' },
      startAt: new Date(Date.now() - 1_000),
      editions: { [edition.language]: edition },
      candidates: candidates(people),
      sender,
    },
    new Date(),
  );
  return { campaignId, ms: performance.now() - begin };
}

/** A ledger in a database of its own; `environment` tells a worker of it. */
export async function openBenchLedger(kind) {
  const folder = mkdtempSync(path.join(tmpdir(), 'nachra-bench-'));
  const removeFolder = closing(() => rmSync(folder, { recursive: true, force: true }));
  if (kind === 'sqlite') {
    const filename = path.join(folder, 'ledger.db');
    const ledger = await openLedger({ client: 'sqlite', filename }, personKey);
    const close = () => ledger.close().then(removeFolder);
    return { kind, ledger, folder, environment: { LEDGER_FILE: filename }, close };
  }
  const server = await startPostgres(folder);
  const ledger = await openLedger({ client: 'postgres', url: server.url }, personKey);
  return {
    kind,
    ledger,
    folder,
    environment: { DATABASE_URL: server.url },
    async close() {
      await ledger.close();
      await server.close();
      removeFolder();
    },
  };
}

export function postgresPrograms() {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  return (
    versions
      .map((version) => path.join(debian, version, 'bin'))
      .find((folder) => existsSync(path.join(folder, 'initdb'))) ?? null
  );
}

/** A server with Debian's own settings (fsync on), in a folder of its own, on a free port of the loopback interface. */
async function startPostgres(folder) {
  const programs = postgresPrograms();
  const id = (what) => Number(execFileSync('id', [what, 'postgres'], { encoding: 'utf8' }));
  // PostgreSQL refuses to run as root.
  const account = process.getuid() === 0 ? { uid: id('-u'), gid: id('-g') } : {};
  const data = path.join(folder, 'data');
  const secret = path.join(folder, 'password');
  mkdirSync(data);
  writeFileSync(secret, 'bench');
  if (account.uid !== undefined)
    for (const each of [folder, data, secret]) chownSync(each, account.uid, account.gid);
  const run = { ...account, cwd: folder, env: { LC_ALL: 'C' } };
  execFileSync(
    path.join(programs, 'initdb'),
    ['-D', data, '-U', 'nachra', '--pwfile', secret, '--auth=scram-sha-256', '-E', 'UTF8', '--no-sync'],
    { ...run, stdio: 'pipe' },
  );
  const port = await freePort();
  const args = [
    '-D',
    data,
    '-p',
    String(port),
    '-c',
    'listen_addresses=127.0.0.1',
    '-c',
    'unix_socket_directories=',
  ];
  const server = spawn(path.join(programs, 'postgres'), args, {
    ...run,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const stop = closing(() => server.kill('SIGQUIT'));
  await new Promise((resolve, reject) => {
    let said = '';
    server.stderr.setEncoding('utf8').on('data', (text) => {
      said = (said + text).slice(-4_000);
      if (said.includes('ready to accept connections')) resolve();
    });
    server.once('exit', () => reject(new Error(`PostgreSQL did not start:\n${said}`)));
  });
  return {
    url: `postgres://nachra:bench@127.0.0.1:${port}/postgres`,
    async close() {
      const ended = once(server, 'exit');
      stop();
      await ended;
    },
  };
}

export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
