import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadPlugin } from '../../support/cms';
import { within } from '../../support/slowness.mts';
import { eventually } from './newsroom';

type SupervisorModule = typeof import('../../../cms/plugin/server/src/worker/supervisor');
const { superviseWorker } = loadPlugin<SupervisorModule>('worker/supervisor');

const password = 'hush-hush';
const settings = {
  ledger: { client: 'sqlite' as const, filename: '/nowhere/ledger.db' },
  linkSecret: 'link-secret-of-sixteen-or-more',
  personKey: 'person-key-of-sixteen-or-more',
  servers: [{ smtp: { host: '127.0.0.1', port: 1, user: 'lettre', password } }],
  logLevel: 'silent' as const,
};

describe('the worker beside the CMS', () => {
  let folder: string;
  let diary: string;
  let progress: string[];

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'nachra-worker-'));
    diary = path.join(folder, 'diary');
    progress = [];
    await writeFile(diary, '');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  /** Starts a real child process of a few lines that keeps a diary. */
  async function supervise(program: string, drainMs?: number) {
    const command = path.join(folder, 'worker.js');
    const note = `const note = (line) => require('node:fs').appendFileSync(${JSON.stringify(diary)}, line + ' ');`;
    await writeFile(command, `${note}\n${program}`);
    const quiet = () => undefined;
    return superviseWorker({
      command,
      settings,
      log: { info: quiet, warn: quiet, error: quiet },
      onProgress: (campaignId) => progress.push(campaignId),
      backOff: { first: 50, longest: 200 },
      drainMs,
    });
  }
  const read = async () => (await readFile(diary, 'utf8')).trim();

  it('is started again whenever it dies', async () => {
    const worker = await supervise(`note('born'); process.exit(1);`);
    expect(await eventually(read, (text) => text.startsWith('born born born'))).toMatch(/^born born born/);
    await worker.stop();
    const after = await read();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await read()).toBe(after);
  });

  it('is woken, reports progress, and is given the time to finish what it is sending', async () => {
    const worker = await supervise(`
      note('born');
      process.on('message', ({ type }) => { note(type); if (type === 'wake') process.send({ type: 'progress', campaignId: 'abc' }); });
      process.on('SIGTERM', () => setTimeout(() => { note('drained'); process.exit(0); }, 100));
    `);
    await eventually(read, (text) => text === 'born settings');
    worker.wake();
    await eventually(
      async () => progress,
      (reported) => reported.length > 0,
    );
    expect(progress).toEqual(['abc']);
    await worker.stop();
    expect(await read()).toBe('born settings wake drained');
  });

  it('is handed its settings by IPC, with no secret in its environment or on its command line', async () => {
    const worker = await supervise(`
      process.on('message', ({ type, settings }) => note(process.pid + ' ' + settings.linkSecret + ' ' + settings.servers[0].smtp.password));
    `);
    const noted = await eventually(read, (text) => text.includes(password));
    const [pid, ...handed] = noted.split(' ');
    expect(handed).toEqual([settings.linkSecret, password]);
    const ofProcess = (file: string) => readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '');
    const visible = (await ofProcess('environ')) + (await ofProcess('cmdline'));
    if (existsSync('/proc/self/cmdline')) expect(visible).toContain('worker.js');
    for (const secret of handed) expect(visible).not.toContain(secret);
    await worker.stop();
  });

  it('is known to be alive or not, and to wait for its mail server or not', async () => {
    const worker = await supervise(`
      process.send({ type: 'breaker', isOpen: true });
      process.on('message', ({ type }) => type === 'wake' && process.send({ type: 'breaker', isOpen: false }));
    `);
    const health = async () => worker.health();
    const open = { alive: true, breakerOpen: true };
    expect(await eventually(health, ({ breakerOpen }) => breakerOpen)).toEqual(open);
    worker.wake();
    const shut = { alive: true, breakerOpen: false };
    expect(await eventually(health, ({ breakerOpen }) => !breakerOpen)).toEqual(shut);
    await worker.stop();
    expect(worker.health()).toMatchObject({ alive: false });
  });

  it('is killed when it does not finish in time', async () => {
    const worker = await supervise(
      `process.on('SIGTERM', () => note('deaf')); setInterval(() => {}, 1000); note('born');`,
      within(1_000),
    );
    await eventually(read, (text) => text === 'born');
    await worker.stop();
    expect(await read()).toBe('born deaf');
  });
});
