import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  fromWorkerSchema,
  readSending,
  readWorkerConfig,
  sendingSettingsSchema,
  settingsByIpc,
  workerCommand,
  type ToWorker,
} from '@nachra/delivery';
import { readWorkerSettings } from '../../delivery/src/worker/settings-by-ipc';
import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  candidates,
  linkSecret,
  personKey,
  openBench,
  until,
  workerConfig,
  type LedgerBench,
} from '../support/campaign';
import { startSmtpSink, type SmtpSink } from '../support/smtp-sink';

let bench: LedgerBench;
let sink: SmtpSink;
const children: ChildProcess[] = [];
beforeAll(async () => {
  bench = await openBench('sqlite');
  sink = await startSmtpSink();
});
afterEach(() => children.splice(0).forEach((child) => child.kill('SIGKILL')));
afterAll(async () => {
  await sink.close();
  await bench.close();
});

function start(args: string[], env: Record<string, string>): ChildProcess {
  const child = fork(workerCommand, args, { env, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  children.push(child);
  return child;
}

/** Waits until a campaign is over. @returns what the worker said of it by IPC */
async function sendsAll(child: ChildProcess): Promise<unknown[]> {
  const said: unknown[] = [];
  child.on('message', (message) => said.push(message));
  const id = await bench.freeze({ candidates: candidates(3) });
  child.send({ type: 'wake' } satisfies ToWorker);
  const end = await until(
    () => bench.progress(id),
    ({ counts }) => counts.accepted === 3 && said.length > 0,
  );
  expect(end.counts.accepted).toBe(3);
  expect(said).not.toEqual([]);
  return said;
}

describe('a worker process', () => {
  it('is handed its settings by its parent, and reads no environment', async () => {
    const child = start([settingsByIpc], { SMTP_URL: 'smtp://nowhere.invalid' });
    const settings = workerConfig(bench.options, sink.url);
    child.send({ type: 'settings', settings } satisfies ToWorker);
    expect((await sendsAll(child)).every((message) => fromWorkerSchema.safeParse(message).success)).toBe(
      true,
    );
  });

  it('started by hand reads the environment', async () => {
    const child = start([], {
      ...bench.environment,
      NACHRA_LINK_SECRET: linkSecret,
      SMTP_URL: sink.url,
    });
    await sendsAll(child);
  });

  it('ends with the place that is wrong, and never a value of it', async () => {
    const child = start([settingsByIpc], {});
    const stderr: string[] = [];
    child.stderr?.on('data', (text) => stderr.push(String(text)));
    child.send({ type: 'settings', settings: { linkSecret: 'short-secret' } } satisfies ToWorker);
    expect(await once(child, 'close')).toEqual([1, null]);
    expect(stderr.join('')).toMatch(/settings it was handed cannot be used .*ledger.*linkSecret/);
    expect(stderr.join('')).not.toContain('short-secret');
  });
});

describe('settings as plain JSON', () => {
  it('say all that a config says', () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const config = readWorkerConfig({
      NACHRA_LINK_SECRET: linkSecret,
      NACHRA_PERSON_KEY: personKey,
      SMTP_URL: 'smtp://name:p%40ss@mail.example.test',
      SENDER_LIMIT: '20000/day',
      DOMAIN_LIMITS: 'gmail.com=20/second, *=300/minute',
      REDIS_URL: 'redis://redis.example.test',
      BOUNCE_IMAP_URL: 'imaps://name:password@imap.example.test/INBOX',
      DKIM_DOMAIN: 'example.test',
      DKIM_SELECTOR: 'nachra1',
      DKIM_PRIVATE_KEY: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    });
    expect(readWorkerSettings(JSON.parse(JSON.stringify(config)))).toEqual(config);
    expect(config.dkim.map(({ key }) => createPrivateKey(key).equals(privateKey))).toEqual([true]);
  });

  it('may be written by hand, with what everybody has left out', () => {
    const written = {
      servers: [{ smtp: 'smtps://name:p%40ss@mail.example.test' }, { smtp: { host: 'b.test' } }],
    };
    const settings = sendingSettingsSchema.parse(written);
    expect(settings).toMatchObject({
      servers: [
        { name: 'smtps://mail.example.test:465', smtp: { port: 465, secure: true, password: 'p@ss' } },
        { name: 'smtp://b.test:587', smtp: { port: 587, requireTls: true }, limit: null, domains: [] },
      ],
      limits: { sender: null, domains: {} },
      dkim: [],
      mailbox: null,
    });
    expect(settings.backOff).toEqual(readSending({}).backOff);
    expect(sendingSettingsSchema.parse(settings)).toEqual(settings);
    const wrong = {
      servers: [
        { smtp: { host: 'a.test' }, name: 'a' },
        { smtp: { host: 'b.test' }, name: 'a' },
      ],
    };
    expect(() => sendingSettingsSchema.parse(wrong)).toThrow(/a name of its own/);
  });
});
