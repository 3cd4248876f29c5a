import { execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import {
  freezeCampaign,
  openLedger,
  readWorkerConfig,
  workerCommand,
  type LedgerOptions,
} from '@nachra/delivery';
import { totalOf } from '../../delivery/src/campaigns/states';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import {
  aRequest,
  candidates,
  type LedgerBench,
  linkSecret,
  openBench,
  personKey,
  startWorker,
  until,
  workerConfig,
} from '../support/campaign';
import { freePort } from '../support/free-port';
import { startPostgres, type RunningPostgres } from '../support/postgres';
import { describeWith, postgres as postgresNeed } from '../support/requires';
import { startSmtpSink, type SmtpSink } from '../support/smtp-sink';

const delivery = createRequire(import.meta.url).resolve('@nachra/delivery');

describeWith([postgresNeed])('opening a ledger on PostgreSQL', () => {
  let postgres: RunningPostgres;
  let options: LedgerOptions;
  beforeAll(async () => {
    postgres = await startPostgres();
    options = { client: 'postgres', url: postgres.url };
  });
  /** Each test finds an empty database. */
  afterEach(async () => {
    const ledger = await openLedger(options);
    await ledger.run('DROP SCHEMA nachra CASCADE');
    await ledger.close();
  });
  afterAll(() => postgres.close());

  it('is possible for several processes at the same moment, on an empty database', async () => {
    const program = `require(${JSON.stringify(delivery)}).openLedger(${JSON.stringify(options)})
      .then(async (ledger) => { console.log((await ledger.rows('SELECT name FROM migration')).length); await ledger.close(); })`;
    const runs = await Promise.all(
      Array.from({ length: 4 }, () => promisify(execFile)(process.execPath, ['-e', program])),
    );
    const ledger = await openLedger(options);
    const steps = (await ledger.rows('SELECT name FROM migration')).length;
    expect(runs.map(({ stdout }) => Number(stdout))).toEqual(Array(4).fill(steps));
    // The CMS's tables share the database: the ledger's keep to a schema of their own.
    const schemas = await ledger.rows(
      `SELECT DISTINCT table_schema FROM information_schema.tables
       WHERE table_schema NOT IN ('pg_catalog', 'information_schema')`,
    );
    expect(schemas).toEqual([{ table_schema: 'nachra' }]);
    await ledger.close();
  });

  it('returns numbers as numbers, even beyond 32 bits', async () => {
    const ledger = await openLedger(options);
    await ledger.run(`INSERT INTO event (at, name) VALUES (?, 'beyond')`, [1_795_000_000_000]);
    expect(await ledger.rows(`SELECT at, COUNT(*) AS count FROM event GROUP BY at`)).toEqual([
      { at: 1_795_000_000_000, count: 1 },
    ]);
    await ledger.close();
  });

  it('keeps nothing of a transaction that fails, and takes texts that PostgreSQL cannot store as they are', async () => {
    const ledger = await openLedger(options, personKey);
    const work = ledger.transaction(async (statements) => {
      await statements.run(`INSERT INTO event (at, name) VALUES (1, 'half')`);
      throw new Error('no further');
    });
    await expect(work).rejects.toThrow('no further');
    expect(await ledger.rows(`SELECT * FROM event WHERE name = 'half'`)).toEqual([]);
    const [reader] = candidates(1);
    const strange = { ...reader, subscriberId: 's1', firstName: 'A\0B\ud800C \\u0000 é' };
    const request = await aRequest({ candidates: [{ ...candidates(1)[0], ...strange } as never] });
    await freezeCampaign(ledger, request, new Date());
    expect(await ledger.rows('SELECT first_name FROM delivery')).toEqual([
      { first_name: 'A\ufffdB\ufffdC \\u0000 é' },
    ]);
    await ledger.close();
  });

  it('says what is wrong and which setting to correct, never the password or the values', async () => {
    const url = new URL(postgres.url);
    url.password = 'a-wrong-one';
    const closed = `postgres://nachra:a-wrong-one@127.0.0.1:${await freePort()}/postgres`;
    const missing = postgres.url.replace(/postgres$/, 'nowhere');
    for (const [wrong, reason] of [
      [url.href, /password authentication failed/],
      [closed, /ECONNREFUSED/],
      [missing, /"nowhere" does not exist/],
    ] as const) {
      const error = await openLedger({ client: 'postgres', url: wrong }).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({
        code: 'LEDGER_UNREACHABLE',
        message: expect.stringMatching(reason) as string,
      });
      expect(String(error)).toContain('DATABASE_URL');
      expect(String(error)).not.toMatch(/a-wrong-one|p@ss|p%40ss/);
    }
    const ledger = await openLedger(options);
    const write = ledger.run('INSERT INTO campaign (uid, key) VALUES (?, ?)', ['salma@readers.test', 'x']);
    const error = await write.catch((thrown: unknown) => thrown);
    expect(String(error)).toMatch(/null value|NOT NULL/);
    expect(String(error)).not.toContain('salma');
    await ledger.close();
  });

  it('is chosen by DATABASE_URL, before LEDGER_FILE', () => {
    const settings = {
      NACHRA_LINK_SECRET: linkSecret,
      NACHRA_PERSON_KEY: personKey,
      SMTP_URL: 'smtp://127.0.0.1:1025',
      LEDGER_FILE: '/x.db',
    };
    expect(readWorkerConfig({ ...settings, DATABASE_URL: postgres.url }).ledger).toEqual(options);
    expect(() => readWorkerConfig({ ...settings, DATABASE_URL: 'mysql://name:hush@db.test/nachra' })).toThrow(
      /DATABASE_URL has a value that cannot be used\. Set it to the PostgreSQL database, such as postgres:\/\/(?![^]*hush)/,
    );
  });
});

describeWith([postgresNeed])('a campaign on PostgreSQL', () => {
  let bench: LedgerBench;
  let sink: SmtpSink;
  beforeAll(async () => {
    bench = await openBench('postgres', { ownServer: true });
    sink = await startSmtpSink({ answer: () => ({ waitMs: 2 }) });
  });
  afterAll(async () => {
    await sink.close();
    await bench.close();
  });

  it('pauses while the database is away and goes on when it is back: two workers, nobody lost, nobody twice', async () => {
    const other = fork(workerCommand, {
      env: {
        PATH: process.env.PATH,
        ...bench.environment,
        NACHRA_LINK_SECRET: linkSecret,
        SMTP_URL: sink.url,
        SMTP_CONNECTIONS: '4',
        LOG_LEVEL: 'silent',
      },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    // One letter shows that the process is up and at work.
    const first = await bench.freeze({ candidates: candidates(1, 'first.test') });
    await bench.complete(first);
    const people = 900;
    const id = await bench.freeze({ candidates: candidates(people, 'restart.test') });
    const restarts = 3;
    const worker = startWorker(workerConfig(bench.options, sink.url, 4));
    for (let restart = 1; restart <= restarts; restart += 1) {
      await until(
        () => sink.received.length,
        (count) => count >= restart * 200,
      );
      await bench.postgres?.crash();
      const failures = () => worker.logged.filter(({ event }) => event === 'worker.failed').length;
      const before = failures();
      expect(await until(failures, (count) => count > before)).toBeGreaterThan(before);
      await bench.postgres?.start();
    }
    const end = await bench.complete(id);
    other.kill('SIGTERM');
    await Promise.all([worker.stop(), once(other, 'exit')]);
    expect(end).toMatchObject({ status: 'complete', recipients: people });
    expect(totalOf(end.counts)).toBe(people);
    expect(end.counts.accepted + end.counts['in-doubt']).toBe(people);
    // What the server answered is kept until it can be written.
    expect(end.counts['in-doubt']).toBe(0);
    const times = new Map<string, number>();
    for (const { to } of sink.received) times.set(to, (times.get(to) ?? 0) + 1);
    expect([...times.values()].filter((count) => count > 1)).toEqual([]);
    for (const [address, { state }] of await bench.deliveries(id)) {
      if (state === 'accepted') expect(times.get(address)).toBe(1);
    }
  });
});
