import { existsSync } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import { ensurePersonKey, openLedger } from '@nachra/delivery';
import { messageOf, CmsError } from '../settings/errors';
import type { Settings } from '../settings';

/**
 * Makes the folders for data and uploads, and at the first start the key that persons are named by, and makes sure that the database can be written, because SQLite's own words
 * (“unable to open database file”) name neither the file nor the remedy.
 *
 * @throws {CmsError} code `DATA_DIR_UNWRITABLE`, `DATABASE_UNWRITABLE` or `DATABASE_UNREACHABLE`
 */
export async function prepareDataDir(settings: Settings): Promise<void> {
  const uploads = path.join(settings.dataDir, 'public', 'uploads');
  const makeAll = async (): Promise<void> => {
    await makeFolder(uploads);
    if (settings.secrets.personKey === null) await ensurePersonKey(settings.dataDir);
  };
  await makeAll().catch((cause: unknown) => {
    throw new CmsError(
      'DATA_DIR_UNWRITABLE',
      `The data folder ${settings.dataDir} cannot be written. Give this account the right to write there, or set NACHRA_DATA_DIR to another folder.`,
      { cause },
    );
  });
  if (settings.databaseUrl !== null) return reachDatabase(settings.databaseUrl);
  for (const [file, variable] of [
    [settings.databaseFile, 'DATABASE_FILE'],
    [settings.ledgerFile, 'LEDGER_FILE'],
  ] as const) {
    // Tried, not asked: permission bits say nothing of a read-only file system or a full disk.
    await touch(file).catch((cause: unknown) => {
      throw new CmsError(
        'DATABASE_UNWRITABLE',
        `The database file ${file} cannot be written. Give this account the right to write there, or set ${variable} to another file.`,
        { cause },
      );
    });
  }
}

/** `mkdir` with `recursive` never returns where the system answers ENOENT below an existing folder, as /proc does. */
async function makeFolder(folder: string): Promise<void> {
  if (existsSync(folder)) return;
  await makeFolder(path.dirname(folder));
  await mkdir(folder);
}

/** For the owner alone, which what SQLite lays beside it takes over. A file that exists keeps its rights. */
async function touch(file: string): Promise<void> {
  await makeFolder(path.dirname(file));
  const handle = await open(file, 'a', 0o600);
  await handle.close();
}

/**
 * Makes sure that PostgreSQL can be used, because the words of Strapi's own attempt name neither the
 * setting nor the remedy.
 *
 * @throws {CmsError} code `DATABASE_UNREACHABLE`; never with the password
 */
export async function reachDatabase(url: string): Promise<void> {
  try {
    const ledger = await openLedger({ client: 'postgres', url });
    await ledger.close();
  } catch (cause) {
    throw new CmsError('DATABASE_UNREACHABLE', messageOf(cause), {
      cause,
    });
  }
}
