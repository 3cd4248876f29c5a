import { randomBytes } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { link, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { ledgerTables } from '@nachra/delivery';
import { CmsError, messageOf } from '../settings/errors';
import type { Settings } from '../settings';
import { writeArchive, type ArchiveWriter } from './archive-writer';
import { isWithin, walkFolder } from './data-folder';
import { filesOutside, secretsOf, type Variables } from './kept-apart';
import { manifestText, type Manifest, type Versions } from './manifest';
import { copyPostgres } from './postgres-copy';
import { sealsOf } from './seals';
import { copySqlite, isSqlite, namesIn, sqliteCompanions, type RowCounts } from './sqlite-copy';

/** The databases of an installation on SQLite, as entries of an archive. */
export const sqliteEntries = { content: 'content.db', ledger: 'ledger.db' } as const;
/** What the data folder holds stands in the archive under this. */
export const dataPrefix = 'data/';

/** What an installation is, for whoever backs it up or restores it. */
export interface Installation {
  settings: Settings;
  /** Its variables, for the fingerprints of its secrets and the seals under them. */
  variables: Variables;
  versions: Versions;
  /** Where relative paths of variables begin. */
  root: string;
}

/** What was written. */
interface BackupMade {
  bytes: number;
  rows: RowCounts;
  files: number;
  /** Secrets that are not in the archive. */
  secrets: string[];
  /** Files and other things that are not in it. */
  leftOut: string[];
}

/**
 * Writes one archive with whatever the two databases and the data folder hold, while the CMS and its workers run. The content is
 * copied before the ledger, and both before the files: what the content says was sent stands in the ledger then, and what it names
 * is among the files (see ADR 0020).
 *
 * @param say where a progress line goes
 * @throws {CmsError} code `BACKUP_EXISTS`, `BACKUP_INSIDE`, `BACKUP_UNWRITABLE`, `BACKUP_NO_SOURCE`, `BACKUP_SOURCE_DAMAGED` or
 *   `BACKUP_RESTLESS`; nothing is left behind then
 */
export async function makeBackup(
  installation: Installation,
  file: string,
  say: (line: string) => void,
): Promise<BackupMade> {
  await assertPlace(file, installation.settings.dataDir);
  const scratch = `${file}.partial-${randomBytes(4).toString('hex')}`;
  await mkdir(scratch, { mode: 0o700 }).catch((cause: unknown) => {
    throw new CmsError('BACKUP_UNWRITABLE', `No archive can be written there: ${messageOf(cause)}.`, {
      cause,
    });
  });
  const cleanUp = (): void => rmSync(scratch, { recursive: true, force: true });
  process.once('exit', cleanUp);
  try {
    const draft = path.join(scratch, 'archive');
    const made = await fill(installation, writeArchive(draft, scratch), scratch, say);
    await putInPlace(draft, file);
    return { ...made, bytes: (await stat(file)).size };
  } finally {
    process.off('exit', cleanUp);
    await rm(scratch, { recursive: true, force: true });
  }
}

async function fill(
  installation: Installation,
  archive: ArchiveWriter,
  scratch: string,
  say: (line: string) => void,
): Promise<Omit<BackupMade, 'bytes'>> {
  const { settings, variables, versions, root } = installation;
  const createdAt = new Date().toISOString();
  const databases =
    settings.databaseUrl === null
      ? await addSqlite(settings, archive, scratch, say)
      : await addPostgres(settings.databaseUrl, archive, scratch, say);
  const data = await addData(settings, archive, scratch);
  say(`Files     ${data.files} of ${settings.dataDir}`);
  const secrets = secretsOf(variables);
  const leftOut = [...databases.leftOut, ...data.leftOut, ...filesOutside(variables, settings.dataDir, root)];
  await archive.finish(
    manifestText(
      {
        ...{ createdAt, ...versions, secrets, leftOut },
        ...{
          ledgerSteps: databases.ledgerSteps,
          database: settings.databaseUrl === null ? 'sqlite' : 'postgres',
        },
        ...{ entries: [...archive.entries], folders: data.folders, rows: databases.rows },
      },
      (text) => sealsOf(text, variables),
    ),
  );
  return { rows: databases.rows, files: data.files, secrets: Object.keys(secrets), leftOut };
}

type Databases = Pick<Manifest, 'rows' | 'ledgerSteps' | 'leftOut'>;

async function addSqlite(
  { databaseFile, ledgerFile }: Settings,
  archive: ArchiveWriter,
  scratch: string,
  say: (line: string) => void,
): Promise<Databases> {
  const rows: RowCounts = {};
  const copy = path.join(scratch, 'database');
  let ledgerSteps: string[] = [];
  for (const [part, file] of [
    ['content', databaseFile],
    ['ledger', ledgerFile],
  ] as const) {
    const counts = await copySqlite(file, copy);
    if (part === 'ledger') ledgerSteps = namesIn(copy, ledgerTables.steps);
    await archive.addFile(sqliteEntries[part], copy);
    await rm(copy);
    for (const [table, count] of Object.entries(counts)) rows[`${part}.${table}`] = count;
    say(`${part === 'content' ? 'Content ' : 'Ledger  '}  ${inWords(counts)}`);
  }
  return { rows, ledgerSteps, leftOut: [] };
}

async function addPostgres(
  url: string,
  archive: ArchiveWriter,
  scratch: string,
  say: (line: string) => void,
): Promise<Databases> {
  const { entries, ...copied } = await copyPostgres(url, scratch, ledgerTables);
  for (const entry of entries) {
    await archive.addFile(entry, path.join(scratch, entry));
    await rm(path.join(scratch, entry));
  }
  say(`Databases ${inWords(copied.rows)}, content and ledger of one instant`);
  return copied;
}

/** `43 tables, 1204 rows`. */
export function inWords(counts: RowCounts): string {
  const rows = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return `${Object.keys(counts).length} tables, ${rows} rows`;
}

/** Everything else in the data folder; a SQLite database among it is copied as one. */
async function addData(
  { dataDir, databaseUrl, databaseFile, ledgerFile }: Settings,
  archive: ArchiveWriter,
  scratch: string,
): Promise<{ files: number; folders: string[]; leftOut: string[] }> {
  const { files, folders, others } = await walkFolder(dataDir);
  const taken = databaseUrl === null ? [databaseFile, ledgerFile] : [];
  const companions = new Set<string>();
  const databases = new Set<string>();
  for (const name of files) {
    const place = path.join(dataDir, name);
    if (!taken.includes(place) && !(await isSqlite(place))) continue;
    databases.add(name);
    for (const suffix of sqliteCompanions) companions.add(`${name}${suffix}`);
  }
  const leftOut = others.map((name) => path.join(dataDir, name));
  let count = 0;
  for (const name of files) {
    const place = path.join(dataDir, name);
    if (companions.has(name) || taken.includes(place)) continue;
    if (databases.has(name)) {
      const copy = path.join(scratch, 'database');
      await copySqlite(place, copy);
      await archive.addFile(dataPrefix + name, copy, (await stat(place)).mode & 0o777);
      await rm(copy);
    } else if (!(await archive.addLiveFile(dataPrefix + name, place))) {
      leftOut.push(`${place} (deleted meanwhile)`);
      continue;
    }
    count += 1;
  }
  return { files: count, folders, leftOut };
}

async function assertPlace(file: string, dataDir: string): Promise<void> {
  if (existsSync(file))
    throw new CmsError('BACKUP_EXISTS', `${file} exists already, and is left as it is. Name a new file.`);
  if (isWithin(file, dataDir))
    throw new CmsError(
      'BACKUP_INSIDE',
      `${file} lies in the data folder, so that each backup would hold the one before. Name a file elsewhere, best on another disk.`,
    );
}

/** On the disk before it has its name, and never over another file. */
async function putInPlace(draft: string, file: string): Promise<void> {
  try {
    await link(draft, file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // A file system without links, as on a memory stick.
    if (code === 'EEXIST' || existsSync(file))
      throw new CmsError('BACKUP_EXISTS', `${file} exists by now, and is left as it is. Name a new file.`);
    await rename(draft, file);
  }
  await syncFolder(path.dirname(file));
}

/** Brings names in a folder to the disk, where the system can. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
