import { execFile } from 'node:child_process';
import { cp, mkdtemp, mkdir, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import {
  freezeCampaign,
  openLedger,
  readHolds,
  readPersonKey,
  suppress,
  type LedgerOptions,
} from '@nachra/delivery';
import Database from 'better-sqlite3';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aRequest, candidates, describeOnBoth } from '../../support/campaign';
import { loadCms, startCms } from '../../support/cms';
import { startPostgres, type RunningPostgres } from '../../support/postgres';
import { until } from '../../support/until';
import { filesIn, somebodyElses, tablesOf } from './whole-installation';

type Secrets = typeof import('../../../cms/app/src/settings/secrets');

const commands = createRequire(import.meta.url).resolve('../../../cms/app/dist/src/commands/backup.js');

describeOnBoth('an installation that is backed up while it runs', (kind) => {
  let folder: string;
  let postgres: RunningPostgres | null = null;
  let environment: Record<string, string>;
  let archive: string;
  /** What was there when the archive was made. */
  let before: { tables: Record<string, unknown[]>; files: Record<string, string> };

  const databaseUrl = (name: string): string => {
    const url = new URL(postgres?.url ?? '');
    url.pathname = `/${name}`;
    return url.href;
  };
  const optionsOf = (dataDir: string, database: string): LedgerOptions =>
    kind === 'sqlite'
      ? { client: 'sqlite', filename: path.join(dataDir, 'ledger.db') }
      : { client: 'postgres', url: databaseUrl(database) };

  /** A new place for an installation, and its variables. */
  async function place(name: string): Promise<Record<string, string>> {
    if (postgres !== null) {
      const client = new Client({ connectionString: postgres.url });
      await client.connect();
      await client.query(`CREATE DATABASE ${name}`);
      await client.end();
    }
    return {
      ...environment,
      NACHRA_DATA_DIR: path.join(folder, name),
      ...(postgres ? { DATABASE_URL: databaseUrl(name) } : {}),
    };
  }

  /** Runs a command as a person does. */
  async function run(command: 'backup' | 'restore', args: string[], variables: Record<string, string>) {
    const program = path.join(path.dirname(commands), `${command}.js`);
    return promisify(execFile)(process.execPath, [program, ...args], {
      env: { PATH: process.env.PATH, ...variables },
      cwd: folder,
    }).then(
      ({ stdout, stderr }) => ({ code: 0, said: stdout + stderr }),
      (error: { code: unknown; stdout: string; stderr: string }) => ({
        code: error.code,
        said: error.stdout + error.stderr,
      }),
    );
  }

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'nachra-backup-'));
    if (kind === 'postgres') postgres = await startPostgres();
    environment = { ...loadCms<Secrets>('settings/secrets').randomSecrets(), NACHRA_WORKER: 'none' };
    const variables = await place('first');
    const cms = await startCms(variables);
    // A job of Strapi's that comes due between the backup and the look at the tables would change a row.
    cms.strapi.cron.stop();
    const dataDir = variables['NACHRA_DATA_DIR'] ?? '';
    await cms.seed();
    const ledger = await openLedger(optionsOf(dataDir, 'first'), readPersonKey(dataDir));
    await freezeCampaign(ledger, await aRequest({ candidates: candidates(40) }), new Date());
    if (kind === 'postgres') await ledger.run(somebodyElses);
    const now = new Date();
    await suppress(ledger, {
      address: 'gone@example.test',
      reason: 'unsubscribed',
      source: 'one-click',
      now,
    });
    // The CMS copies both to its journal, and has that witnessed, within a second: not between the backup and the look at the tables.
    await until(
      () =>
        ledger.rows<{ entries: number; left: number }>(
          'SELECT (SELECT count(*) FROM journal_witness) AS entries, (SELECT count(*) FROM campaign WHERE witnessed_at IS NULL) AS "left"',
        ),
      ([row]) => Number(row?.entries) === 2 && Number(row?.left) === 0,
    );
    await ledger.close();
    // What no list of names would have: a key, a file with an unusual name in a new folder, a database of somebody's own.
    await writeFile(path.join(dataDir, 'some.key'), 'a key', { mode: 0o600 });
    await mkdir(path.join(dataDir, 'later', 'empty'), { recursive: true });
    await writeFile(path.join(dataDir, 'later', `${'é'.repeat(60)} نشرة.txt`), 'line\u2028line', {
      mode: 0o644,
    });
    const own = new Database(path.join(dataDir, 'later', 'own.bin'));
    own.pragma('journal_mode = WAL');
    own.exec(`CREATE TABLE t (x); INSERT INTO t VALUES ('in the log')`);
    archive = path.join(folder, 'first.tar.gz');
    const made = await run('backup', ['first.tar.gz'], variables);
    expect(made, made.said).toMatchObject({ code: 0 });
    expect(made.said).toMatch(/tables, \d+ rows/);
    expect(made.said).toContain('NACHRA_LINK_SECRET');
    own.close();
    await rm(path.join(dataDir, 'later', 'own.bin'));
    before = { tables: await tablesOf(variables), files: await filesIn(dataDir) };
    await cms.close();
  });
  afterAll(async () => {
    await postgres?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('is written for its owner alone, once, and leaves nothing beside it', async () => {
    expect((await stat(archive)).mode & 0o777).toBe(0o600);
    const again = await run('backup', ['first.tar.gz'], await place('unused'));
    expect(again).toMatchObject({ code: 1, said: expect.stringContaining('exists already') as string });
    expect((await readdir(folder)).filter((name) => name.startsWith('first.tar'))).toEqual(['first.tar.gz']);
  });

  it('comes back whole in an empty place, held until a person decides', async () => {
    const variables = await place('second');
    const restored = await run('restore', [archive], variables);
    expect(restored, restored.said).toMatchObject({ code: 0 });
    const dataDir = variables['NACHRA_DATA_DIR'] ?? '';
    const after = { tables: await tablesOf(variables), files: await filesIn(dataDir) };
    const own = new Database(path.join(dataDir, 'later', 'own.bin'));
    expect(own.prepare('SELECT x FROM t').pluck().all()).toEqual(['in the log']);
    own.close();
    const { [path.join('later', 'own.bin')]: _own, ...files } = after.files;
    expect(Object.keys(files).sort()).toEqual(Object.keys(before.files).sort());
    expect(files).toEqual(before.files);
    expect(await readdir(path.join(dataDir, 'later', 'empty'))).toEqual([]);
    expect((await readdir(dataDir)).filter((name) => name.includes('restoring'))).toEqual([]);
    // The ledger says of itself that it was restored; all the rest is as it was, but what follows the journal by a second.
    const itself = /\.(?:identity|event|campaign|journal_head|journal_witness|newsletter_ledger_anchors)$/;
    const rest = (tables: Record<string, unknown[]>) =>
      Object.fromEntries(Object.entries(tables).filter(([name]) => !itself.test(name)));
    expect(rest(after.tables)).toEqual(rest(before.tables));

    const ledger = await openLedger(optionsOf(dataDir, 'second'));
    expect(await readHolds(ledger)).toMatchObject({
      ...{ hold: 'restored', campaigns: [{ hold: 'restored' }], decisions: [] },
      madeAt: new Date(/as it was at (\S+)\. /.exec(restored.said)?.[1] ?? ''),
    });
    await ledger.close();
    const cms = await startCms(variables);
    try {
      expect(await (await fetch(`${cms.url}/healthz`)).text()).toBe('degraded ledger-restored\n');
      const journal = await cms.strapi.db
        .query('plugin::newsletter.journal-entry')
        .findMany({ where: { name: 'ledger.restored' } });
      expect(journal).toMatchObject([{ byId: 'terminal' }]);
      // Numbers go on where they were: a new row collides with none.
      await cms.strapi.documents('plugin::newsletter.list').create({ data: { name: 'After' } });
    } finally {
      await cms.close();
    }
    const twice = await run('restore', [archive], variables);
    expect(twice).toMatchObject({ code: 1, said: expect.stringContaining('something already') as string });
  });

  it('is refused, and leaves an empty place empty, when it is damaged, newer, or for other secrets', async () => {
    const variables = await place('third');
    const dataDir = variables['NACHRA_DATA_DIR'] ?? '';
    const refused = async (file: string, words: string, args: string[] = [], over: object = {}) => {
      const answer = await run('restore', [file, ...args], { ...variables, ...over });
      expect(answer, answer.said).toMatchObject({ code: 1, said: expect.stringContaining(words) as string });
      expect(await readdir(dataDir).catch(() => [])).toEqual([]);
    };
    await refused(path.join(folder, 'none.tar.gz'), 'There is no file');
    const cut = path.join(folder, 'cut.tar.gz');
    await cp(archive, cut);
    await truncate(cut, Math.floor((await stat(cut)).size / 2));
    await refused(cut, 'damaged');
    const bytes = await readFile(archive);
    const flipped = path.join(folder, 'flipped.tar.gz');
    bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 0x40, bytes.length >> 1);
    await writeFile(flipped, bytes);
    await refused(flipped, 'damaged');
    await refused(archive, 'NACHRA_LINK_SECRET', [], { NACHRA_LINK_SECRET: 'another-secret-altogether' });

    for (const [name, change, words] of [
      ['newer', (manifest: Record<string, unknown>) => ({ ...manifest, nachra: '99.0.0' }), 'Nachra 99.0.0'],
      [
        'step',
        (manifest: Record<string, unknown>) => ({ ...manifest, ledgerSteps: ['9999-later'] }),
        '9999-later',
      ],
      [
        'changed',
        (manifest: Record<string, unknown>) => ({ ...manifest, entries: [] }),
        'not what was archived',
      ],
    ] as const)
      await refused(await withManifest(name, change), words);
  });

  /** The same archive with another manifest. */
  async function withManifest(
    name: string,
    change: (manifest: Record<string, unknown>) => Record<string, unknown>,
  ): Promise<string> {
    const unpacked = path.join(folder, `unpacked-${name}`);
    await mkdir(unpacked);
    await promisify(execFile)('tar', ['-xzf', archive, '-C', unpacked]);
    const manifest = path.join(unpacked, 'manifest.json');
    const read = JSON.parse(await readFile(manifest, 'utf8')) as Record<string, unknown>;
    await writeFile(manifest, JSON.stringify(change(read)));
    const file = path.join(folder, `${name}.tar.gz`);
    const { stdout } = await promisify(execFile)('tar', ['-tzf', archive]);
    await promisify(execFile)('tar', ['-czf', file, '-C', unpacked, ...stdout.trim().split('\n')]);
    return file;
  }
});
