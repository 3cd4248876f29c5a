import { parseArgs } from 'node:util';
import { carryOver } from '../carry-over/carry-over';
import { commandSettings } from '../terminal/environment';
import { CommandError, runCommand } from '../terminal/run-command';

const usage =
  'Name the PostgreSQL database: DATABASE_URL in .env, or npm run carry-over -- --to postgres://name:password@db.example.org:5432/nachra';

/**
 * `npm run carry-over`: moves an installation from its SQLite files to PostgreSQL. Takes the files that `DATABASE_FILE` and
 * `LEDGER_FILE` name, and the database of `--to` or of `DATABASE_URL`, where no list of processes shows the password.
 */
runCommand(async () => {
  const settings = await commandSettings({ writeSecrets: false, environment: 'production' });
  const url = target() ?? settings.databaseUrl;
  if (url === null) throw new CommandError('CARRY_OVER_NO_TARGET', usage);
  const started = Date.now();
  const { content, ledger } = await carryOver(settings, url, (line) => process.stdout.write(`${line}\n`));
  const rows = (counts: Map<string, number>): number => [...counts.values()].reduce((sum, n) => sum + n, 0);
  const of = (table: string): number => ledger.get(table) ?? 0;
  process.stdout.write(
    `Carried over in ${Math.ceil((Date.now() - started) / 1000)} s, and compared row by row:
  content  ${rows(content)} rows of ${content.size} tables
  ledger   ${of('campaign')} campaigns, ${of('delivery')} deliveries, ${of('suppression')} suppressions, ${of('event')} events
Set DATABASE_URL to this database, keep the data folder (uploads, pictures) and the secrets, and start Nachra.
The SQLite files are left, and send nothing any more, should Nachra be started on them by mistake: put them away once you have looked.\n`,
  );
  return 0;
});

function target(): string | null {
  try {
    const { to } = parseArgs({ options: { to: { type: 'string' } } }).values;
    if (to === undefined) return null;
    if (/^postgres(ql)?:$/.test(URL.canParse(to) ? new URL(to).protocol : '')) return to;
  } catch {
    // An unknown argument.
  }
  throw new CommandError('CARRY_OVER_NO_TARGET', usage);
}
