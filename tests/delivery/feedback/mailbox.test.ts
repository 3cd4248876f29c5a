import {
  DeliveryError,
  listSuppressions,
  readSending,
  readMailbox,
  type Delivery,
  type MailboxSettings,
} from '@nachra/delivery';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  candidates,
  linkSecret,
  openBench,
  startWorker,
  until,
  workerConfig,
  type LedgerBench,
} from '../../support/campaign';
import { freePort } from '../../support/free-port';
import { startImapServer, type ImapServer } from '../../support/imap-server';
import { describeWith, dovecot } from '../../support/requires';
import { aBounce, anAbsence } from '../../support/returned-mail';

function settingsOf(environment: Parameters<typeof readSending>[0]): MailboxSettings {
  const settings = readSending(environment).mailbox;
  if (settings === null) throw new Error('No mailbox.');
  return settings;
}

describeWith([dovecot])('the bounce mailbox', () => {
  let imap: ImapServer;
  let bench: LedgerBench;
  let delivery: Delivery;
  let round = 0;

  beforeAll(async () => {
    bench = await openBench();
  });
  beforeEach(async () => {
    imap = await startImapServer();
    const campaign = await bench.freeze({ candidates: candidates(1, `readers${++round}.test`) });
    [delivery] = [...(await bench.deliveries(campaign)).values()] as [Delivery];
  });
  afterEach(() => imap.close());
  afterAll(() => bench.close());

  const visit = (settings = settingsOf({ BOUNCE_IMAP_URL: imap.url })) =>
    readMailbox(settings, {
      ledger: bench.ledger,
      secret: linkSecret,
      now: () => new Date(),
      signal: new AbortController().signal,
    });
  const suppressed = async () =>
    (await listSuppressions(bench.ledger, { page: 1, pageSize: 9, search: delivery.address })).total;
  const folders = async () =>
    Promise.all(
      (['INBOX', 'Nachra/Done', 'Nachra/Not understood'] as const).map(
        async (name) => (await imap.messages(name)).length,
      ),
    );

  it('handles each message once, moves it, and deletes nothing', async () => {
    const bounce = await aBounce(delivery);
    const strange = Buffer.from('From: x@y.test\r\nSubject: hello\r\n\r\nCould you call me back?\r\n');
    for (const bytes of [
      bounce,
      bounce,
      await anAbsence(delivery),
      strange,
      Buffer.from('\0\xff rubbish', 'latin1'),
    ])
      await imap.deliver(bytes);
    expect(await visit()).toMatchObject({ suppressed: 1, repeated: 1, ignored: 3, unverified: 0 });
    expect(await folders()).toEqual([0, 3, 2]);
    expect(await suppressed()).toBe(1);
    const forged = await aBounce(delivery, { to: 'retours@news.example.test' });
    await imap.deliver(forged);
    expect(await visit()).toMatchObject({ unverified: 1, suppressed: 0 });
    expect(await folders()).toEqual([0, 3, 3]);
    const kept = await imap.messages('Nachra/Not understood');
    expect(kept.some((bytes) => bytes.includes('Could you call me back?'))).toBe(true);
  });

  it('signs in with a token where there is no password', async () => {
    await imap.deliver(await aBounce(delivery));
    const oauth = {
      BOUNCE_IMAP_URL: imap.url.replace(/:[^:@/]+@/, '@'),
      BOUNCE_IMAP_TOKEN_URL: imap.tokenUrl,
      BOUNCE_IMAP_CLIENT_ID: 'nachra',
      BOUNCE_IMAP_CLIENT_SECRET: 'client-secret',
    };
    expect(await visit(settingsOf(oauth))).toMatchObject({ suppressed: 1 });
    expect(imap.tokens()).toBe(1);
    const wrong = settingsOf({ ...oauth, BOUNCE_IMAP_CLIENT_SECRET: 'not-the-secret' });
    const error = await visit(wrong).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'MAILBOX_TOKEN' });
    expect(String(error)).toContain('BOUNCE_IMAP_CLIENT_SECRET');
    expect(String(error)).not.toContain('not-the-secret');
  });

  it('says which setting is wrong, and never the password', async () => {
    const good = settingsOf({ BOUNCE_IMAP_URL: imap.url });
    const cases: [string, MailboxSettings][] = [
      ['MAILBOX_SIGN_IN', { ...good, password: 'another-password' }],
      ['MAILBOX_UNREACHABLE', { ...good, port: await freePort() }],
      ['MAILBOX_FOLDER', { ...good, folder: 'No such' }],
      ['MAILBOX_TLS', settingsOf({ BOUNCE_IMAP_URL: imap.secureUrl })],
    ];
    for (const [code, settings] of cases) {
      const error = await visit(settings).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(DeliveryError);
      expect(error).toMatchObject({ code });
      expect(String(error)).toContain('BOUNCE_IMAP_URL');
      expect(String(error)).not.toContain(settings.password);
    }
  });

  it('is read by the worker while it sends, and keeps being tried while the server is down', async () => {
    const mailbox = settingsOf({ BOUNCE_IMAP_URL: imap.url });
    const config = { ...workerConfig(bench.options, 'smtp://127.0.0.1:1'), mailbox };
    const mailboxTiming = { visitMs: 50, troubleMs: [50, 100] as [number, number] };
    const away = startWorker(
      { ...config, mailbox: { ...mailbox, port: await freePort() } },
      { mailboxTiming },
    );
    const failed = await until(
      () => away.logged.filter(({ event }) => event === 'mailbox.failed').length,
      (count) => count >= 2,
    );
    await away.stop();
    expect(failed).toBeGreaterThanOrEqual(2);

    const worker = startWorker(config, { mailboxTiming });
    await imap.deliver(await aBounce(delivery));
    expect(await until(suppressed, (total) => total > 0)).toBe(1);
    await worker.stop();
    expect(JSON.stringify([away.logged, worker.logged])).not.toContain(imap.password);
  });
});

describe('the settings of the bounce mailbox', () => {
  it('come from one URL, whose name, password and folder may contain any character', () => {
    expect(readSending({}).mailbox).toBeNull();
    expect(
      settingsOf({ BOUNCE_IMAP_URL: 'imaps://bounces%40x.test:p%40ss%2F@imap.x.test/Re%C3%A7us' }),
    ).toMatchObject({
      host: 'imap.x.test',
      port: 993,
      secure: true,
      user: 'bounces@x.test',
      password: 'p@ss/',
      folder: 'Reçus',
    });
    expect(settingsOf({ BOUNCE_IMAP_URL: 'imap://b:secret@imap.x.test:1143' })).toMatchObject({
      port: 1143,
      secure: false,
      folder: 'INBOX',
    });
  });

  it('name the variable that is wrong, but not its value', () => {
    for (const url of [
      'imap.x.test',
      'pop3://b:secret@x.test',
      'imaps://x.test/',
      'imaps://b@x.test',
      'imaps://b:se%cret@x',
    ]) {
      const read = (): unknown => readSending({ BOUNCE_IMAP_URL: url });
      expect(read).toThrow(DeliveryError);
      expect(read).toThrow(
        expect.objectContaining({
          code: 'CONFIG_INVALID',
          data: { problems: [{ variable: 'BOUNCE_IMAP_URL', fault: 'unusable' }] },
        }),
      );
      expect(read).toThrow(/BOUNCE_IMAP_URL/);
      expect(read).not.toThrow(/secret|cret@/);
    }
    expect(() =>
      readSending({ BOUNCE_IMAP_URL: 'imaps://b@x.test', BOUNCE_IMAP_TOKEN_URL: 'https://x.test/token' }),
    ).toThrow(/BOUNCE_IMAP_CLIENT_ID/);
  });
});
