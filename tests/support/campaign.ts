import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseIssue, renderIssue, type Edition } from '@nachra/renderer';
import {
  campaignProgress,
  freezeCampaign,
  listDeliveries,
  openLedger,
  readSending,
  runWorker,
  wakeSignal,
  type Actor,
  type CampaignProgress,
  type CampaignRequest,
  type Candidate,
  type Delivery,
  type Ledger,
  type SenderIdentity,
  type WorkerConfig,
  type WorkerDependencies,
} from '@nachra/delivery';
import { anIssue } from './issue';
import { startPostgres, type RunningPostgres } from './postgres';
import { describeWith, postgres as postgresNeed } from './requires';
import { openDatabase } from './shared-postgres';
import { within } from './slowness.mts';
import { endWaitsBy, until } from './until';

export const linkSecret = 'a-secret-of-the-tests-alone';
/** What persons are named by in the ledgers of tests. */
export const personKey = 'a-key-of-the-tests-alone';

export const sender: SenderIdentity = {
  fromName: 'La Palme – lettre « d’ici »',
  fromAddress: 'lettre@news.example.test',
  replyTo: 'redaction@example.test',
  listName: 'La Palme',
  listId: 'palme.news.example.test',
  bounceAddress: 'retours@news.example.test',
  unsubscribeAddress: 'stop@news.example.test',
  publicUrl: 'https://news.example.test',
  feedbackSenderId: 'palme-lettre',
};

let rendered: Promise<Edition> | undefined;

/** One small edition that greets by name, rendered once for all tests of a file. */
export function anEdition(): Promise<Edition> {
  rendered ??= renderIssue(parseIssue(anIssue({ masthead: { greeting: true } })));
  return rendered;
}

/** Subscribers `r1@<domain>`, `r2@<domain>`, … */
export function candidates(count: number, domain = 'readers.test'): Candidate[] {
  return Array.from({ length: count }, (_, index) => ({
    subscriberId: `s${index + 1}`,
    address: `r${index + 1}@${domain}`,
    language: 'fr',
    confirmed: true,
  }));
}

let numbers = 1_000;

/** Whoever decides in tests. */
export const somebody: Actor = { id: '7', name: 'Rim Test' };

/** A complete request to send at once, of a number of its own; name only what the test is about. */
export async function aRequest(changes: Partial<CampaignRequest> = {}): Promise<CampaignRequest> {
  return {
    key: `key-${Math.random().toString(36).slice(2)}`,
    issueId: 'issue-7',
    issueNumber: numbers++,
    issueTitle: 'La Palme N° 7',
    by: somebody,
    startAt: new Date(Date.now() - 1_000),
    defaultLanguage: 'fr',
    editions: { fr: await anEdition() },
    candidates: candidates(3),
    sender,
    ...changes,
  };
}

/** The databases a ledger may lie in. */
export type LedgerKind = WorkerConfig['ledger']['client'];

/** A ledger in a database of its own. */
export interface LedgerBench {
  ledger: Ledger;
  options: WorkerConfig['ledger'];
  /** What tells a worker process of this ledger. */
  environment: Record<string, string>;
  /** The server it lies on alone, where {@link openBench} was asked for one. */
  postgres: RunningPostgres | null;
  freeze(changes?: Partial<CampaignRequest>): Promise<string>;
  progress(id: string): Promise<CampaignProgress>;
  /** Waits until a campaign has nothing left to do. */
  complete(id: string): Promise<CampaignProgress>;
  /** Every delivery of a campaign, by address. */
  deliveries(id: string): Promise<Map<string, Delivery>>;
  /** Takes what is left of every campaign out of the way of the next test, whose worker would send it first. */
  cancelAll(): Promise<void>;
  close(): Promise<void>;
}

/** One suite for each database, where what it says holds for both; PostgreSQL's is skipped loudly where there is none. */
export function describeOnBoth(title: string, suite: (kind: LedgerKind) => void): void {
  describeWith([])(`${title}, on SQLite`, () => suite('sqlite'));
  describeWith([postgresNeed])(`${title}, on PostgreSQL`, () => suite('postgres'));
}

/**
 * @param at.parent the folder a SQLite ledger's own folder is made in
 * @param at.ownServer a PostgreSQL that nothing else lies on, for a test that crashes it
 */
export async function openBench(
  kind: LedgerKind = 'sqlite',
  { parent = tmpdir(), ownServer = false }: { parent?: string; ownServer?: boolean } = {},
): Promise<LedgerBench> {
  const folder = await mkdtemp(path.join(parent, 'nachra-ledger-'));
  const filename = path.join(folder, 'ledger.db');
  const postgres = kind === 'postgres' && ownServer ? await startPostgres() : null;
  const database = kind === 'postgres' ? (postgres ?? (await openDatabase())) : null;
  const options: LedgerBench['options'] = database
    ? { client: 'postgres', url: database.url }
    : { client: 'sqlite', filename };
  const ledger = await openLedger(options, personKey);
  const bench: LedgerBench = {
    ledger,
    options,
    environment: {
      NACHRA_PERSON_KEY: personKey,
      ...(database ? { DATABASE_URL: database.url } : { LEDGER_FILE: filename }),
    },
    postgres,
    async freeze(changes) {
      const frozen = await freezeCampaign(ledger, await aRequest(changes), new Date());
      if (frozen.kind === 'nobody') throw new Error('Nobody to send to.');
      return frozen.campaignId;
    },
    async progress(id) {
      const progress = await campaignProgress(ledger, id);
      if (progress === null) throw new Error(`No campaign ${id}.`);
      return progress;
    },
    complete: (id) =>
      until(
        () => bench.progress(id),
        ({ status }) => status === 'complete',
      ),
    async deliveries(id) {
      const { rows } = await listDeliveries(ledger, id, { page: 1, pageSize: 100_000 });
      return new Map(rows.map((row) => [row.address, row]));
    },
    async cancelAll() {
      await ledger.run(`UPDATE campaign SET intent = 'cancel' WHERE intent = 'run'`);
    },
    async close() {
      await ledger.close();
      await database?.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
  return bench;
}

/** What a worker of the tests is configured with. */
export function workerConfig(ledger: WorkerConfig['ledger'], smtpUrl: string, connections = 5): WorkerConfig {
  const sending = readSending({ SMTP_URL: smtpUrl, SMTP_CONNECTIONS: connections });
  return { ...sending, ledger, linkSecret, personKey, logLevel: 'silent' };
}

/** A worker in this process, with what it logged. */
export interface RunningWorker {
  logged: { level: string; message: string; event?: unknown }[];
  stop(): Promise<void>;
}

/** Starts a worker that looks often and gives up waiting soon. One that ends by itself ends whatever `until` waits for. */
export function startWorker(config: WorkerConfig, over: Partial<WorkerDependencies> = {}): RunningWorker {
  const stop = new AbortController();
  const logged: RunningWorker['logged'] = [];
  const at =
    (level: string) =>
    (fields: { event?: unknown }, message: string): void =>
      void logged.push({ level, message, event: fields.event });
  const done = runWorker(config, {
    logger: { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') },
    signal: stop.signal,
    wake: wakeSignal(),
    ...over,
    timing: { pollMs: 50, troubleMs: [100, 400], drainMs: within(5_000), leaseMs: 60_000, ...over.timing },
  });
  let failure: Error | null = null;
  const forget = endWaitsBy(() => failure);
  const ended = (cause?: unknown): void => {
    if (stop.signal.aborted || over.signal?.aborted) return;
    const last = logged.slice(-3).map(({ level, message }) => `\n  ${level}: ${message}`);
    failure = new Error(
      `The worker ended by itself: ${cause instanceof Error ? cause.message : 'nothing was thrown'}. It logged last:${last.join('') || ' nothing'}`,
      { cause },
    );
  };
  done.then(() => ended(), ended);
  return {
    logged,
    async stop() {
      forget();
      stop.abort();
      await done;
    },
  };
}

export { until } from './until';
