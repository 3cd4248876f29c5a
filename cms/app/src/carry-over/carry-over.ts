import {
  compareJournal,
  holdCarriedOver,
  ledgerTables,
  openLedger,
  readPersonKey,
  sendsUnderWay,
  type Ledger,
} from '@nachra/delivery';
import { contentTables, witnessedColumns, witnessedEntry } from '@nachra/strapi-plugin-newsletter';
import { bootCms } from '../boot/boot';
import { CmsError } from '../settings/errors';
import { reachDatabase } from '../boot/data-dir';
import type { Settings } from '../settings';
import { copyTables } from './copy-tables';
import { openSource, type Source } from './source';
import { openTarget, type Target } from './target';

/** What was carried over: rows by table, as many in PostgreSQL as there were in SQLite. */
interface CarriedOver {
  content: Map<string, number>;
  ledger: Map<string, number>;
}

/** Tables that hold people's work, as opposed to what Strapi creates at its first start. */
const work = {
  public: ['admin_users', 'files', ...contentTables],
  [ledgerTables.schema]: ledgerTables.work,
} as const;

/**
 * Carries an installation from its two SQLite files over to an empty PostgreSQL database: Strapi makes its tables there, then
 * every row of content and ledger is copied and compared in one transaction, and nobody can write to the files meanwhile. They
 * stay, but for the hold that the old ledger gets in the end. Uploads and pictures stay in the data folder. Not repeatable: a second run finds the target full.
 *
 * @param url of the PostgreSQL database
 * @param say where a progress line goes
 * @throws {CmsError} code `DATABASE_UNREACHABLE`, `CARRY_OVER_NOT_EMPTY`, `CARRY_OVER_SENDING`, `CARRY_OVER_JOURNAL`, or one of `openSource` and
 *   `copyTables`; the target then has tables, and nothing in them that was carried over
 */
export async function carryOver(
  settings: Settings,
  url: string,
  say: (line: string) => void,
): Promise<CarriedOver> {
  await assertSourceIsStill(settings);
  await reachDatabase(url);
  const target = await openTarget(url);
  try {
    await assertEmpty(target);
    say('Making the tables in PostgreSQL …');
    const strapi = await bootCms(
      { ...settings, databaseUrl: url, worker: 'none', logLevel: 'error' },
      { serveAdmin: false },
    );
    await strapi.destroy();
    say('Copying and comparing …');
    const carried = await copyAll(settings, target);
    await holdSource(settings, url);
    return carried;
  } finally {
    await target.close();
  }
}

/** One missing line of `.env`, and Nachra starts on the old files: it must not send what goes on in PostgreSQL. */
async function holdSource({ ledgerFile }: Settings, url: string): Promise<void> {
  const ledger = await openLedger({ client: 'sqlite', filename: ledgerFile });
  const { host, pathname } = new URL(url);
  await holdCarriedOver(ledger, { now: new Date(), to: `${host}${pathname}` }).finally(() => ledger.close());
}

/** Asked before anything is made; the ledger is brought to its newest shape by the way. */
async function assertSourceIsStill({ databaseFile, ledgerFile, dataDir, secrets }: Settings): Promise<void> {
  for (const [file, variable] of [
    [databaseFile, 'DATABASE_FILE'],
    [ledgerFile, 'LEDGER_FILE'],
  ] as const)
    openSource(file, variable).close();
  const personKey = secrets.personKey ?? readPersonKey(dataDir);
  const ledger = await openLedger({ client: 'sqlite', filename: ledgerFile }, personKey);
  try {
    await assertNothingSent(ledger);
    if (personKey !== null) await assertJournalAgrees(ledger, databaseFile);
  } finally {
    await ledger.close();
  }
}

/** In PostgreSQL the journal is witnessed anew, as it is: what was done to it before is asked about here. */
async function assertJournalAgrees(ledger: Ledger, databaseFile: string): Promise<void> {
  const content = openSource(databaseFile, 'DATABASE_FILE');
  try {
    const columns = witnessedColumns.join(', ');
    const found = await compareJournal(ledger, {
      read: async (after, limit) =>
        (
          await content.rows(
            `SELECT ${columns} FROM newsletter_journal_entries WHERE id > ${after} ORDER BY id LIMIT ${limit}`,
          )
        ).map(witnessedEntry),
    });
    if (found === null) return;
    throw new CmsError(
      'CARRY_OVER_JOURNAL',
      `The journal is not what was written (missing: ${found.missing}, changed: ${found.changed}, added: ${found.added}). Start Nachra on the SQLite files, read the journal at the desk and release sending there, or restore the content from a backup; then carry over.`,
    );
  } finally {
    content.close();
  }
}

async function assertNothingSent(ledger: Pick<Source, 'rows'>): Promise<void> {
  const { held, running } = await sendsUnderWay(ledger);
  if (held === 0 && running.length === 0) return;
  const what = [
    ...(running.length > 0 ? [`campaigns go on or are scheduled: ${running.join(', ')}`] : []),
    ...(held > 0 ? [`a worker holds ${held} deliveries`] : []),
  ];
  throw new CmsError(
    'CARRY_OVER_SENDING',
    `A send is under way (${what.join('; ')}). Pause each campaign at the desk, wait until nothing is being sent, and stop Nachra; after the move, resume them there. Otherwise both installations would send.`,
  );
}

async function assertEmpty(target: Target): Promise<void> {
  for (const schema of ['public', ledgerTables.schema] as const) {
    const tables = await target.tables(schema);
    const isOurs =
      schema === ledgerTables.schema || tables.length === 0 || tables.includes('strapi_database_schema');
    const full = isOurs ? [] : tables.slice(0, 3);
    for (const table of work[schema])
      if (tables.includes(table) && !(await target.isEmpty(schema, table))) full.push(table);
    if (full.length === 0) continue;
    throw new CmsError(
      'CARRY_OVER_NOT_EMPTY',
      `The PostgreSQL database is not empty (${schema}: ${full.join(', ')}). Nothing was changed. Make a new database and name that one.`,
    );
  }
}

async function copyAll({ databaseFile, ledgerFile }: Settings, target: Target): Promise<CarriedOver> {
  const content = openSource(databaseFile, 'DATABASE_FILE');
  try {
    const ledger = openSource(ledgerFile, 'LEDGER_FILE');
    try {
      await assertNothingSent(ledger);
      await target.begin();
      const carried = {
        content: await copyTables(content, target, 'public'),
        ledger: await copyTables(ledger, target, ledgerTables.schema),
      };
      await target.commit();
      return carried;
    } finally {
      ledger.close();
    }
  } finally {
    content.close();
  }
}
