import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { userInfo } from 'node:os';
import path from 'node:path';
import { holdRestored, openLedger, type LedgerOptions } from '@nachra/delivery';
import { CmsError } from '../settings/errors';
import type { Settings } from '../settings';
import { unpackArchive, verifyArchive } from './archive-reader';
import { otherSecrets } from './kept-apart';
import { dataPrefix, inWords, sqliteEntries, syncFolder, type Installation } from './make-backup';
import type { Manifest } from './manifest';
import { assertFree, assertNoCompanions } from './no-companions';
import { beginFilling } from './postgres-fill';
import { checkSeals } from './seals';
import { checkedRows, sqliteCompanions, type RowCounts } from './sqlite-copy';

/** What was brought back. */
interface Restored {
  /** When the backup was made: what left later is not in it. */
  madeAt: string;
  /** What was not in the archive when it was made. */
  leftOut: string[];
}

interface RestoreOptions {
  /** Go on although secrets are not those of the backup. */
  withOtherSecrets: boolean;
}

/**
 * Brings an installation back from an archive into a place that is empty, and holds all sending until a person has decided at the
 * desk. Everything is verified before anything is written, and the databases after it. A restore that fails leaves nothing behind.
 *
 * @param say where a progress line goes
 * @throws {CmsError} code `RESTORE_NOT_EMPTY`, `RESTORE_OTHER_KIND`, `RESTORE_OTHER_SECRETS`, `RESTORE_COMPANION`, `RESTORE_DIFFERS`,
 *   `RESTORE_POSTGRES`, `BACKUP_CHANGED`, or one of `verifyArchive`
 */
export async function restoreBackup(
  installation: Installation,
  file: string,
  options: RestoreOptions,
  say: (line: string) => void,
): Promise<Restored> {
  const { settings, variables, versions } = installation;
  await assertEmptyPlace(settings);
  const { manifest, text } = await verifyArchive(file, versions);
  assertSameKind(manifest, settings);
  const others = otherSecrets(manifest.secrets, variables);
  if (others.length > 0 && !options.withOtherSecrets) throw otherSecretsRefused(others);
  const seal = checkSeals(manifest, text, variables, options.withOtherSecrets);
  say(
    `Archive   of ${manifest.createdAt}: ${manifest.entries.length} entries, ${seal === 'sealed' ? 'each as it was archived' : 'and nothing says whether somebody changed them: none of its secrets is here'}`,
  );

  const site = openSite(settings);
  try {
    await unpackArchive(file, manifest, site.stagedPlaceOf);
    await assertNoCompanions(manifest, site.stagedPlaceOf);
    for (const folder of manifest.folders) mkdirSync(path.join(site.data, folder), { recursive: true });
    if (settings.databaseUrl === null) await restoreSqlite(settings, manifest, site, say);
    else await restorePostgres(settings.databaseUrl, manifest, site, say);
    say(
      `Files     ${manifest.entries.filter(({ name }) => name.startsWith(dataPrefix)).length} to ${settings.dataDir}`,
    );
    await syncFolder(settings.dataDir);
    site.keep();
  } finally {
    site.cleanUp();
  }
  return { madeAt: manifest.createdAt, leftOut: manifest.leftOut };
}

/** The place of an installation while it is brought back: first everything lies beside it, then it is moved at once. */
interface Site {
  /** The data folder to be. */
  data: string;
  /** What the databases of PostgreSQL are filled from. */
  folder: string;
  readonly stagedPlaceOf: (name: string) => string;
  /** The file beside its place to be. */
  staged(part: keyof typeof sqliteEntries): string;
  /** Moves everything to where it belongs. The databases last: without them nothing starts to send. */
  moveIn(): Promise<void>;
  keep(): void;
  /** Takes away what is not to be kept. */
  cleanUp(): void;
}

function openSite({ dataDir, databaseUrl, databaseFile, ledgerFile }: Settings): Site {
  const mark = `.restoring-${randomBytes(4).toString('hex')}`;
  const hadFolder = existsSync(dataDir);
  const folder = path.join(dataDir, mark);
  const data = path.join(folder, 'data');
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const files = { content: databaseFile, ledger: ledgerFile };
  const staged = (part: keyof typeof files): string => `${files[part]}${mark}`;
  const placed: string[] = [];
  let kept = false;

  const move = (from: string, to: string): void => {
    placed.push(to);
    renameSync(from, to);
  };
  const cleanUp = (): void => {
    process.off('exit', cleanUp);
    const left = [folder, ...sqliteLeftovers(staged('content')), ...sqliteLeftovers(staged('ledger'))];
    for (const place of [...left, ...(kept ? [] : placed)]) rmSync(place, { recursive: true, force: true });
    if (!kept && !hadFolder) rmSync(dataDir, { recursive: true, force: true });
  };
  process.once('exit', cleanUp);

  return {
    data,
    folder,
    staged,
    stagedPlaceOf(name) {
      if (name === sqliteEntries.content) return staged('content');
      if (name === sqliteEntries.ledger) return staged('ledger');
      return path.join(folder, name);
    },
    async moveIn() {
      for (const name of await readdir(data)) move(path.join(data, name), path.join(dataDir, name));
      if (databaseUrl === null) assertFree([databaseFile, ledgerFile]);
      for (const part of ['content', 'ledger'] as const)
        if (existsSync(staged(part))) {
          move(staged(part), files[part]);
          await syncFolder(path.dirname(files[part]));
        }
    },
    keep: () => void (kept = true),
    cleanUp,
  };
}

const sqliteLeftovers = (file: string): string[] => [
  file,
  ...sqliteCompanions.map((suffix) => `${file}${suffix}`),
];

async function restoreSqlite(
  { databaseFile, ledgerFile }: Settings,
  manifest: Manifest,
  site: Site,
  say: (line: string) => void,
): Promise<void> {
  for (const part of ['content', 'ledger'] as const) {
    const counts = checkedRows(site.staged(part), sqliteEntries[part]);
    assertCounts(manifest, counts, `${part}.`);
    say(`${part === 'content' ? 'Content ' : 'Ledger  '}  ${inWords(counts)}, quick_check ok`);
  }
  // Held where it lies beside its place, so that it never stands there unheld.
  await hold({ client: 'sqlite', filename: site.staged('ledger') }, manifest);
  await Promise.all([databaseFile, ledgerFile].map((file) => mkdir(path.dirname(file), { recursive: true })));
  await site.moveIn();
}

async function restorePostgres(
  url: string,
  manifest: Manifest,
  site: Site,
  say: (line: string) => void,
): Promise<void> {
  const filling = await beginFilling(url);
  try {
    const counts = await filling.fill(site.folder);
    assertCounts(manifest, counts, '');
    say(`Databases ${inWords(counts)}, compared`);
    await site.moveIn();
    await filling.commit();
  } finally {
    await filling.close();
  }
  // From here on it stays: it lies elsewhere than before, so that a start holds it even if this is broken off now.
  site.keep();
  await hold({ client: 'postgres', url }, manifest);
}

async function hold(options: LedgerOptions, { createdAt }: Manifest): Promise<void> {
  const ledger = await openLedger(options);
  try {
    const by = { id: 'terminal', name: userInfo().username };
    await holdRestored(ledger, { by, now: new Date(), madeAt: new Date(createdAt) });
  } finally {
    await ledger.close();
  }
}

function assertCounts({ rows }: Manifest, counts: RowCounts, prefix: string): void {
  const known = Object.entries(rows).filter(([name]) => name.startsWith(prefix));
  const differ = known.filter(([name, count]) => counts[name.slice(prefix.length)] !== count);
  if (differ.length === 0 && Object.keys(counts).length === known.length) return;
  throw new CmsError(
    'RESTORE_DIFFERS',
    `The databases did not come out as they were archived (${differ.map(([name]) => name).join(', ') || 'other tables'}). Nothing was kept; please report this.`,
  );
}

async function assertEmptyPlace({ dataDir, databaseUrl, databaseFile, ledgerFile }: Settings): Promise<void> {
  const files = databaseUrl === null ? [databaseFile, ledgerFile].flatMap(sqliteLeftovers) : [];
  const found = [
    ...(await readdir(dataDir).catch(() => [])).map((name) => path.join(dataDir, name)),
    ...files.filter((file) => existsSync(file)),
  ];
  if (found.length > 0)
    throw new CmsError(
      'RESTORE_NOT_EMPTY',
      `There is something already: ${[...new Set(found)].slice(0, 3).join(', ')}. Nothing was changed. Stop Nachra, move ${dataDir} away (keep it), and try again.`,
    );
  if (databaseUrl === null) return;
  // Asked here too, so that nothing is read for an hour before this is said.
  await (await beginFilling(databaseUrl)).close();
}

function assertSameKind({ database }: Manifest, { databaseUrl }: Settings): void {
  if ((database === 'sqlite') === (databaseUrl === null)) return;
  throw new CmsError(
    'RESTORE_OTHER_KIND',
    database === 'sqlite'
      ? 'This backup is of an installation on SQLite, and DATABASE_URL names a PostgreSQL database. Restore it without DATABASE_URL, then move it with npm run carry-over.'
      : 'This backup is of an installation on PostgreSQL. Set DATABASE_URL to a new, empty database. (npm run carry-over moves from SQLite to PostgreSQL, not back.)',
  );
}

function otherSecretsRefused(names: readonly string[]): CmsError {
  const mail = names.filter((name) => name.startsWith('NACHRA_'));
  return new CmsError(
    'RESTORE_OTHER_SECRETS',
    `These secrets are not the ones of the backup: ${names.join(', ')}. Nothing was restored. Put the .env of the old installation in place.${
      mail.length > 0
        ? ` With another ${mail.join(' or ')}, people could not unsubscribe by the links they have.`
        : ''
    } Only if the old ones are lost for good: npm run restore -- FILE --with-other-secrets`,
  );
}
