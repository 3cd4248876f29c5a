import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freezeCampaign, openLedger, readHolds } from '@nachra/delivery';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aRequest, personKey } from '../../support/campaign';
import { loadCms } from '../../support/cms';

type Backup = typeof import('../../../cms/app/src/backup/make-backup');
type Restore = typeof import('../../../cms/app/src/backup/restore-backup');
type Secrets = typeof import('../../../cms/app/src/settings/secrets');
type Installation = Parameters<Restore['restoreBackup']>[0];

interface Manifest {
  entries: { name: string; size: number; sha256: string; mode: number }[];
  secrets: Record<string, string>;
  seals?: Record<string, string>;
}

describe('an archive that somebody changed', () => {
  let folder: string;
  let archive: string;
  let variables: Record<string, string>;
  let places = 0;

  /** An installation in a folder of its own, as the commands know it. */
  function installation(secrets = variables, over: object = {}): Installation {
    const dataDir = path.join(folder, `place-${(places += 1)}`);
    const files = {
      databaseFile: path.join(dataDir, 'nachra.db'),
      ledgerFile: path.join(dataDir, 'ledger.db'),
    };
    const settings = { dataDir, databaseUrl: null, ...files, ...over };
    const versions = { nachra: '0.1.0', strapi: '5.54.0' };
    return { settings, variables: secrets, versions, root: folder } as unknown as Installation;
  }

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'nachra-changed-'));
    variables = loadCms<Secrets>('settings/secrets').randomSecrets();
    const first = installation();
    const { dataDir, ledgerFile, databaseFile } = first.settings;
    mkdirSync(dataDir);
    new Database(databaseFile).exec('CREATE TABLE t (x)').close();
    new Database(path.join(dataDir, 'own.db')).exec('CREATE TABLE t (x)').close();
    writeFileSync(path.join(dataDir, 'report'), 'no database');
    writeFileSync(path.join(dataDir, 'report-journal'), 'nor what lies beside one');
    const ledger = await openLedger({ client: 'sqlite', filename: ledgerFile }, personKey);
    await freezeCampaign(ledger, await aRequest({ startAt: new Date('2099-01-01') }), new Date());
    await ledger.close();
    archive = path.join(folder, 'first.tar.gz');
    await loadCms<Backup>('backup/make-backup').makeBackup(first, archive, () => undefined);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const restore = (to: Installation, file = archive, withOtherSecrets = false): Promise<string[]> => {
    const said: string[] = [];
    const { restoreBackup } = loadCms<Restore>('backup/restore-backup');
    return restoreBackup(to, file, { withOtherSecrets }, (line) => said.push(line)).then(() => said);
  };

  /** The same archive with other entries, and a manifest that knows them: what anybody can make who may write to it. */
  function changed(change: (unpacked: string, manifest: Manifest) => void, reseal = false): string {
    const unpacked = mkdtempSync(path.join(folder, 'unpacked-'));
    execFileSync('tar', ['-xzf', archive, '-C', unpacked]);
    const file = path.join(unpacked, 'manifest.json');
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
    change(unpacked, manifest);
    for (const entry of manifest.entries) {
      const bytes = readFileSync(path.join(unpacked, entry.name));
      entry.size = bytes.length;
      entry.sha256 = createHash('sha256').update(bytes).digest('hex');
    }
    if (reseal) {
      const { seals: _, ...content } = manifest;
      const { sealsOf } = loadCms<typeof import('../../../cms/app/src/backup/seals')>('backup/seals');
      manifest.seals = sealsOf(JSON.stringify(content), variables);
    }
    writeFileSync(file, JSON.stringify(manifest));
    const made = `${unpacked}.tar.gz`;
    const names = [...manifest.entries.map(({ name }) => name), 'manifest.json'];
    execFileSync('tar', ['-czf', made, '-C', unpacked, ...names]);
    return made;
  }

  async function refused(
    code: string,
    file: string,
    to = installation(),
    withOtherSecrets = false,
  ): Promise<void> {
    await expect(restore(to, file, withOtherSecrets)).rejects.toMatchObject({ code });
    expect(existsSync(to.settings.dataDir)).toBe(false);
  }

  const soften = (unpacked: string): void => {
    const ledger = new Database(path.join(unpacked, 'ledger.db'));
    ledger.exec(`UPDATE edition SET content = replace(content, 'pépinière', 'TAMPERED')`);
    ledger.close();
  };

  it('is told from one that nobody changed, which comes back', async () => {
    const to = installation();
    expect((await restore(to))[0]).toMatch(/entries, each as it was archived$/);
    const ledger = await openLedger({ client: 'sqlite', filename: to.settings.ledgerFile });
    expect(await readHolds(ledger)).toMatchObject({ hold: 'restored' });
    await ledger.close();
    expect(readdirSync(to.settings.dataDir)).toEqual(
      expect.arrayContaining(['report', 'report-journal', 'own.db']),
    );
  });

  it('is refused, whatever its manifest says of its entries, its secrets and its seals', async () => {
    await refused('BACKUP_CHANGED', changed(soften));
    await refused(
      'BACKUP_CHANGED',
      changed((_, manifest) => void (manifest.secrets = {})),
    );
    await refused(
      'BACKUP_CHANGED',
      changed((_, manifest) => void delete manifest.seals),
    );
    const one = (manifest: Manifest): void => {
      manifest.secrets = { APP_KEYS: manifest.secrets['APP_KEYS'] ?? '' };
    };
    await refused(
      'BACKUP_CHANGED',
      changed((_, manifest) => one(manifest)),
    );
    // Not even for whoever has said that the secrets of before are lost, as long as one of them is here.
    await refused('BACKUP_CHANGED', changed(soften), installation(), true);
  });

  it('is known by one secret where others are new, and said to be unknown where all of them are', async () => {
    const { randomSecrets } = loadCms<Secrets>('settings/secrets');
    const rotated = { ...randomSecrets(), APP_KEYS: variables['APP_KEYS'] ?? '' };
    await refused('RESTORE_OTHER_SECRETS', archive, installation(rotated));
    await refused('BACKUP_CHANGED', changed(soften), installation(rotated), true);
    expect((await restore(installation(rotated), archive, true))[0]).toMatch(/each as it was archived$/);
    const said = await restore(installation(randomSecrets()), archive, true);
    expect(said[0]).toContain('nothing says whether somebody changed them');
  });

  it.each(['ledger.db-wal', 'nachra.db-journal', 'ledger.db', 'own.db-wal', 'OWN.DB-SHM'])(
    'brings no %s with it, not even under a seal',
    async (name) => {
      const file = changed((unpacked, { entries }) => {
        cpSync(path.join(unpacked, 'data', 'report'), path.join(unpacked, 'data', name));
        entries.push({ name: `data/${name}`, size: 0, sha256: '', mode: 0o4755 });
      }, true);
      await refused('RESTORE_COMPANION', file);
    },
  );

  it('brings nothing to where a database is about to lie, wherever that is', async () => {
    const to = installation();
    to.settings.ledgerFile = path.join(to.settings.dataDir, 'report');
    await refused('RESTORE_COMPANION', archive, to);
  });
});
