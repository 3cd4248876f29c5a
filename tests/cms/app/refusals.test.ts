import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../../support/free-port';
import { patienceMs } from '../../support/until';

const secret = 'a-secret-of-sixteen-or-more';
const complete = {
  APP_KEYS: `${secret},${secret}`,
  API_TOKEN_SALT: secret,
  ADMIN_JWT_SECRET: secret,
  TRANSFER_TOKEN_SALT: secret,
  ENCRYPTION_KEY: secret,
  NACHRA_LINK_SECRET: secret,
  SMTP_URL: 'smtp://127.0.0.1:1',
  PUBLIC_URL: 'https://lettre.example.test',
};

/** What stands in the way of a start is said in a sentence that names the setting, before anything is made or lost. */
describe('npm start refuses, and says why', () => {
  let folder: string;
  let port: number;
  let taken: Server;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'nachra-refusals-'));
    port = await freePort();
    taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  });
  afterAll(async () => {
    taken.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('a missing secret', async () => {
    const { code, words } = await start({ ...complete, NACHRA_LINK_SECRET: '' });
    expect(words).toContain('NACHRA_LINK_SECRET is missing');
    expect(code).toBe(1);
  });

  it('a missing mail server', async () => {
    const { code, words } = await start({ ...complete, SMTP_URL: '' });
    expect(words).toContain('SMTP_URL is missing');
    expect(code).toBe(1);
  });

  it('a port that another program holds', async () => {
    const address = taken.address();
    const held = typeof address === 'object' && address !== null ? address.port : 0;
    const { code, words } = await start({ ...complete, PORT: String(held) });
    expect(words).toContain(`Port ${held}`);
    expect(words).toContain('PORT=');
    expect(code).toBe(1);
  });

  it.each([
    ['NACHRA_DATA_DIR', 'data folder'],
    ['DATABASE_FILE', 'database file'],
    ['LEDGER_FILE', 'database file'],
  ])('a place that cannot be written: %s', async (variable, named) => {
    // Root may write anywhere but here.
    const { code, words } = await start({ ...complete, [variable]: '/proc/nachra/x.db' });
    expect(words).toContain(`${named} /proc/nachra/x.db cannot be written`);
    expect(words).toContain(`set ${variable}`);
    expect(words).not.toMatch(/\n\s+at /);
    expect(code).toBe(1);
  });

  it('a database that does not answer', async () => {
    const url = `postgres://nachra:hush-hush@127.0.0.1:${await freePort()}/nachra`;
    const { code, words } = await start({ ...complete, DATABASE_URL: url });
    expect(words).toMatch(/database postgres:\/\/127\.0\.0\.1:\d+\/nachra cannot be used \(.*ECONNREFUSED/);
    expect(words).toContain('DATABASE_URL');
    expect(words).not.toContain('hush-hush');
    expect(words).not.toMatch(/\n\s+at /);
    expect(code).toBe(1);
  });

  function start(environment: Record<string, string>): Promise<{ code: number | null; words: string }> {
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, ['cms/app/dist/src/commands/start.js'], {
        env: {
          PATH: process.env.PATH,
          HOST: '127.0.0.1',
          PORT: String(port),
          NACHRA_DATA_DIR: folder,
          ...environment,
        },
        timeout: patienceMs,
      });
      let words = '';
      child.stdout.on('data', (chunk: Buffer) => (words += chunk.toString()));
      child.stderr.on('data', (chunk: Buffer) => (words += chunk.toString()));
      child.once('error', reject);
      child.once('exit', (code) => resolve({ code, words }));
    });
  }
});
