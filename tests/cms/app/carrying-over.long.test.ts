import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import {
  freezeCampaign,
  openLedger,
  pauseCampaign,
  readHolds,
  suppress,
  type Ledger,
  type LedgerOptions,
} from '@nachra/delivery';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aRequest, candidates, somebody, until, personKey } from '../../support/campaign';
import { loadCms, startCms, type RunningCms } from '../../support/cms';
import { startPostgres, type RunningPostgres } from '../../support/postgres';
import { describeWith, postgres as postgresNeed } from '../../support/requires';
import { startSmtpSink, type SmtpSink } from '../../support/smtp-sink';

type Client = typeof import('../../../cms/app/src/demo/desk-client');
type Sending = typeof import('../../../cms/app/src/demo/send-issue');
type Secrets = typeof import('../../../cms/app/src/settings/secrets');

const command = createRequire(import.meta.url).resolve('../../../cms/app/dist/src/commands/carry-over.js');
const journal = 'plugin::newsletter.journal-entry';
const memory = 'plugin::newsletter.reader-memory';
const account = { email: 'strapi-super-admin@nachra.test', password: 'Correct-Horse-1' };

describeWith([postgresNeed])('an installation on SQLite', () => {
  let postgres: RunningPostgres;
  let sink: SmtpSink;
  let folder: string;
  let environment: Record<string, string>;
  beforeAll(async () => {
    [postgres, sink, folder] = await Promise.all([
      startPostgres(),
      startSmtpSink(),
      mkdtemp(path.join(tmpdir(), 'nachra-carry-over-')),
    ]);
    environment = {
      ...loadCms<Secrets>('settings/secrets').randomSecrets(),
      NACHRA_DATA_DIR: folder,
      SMTP_URL: sink.url,
      NACHRA_WORKER: 'embedded',
    };
  });
  afterAll(async () => {
    await Promise.all([sink.close(), postgres.close()]);
    await rm(folder, { recursive: true, force: true });
  });

  const desk = (cms: RunningCms) => loadCms<Client>('demo/desk-client').openDesk(cms.url, account);

  /** Runs the command as a person does. */
  async function carryOver(): Promise<{ code: unknown; said: string }> {
    const env = { PATH: process.env.PATH, ...environment };
    const run = promisify(execFile)(process.execPath, [command, '--to', postgres.url], { env });
    return run.then(
      ({ stdout, stderr }) => ({ code: 0, said: stdout + stderr }),
      (error: { code: unknown; stdout: string; stderr: string }) => ({
        code: error.code,
        said: error.stdout + error.stderr,
      }),
    );
  }

  async function onLedger<T>(options: LedgerOptions, work: (ledger: Ledger) => Promise<T>): Promise<T> {
    const ledger = await openLedger(options, personKey);
    return work(ledger).finally(() => ledger.close());
  }

  /** All that the ledger holds, in an order that is the same on both. */
  const allOf = async (ledger: Ledger) => ({
    editions: await ledger.rows('SELECT * FROM edition ORDER BY campaign_id, language'),
    deliveries: await ledger.rows('SELECT * FROM delivery ORDER BY id'),
    suppressions: await ledger.rows('SELECT * FROM suppression ORDER BY id'),
    exclusions: await ledger.rows('SELECT * FROM exclusion ORDER BY campaign_id, subscriber_id'),
    events: await ledger.rows('SELECT * FROM event ORDER BY id'),
  });

  it('is carried over to PostgreSQL by one command, whole, and goes on there', async () => {
    const before = await startCms(environment);
    await before.seed();
    await before.token();
    const key = await apiToken(before);
    const sent = await loadCms<Sending>('demo/send-issue').sendIssue(
      await desk(before),
      242,
      () => undefined,
    );
    expect(sent.counts.accepted).toBe(sent.recipients);
    const stages = async () => (await (await desk(before)).issues()).map(({ stage }) => stage);
    await until(stages, (all) => all.every((stage) => stage === 'sent'));
    const content = await contentOf(before);
    await before.close();

    const sqlite = { client: 'sqlite', filename: path.join(folder, 'ledger.db') } as const;
    const id = await onLedger(sqlite, async (ledger) => {
      await suppress(ledger, {
        address: 'gone@example.test',
        reason: 'suppressed-by-hand',
        source: 'test',
        now: new Date(),
      });
      const request = await aRequest({ candidates: candidates(4, 'later.test') });
      const frozen = await freezeCampaign(ledger, request, new Date());
      return frozen.kind === 'frozen' ? frozen.campaignId : '';
    });

    // Both installations would send it.
    const refused = await carryOver();
    expect(refused).toMatchObject({
      code: 1,
      said: expect.stringContaining(`go on or are scheduled: ${id}`) as string,
    });
    const held = await onLedger(sqlite, async (ledger) => {
      await pauseCampaign(ledger, id, somebody, new Date());
      return allOf(ledger);
    });

    // Somebody else's tables: Strapi would make them its own.
    const there = { client: 'postgres', url: postgres.url } as const;
    await onLedger(there, (ledger) => ledger.run('CREATE TABLE public.accounts (id INTEGER)'));
    expect(await carryOver()).toMatchObject({
      code: 1,
      said: expect.stringContaining('is not empty (public: accounts)') as string,
    });
    await onLedger(there, (ledger) => ledger.run('DROP TABLE public.accounts'));

    // Somebody has changed the journal while nothing ran.
    const rename = (name: string) => {
      const database = new Database(path.join(folder, 'nachra.db'));
      const { changes } = database.prepare(`UPDATE newsletter_journal_entries SET by_name = ${name}`).run();
      database.close();
      expect(changes).toBeGreaterThan(0);
    };
    rename(`by_name || '!'`);
    expect(await carryOver()).toMatchObject({
      code: 1,
      said: expect.stringMatching(
        /The journal is not what was written \(missing: 0, changed: [1-9]/,
      ) as string,
    });
    rename(`substr(by_name, 1, length(by_name) - 1)`);

    const carried = await carryOver();
    expect(carried).toMatchObject({ code: 0, said: expect.stringContaining('2 campaigns') as string });
    expect(carried.said).not.toMatch(/p@ss|p%40ss/);
    expect(await onLedger(there, allOf)).toEqual(held);
    // The old ledger is as it was, and held.
    const left = await onLedger(sqlite, allOf);
    expect({ ...left, events: left.events.slice(0, held.events.length) }).toEqual(held);
    expect(await onLedger(sqlite, readHolds)).toMatchObject({
      hold: 'carried-over',
      campaigns: [{ id, hold: 'carried-over' }],
    });

    const again = await carryOver();
    expect(again).toMatchObject({ code: 1, said: expect.stringContaining('is not empty') as string });

    const after = await startCms({ ...environment, DATABASE_URL: postgres.url });
    try {
      const moved = await contentOf(after);
      const growing = { [journal]: [], [memory]: [] };
      expect({ ...moved, ...growing }).toEqual({ ...content, ...growing });
      // What the ledger recorded while the CMS was down is copied as it starts: to the end, and nothing is written anew.
      for (const uid of [journal, memory]) {
        const written = content[uid] as unknown[];
        expect((moved[uid] as unknown[]).slice(0, written.length)).toEqual(written);
      }
      // The journal agrees with its witness, which began anew.
      expect((await after.call<string>('GET', '/healthz')).body).toBe('ok\n');
      const room = await desk(after);
      expect(await room.campaign(sent.id)).toEqual(sent);
      const edition = (await room.issues()).find((one) => one.number === 242 && one.language === 'fr');
      expect(edition).toMatchObject({ stage: 'sent' });
      expect(await isKnown(after, key)).toBe(true);
      // What is new is numbered behind what came over, and what was paused goes on.
      await after.strapi.documents('plugin::newsletter.list').create({ data: { name: 'Nouvelle' } } as never);
      const token = await after.token();
      await after.call('POST', `/newsletter/campaigns/${id}/resume`, { token, body: {} });
      const end = await until(
        () => room.campaign(id),
        ({ status }) => status === 'complete',
      );
      expect(end.counts.accepted).toBe(4);
    } finally {
      await after.close();
    }

    // One line is missing in .env: the old installation starts, and sends nothing.
    const old = await startCms(environment);
    try {
      expect((await old.call<string>('GET', '/healthz')).body).toBe('degraded ledger-carried-over\n');
      const token = await old.token();
      await old.call('POST', `/newsletter/campaigns/${id}/resume`, { token, body: {} });
      expect((await (await desk(old)).campaign(id)).counts).toMatchObject({ queued: 4, accepted: 0 });
    } finally {
      await old.close();
    }
  });

  const tokensOf = ({ strapi }: RunningCms) =>
    strapi.service('admin::api-token') as unknown as {
      create(token: object): Promise<{ accessKey: string }>;
      hash(accessKey: string): string;
    };

  async function apiToken(cms: RunningCms): Promise<string> {
    const token = { name: 'site', description: '', type: 'full-access', lifespan: null };
    return (await tokensOf(cms).create(token)).accessKey;
  }

  const isKnown = async (cms: RunningCms, key: string) =>
    (await cms.strapi.db
      .query('admin::api-token')
      .count({ where: { accessKey: tokensOf(cms).hash(key) } })) === 1;

  /** Every document as its table has it, but for the anchor, which each start moves; of the admin's own, how many there are. */
  async function contentOf({ strapi }: RunningCms): Promise<Record<string, unknown>> {
    const moving = /^(admin::session|plugin::newsletter\.ledger-anchor$)/;
    const uids = Object.keys(strapi.contentTypes).filter((uid) => !moving.test(uid));
    const all = uids.map(async (uid) => {
      const query = strapi.db.query(uid);
      const isOurs = /^plugin::(newsletter|upload)/.test(uid);
      return [uid, isOurs ? await query.findMany({ orderBy: { id: 'asc' } }) : await query.count()] as const;
    });
    return Object.fromEntries(await Promise.all(all));
  }
});
