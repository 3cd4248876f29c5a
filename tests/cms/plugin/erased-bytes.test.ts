import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uids } from '../../../cms/plugin/shared/uids';
import { loadCms } from '../../support/cms';
import type { Newsroom } from './newsroom';
import { openSendingNewsroom } from './sending-newsroom';

type Backup = typeof import('../../../cms/app/src/backup/make-backup');
type Installation = Parameters<Backup['makeBackup']>[0];

describe('an address that was erased', () => {
  let room: Newsroom;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'nachra-erased-'));
    ({ room } = await openSendingNewsroom());
  });
  afterAll(async () => {
    await room?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const holding = (place: string, what: string): string[] =>
    readdirSync(place, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .filter((file) => readFileSync(file).includes(what));

  it('stands in no byte of the databases, their logs, or a backup made afterwards', async () => {
    const gone = 'gone-for-good@erased.test';
    const others = Array.from({ length: 30 }, (_, index) => `r${index}@erased.test`);
    const list = await room.list('Lecteurs', [...others.slice(0, 15), gone, ...others.slice(15)]);
    const issue = await room.approved();
    await room.sent(issue, [list]);
    const { dataDir } = room.cms;
    expect(holding(dataDir, gone)).not.toEqual([]);
    const erased = await room.desk('POST', '/erasures', { address: gone, reason: 'À sa demande' });
    expect(erased.status).toBe(200);
    expect(holding(dataDir, gone)).toEqual([]);

    const files = {
      databaseFile: path.join(dataDir, 'nachra.db'),
      ledgerFile: path.join(dataDir, 'ledger.db'),
    };
    const installation = { settings: { dataDir, databaseUrl: null, ...files }, variables: {}, root: folder };
    const versions = { nachra: '0.1.0', strapi: '5.54.0' };
    const archive = path.join(folder, 'after.tar.gz');
    const { makeBackup } = loadCms<Backup>('backup/make-backup');
    await makeBackup({ ...installation, versions } as unknown as Installation, archive, () => undefined);
    execFileSync('tar', ['-xzf', archive, '-C', folder]);
    expect(holding(folder, 'r3@erased.test')).not.toEqual([]);
    expect(holding(folder, gone)).toEqual([]);
  });

  it('is in no backup either where the database was written before that held', async () => {
    const Database = (await import('better-sqlite3')).default;
    const file = path.join(folder, 'before.db');
    const database = new Database(file);
    database.pragma('secure_delete = OFF');
    database.exec(`CREATE TABLE t (x); INSERT INTO t VALUES ('left-over@erased.test'); DELETE FROM t`);
    expect(readFileSync(file).includes('left-over@erased.test')).toBe(true);
    const { copySqlite } =
      loadCms<typeof import('../../../cms/app/src/backup/sqlite-copy')>('backup/sqlite-copy');
    await copySqlite(file, `${file}.copy`);
    expect(readFileSync(`${file}.copy`).includes('left-over@erased.test')).toBe(false);
    database.close();
  });

  it('is not in what the journal and the ledger keep of what people type', async () => {
    const list = await room.list('Liste de leak1@erased.test', ['kept@erased.test']);
    await room.save(uids.list, list, { name: 'Encore ⟨leak2@erased.test⟩' }, await room.cms.token());
    const issue = await room.approved();
    await room.sent(issue, [list]);
    const reason = 'Signalé par leak3@erased.test et leak4＠erased.test';
    expect((await room.desk('POST', `/issues/${issue}/correct`, { reason })).status).toBe(200);
    const brand = await room.cms.strapi.documents(uids.brand).findFirst();
    const sender = { senderAddress: 'lettre@news.example.test' };
    await room.save(uids.brand, brand?.documentId ?? '', sender, await room.cms.token());
    const journal = JSON.stringify(await room.cms.strapi.db.query(uids.journalEntry).findMany({}));
    expect(journal).not.toMatch(/leak\d/);
    expect(journal).toContain('Signalé par …');
    // The institution's own is what such an entry is about.
    expect(journal).toContain('lettre@news.example.test');
    const csv = await room.cms.call('GET', '/newsletter/journal.csv', { token: await room.cms.token() });
    expect(String(csv.body)).not.toMatch(/leak\d/);
  });
});
