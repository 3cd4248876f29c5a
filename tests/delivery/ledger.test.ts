import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { DeliveryError, ledgerTables, openLedger, type LedgerOptions } from '@nachra/delivery';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startWorker, until, workerConfig } from '../support/campaign';

const delivery = createRequire(import.meta.url).resolve('@nachra/delivery');

describe('opening a ledger', () => {
  let folder: string;
  let options: LedgerOptions;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'nachra-ledger-'));
    options = { client: 'sqlite', filename: path.join(folder, 'made/when/missing/ledger.db') };
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('makes its file and its tables, once, and finds them again', async () => {
    const first = await openLedger(options);
    const tables = await first.rows<{ name: string }>(
      `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name`,
    );
    expect(tables.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['edition', 'exclusion', ledgerTables.steps, ...ledgerTables.work]),
    );
    const applied = await first.rows('SELECT * FROM migration');
    await first.close();
    const second = await openLedger(options);
    expect(await second.rows('SELECT * FROM migration')).toEqual(applied);
    await second.close();
  });

  it('waits for the disk at each commit, lets others read meanwhile, and enforces foreign keys', async () => {
    const ledger = await openLedger(options);
    expect(await ledger.rows('PRAGMA journal_mode')).toEqual([{ journal_mode: 'wal' }]);
    expect(await ledger.rows('PRAGMA synchronous')).toEqual([{ synchronous: 2 }]);
    await expect(
      ledger.run(`INSERT INTO edition (campaign_id, language, hash, content) VALUES (99, 'fr', '', '')`),
    ).rejects.toThrow(/FOREIGN KEY/);
    await ledger.close();
  });

  it('is possible for several processes at the same moment', async () => {
    const program = `require(${JSON.stringify(delivery)}).openLedger(${JSON.stringify(options)})
      .then(async (ledger) => { console.log((await ledger.rows('SELECT name FROM migration')).length); await ledger.close(); })`;
    const runs = await Promise.all(
      Array.from({ length: 3 }, () => promisify(execFile)(process.execPath, ['-e', program])),
    );
    const ledger = await openLedger(options);
    const steps = (await ledger.rows('SELECT name FROM migration')).length;
    await ledger.close();
    expect(runs.map(({ stdout }) => Number(stdout))).toEqual(Array(3).fill(steps));
  });

  it('waits for what another connection of this process writes without keeping it from its end', async () => {
    const first = await openLedger(options);
    const written = await first.transaction(async (statements) => {
      await statements.run(`INSERT INTO event (at, name) VALUES (1, 'first')`);
      // A worker that starts, and writes, while a freeze lets others in between two pieces.
      const second = openLedger(options).then(async (ledger) => {
        await ledger.run(`INSERT INTO event (at, name) VALUES (2, 'second')`);
        await ledger.close();
      });
      for (let turn = 0; turn < 20; turn += 1) await delay(10);
      await statements.run(`INSERT INTO event (at, name) VALUES (1, 'still first')`);
      return { second };
    });
    await written.second;
    expect(await first.rows('SELECT name FROM event ORDER BY id')).toEqual(
      ['first', 'still first', 'second'].map((name) => ({ name })),
    );
    await first.close();
  });

  it('keeps nothing of a transaction that fails', async () => {
    const ledger = await openLedger(options);
    const work = ledger.transaction(async (statements) => {
      await statements.run(`INSERT INTO event (at, name) VALUES (1, 'half')`);
      throw new Error('no further');
    });
    await expect(work).rejects.toThrow('no further');
    expect(await ledger.rows('SELECT * FROM event')).toEqual([]);
    await ledger.close();
  });

  it('says which step failed, and leaves the file as it was', async () => {
    const ledger = await openLedger(options);
    await ledger.run('DELETE FROM migration');
    await ledger.run('DROP TABLE event');
    await ledger.close();
    const error = await openLedger(options).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(DeliveryError);
    expect(error).toMatchObject({
      code: 'LEDGER_MIGRATION',
      message: expect.stringMatching(
        /step 0001-tables failed \(table campaign already exists\)\..*backup/,
      ) as string,
    });
    await expect(openLedger(options)).rejects.toMatchObject({ code: 'LEDGER_MIGRATION' });
  });

  it('says which file cannot be a ledger', async () => {
    const text = path.join(folder, 'notes.txt');
    await writeFile(text, 'This is no database, and longer than the sixteen bytes of a header. '.repeat(20));
    const directory = path.join(folder, 'a-folder');
    await mkdir(directory);
    for (const filename of [text, directory, path.join(text, 'ledger.db')]) {
      const error = await openLedger({ client: 'sqlite', filename }).catch((reason: unknown) => reason);
      expect(error).toMatchObject({ code: 'LEDGER_UNWRITABLE' });
      expect(String(error)).toContain(filename);
      expect(String(error)).toContain('LEDGER_FILE');
    }
  });

  it('ends what a test waits for at once, when the worker it started cannot open one', async () => {
    await writeFile(path.join(folder, 'file'), '');
    const filename = path.join(folder, 'file', 'ledger.db');
    const worker = startWorker(workerConfig({ client: 'sqlite', filename }, 'smtp://127.0.0.1:1'));
    await expect(until(() => null, Boolean)).rejects.toThrow(/The worker ended by itself: .*LEDGER_FILE/);
    await expect(worker.stop()).rejects.toMatchObject({ code: 'LEDGER_UNWRITABLE' });
  });

  it('never repeats the values of a failed statement in its error, such as the addresses of a whole list', async () => {
    const ledger = await openLedger(options);
    const write = ledger.run('INSERT INTO campaign (uid, key) VALUES (?, ?)', ['salma@readers.test', 'x']);
    const error = await write.catch((reason: unknown) => reason);
    expect(String(error)).toMatch(/NOT NULL/);
    expect(String(error)).not.toContain('salma');
    await ledger.close();
  });
});
