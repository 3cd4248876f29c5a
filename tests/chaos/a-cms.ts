import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadCms } from '../support/cms';
import { freePort } from '../support/free-port';
import { aCmsChild } from '../support/cms-child';
import { connections } from './ordeal';

type Desk = typeof import('../../cms/app/src/demo/desk-client');
type Secrets = typeof import('../../cms/app/src/settings/secrets');

/** An installation on SQLite whose CMS, with the worker it keeps, can be killed and started again. */
export interface KillableCms {
  ledgerFile: string;
  /** Starts the CMS and signs in. @returns the desk, as a person's browser has it */
  start(): ReturnType<Desk['openDesk']>;
  /** SIGKILL of the CMS alone; its worker finds its parent gone. */
  kill(): Promise<void>;
  kills(): number;
  /** Stops what still runs and removes everything. */
  close(): Promise<void>;
}

const account = { email: 'chaos@nachra.test', password: 'Correct-Horse-1' };

/** @param readers how many subscribers its list has at the first start */
export async function aKillableCms(smtpUrl: string, readers: number): Promise<KillableCms> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'nachra-killed-'));
  const port = await freePort();
  const environment = {
    ...loadCms<Secrets>('settings/secrets').randomSecrets(),
    PATH: process.env.PATH,
    NODE_ENV: 'test',
    NACHRA_DATA_DIR: dataDir,
    PORT: String(port),
    SMTP_URL: smtpUrl,
    SMTP_CONNECTIONS: String(connections),
    NACHRA_SIGN_IN_LIMIT: 'false',
    LOG_LEVEL: 'silent',
  };
  const child = aCmsChild();
  let starts = 0;
  let kills = 0;

  return {
    ledgerFile: path.join(dataDir, 'ledger.db'),
    async start() {
      const first = starts === 0;
      starts += 1;
      await child.start({
        ...environment,
        ...(first ? { NACHRA_CHAOS_READERS: String(readers), NACHRA_CHAOS_PASSWORD: account.password } : {}),
      });
      return loadCms<Desk>('demo/desk-client').openDesk(`http://127.0.0.1:${port}`, account);
    },
    async kill() {
      await child.end('SIGKILL');
      kills += 1;
    },
    kills: () => kills,
    async close() {
      await child.end('SIGTERM');
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
