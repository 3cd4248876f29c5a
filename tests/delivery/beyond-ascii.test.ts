import {
  explainDelivery,
  listSuppressions,
  normaliseAddress,
  parseSenderIdentity,
  type MailServer,
} from '@nachra/delivery';
import { needsSmtpUtf8 } from '../../delivery/src/campaigns/candidates';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  candidates,
  describeOnBoth,
  openBench,
  sender,
  startWorker,
  until,
  workerConfig,
  type LedgerBench,
  type RunningWorker,
} from '../support/campaign';
import { nameOf, recordOf, signingKeys } from '../support/dkim';
import { freePort } from '../support/free-port';
import { aServer } from '../support/mail-server';
import { startSmtpSink, type SmtpSink, type SmtpSinkOptions } from '../support/smtp-sink';

describe('an address beyond ASCII', () => {
  it.each([
    ['salma@exémple.test', 'salma@xn--exmple-cva.test', false],
    ['سلمى@مثال.test', 'سلمى@xn--mgbh0fb.test', true],
    ['zoé.amrani+x@Exemple.test', 'zoé.amrani+x@exemple.test', true],
    ['zoe\u0301@exemple.test', 'zoé@exemple.test', true],
  ])('%s is mailed as %s', (written, normal, needsIt) => {
    expect(normaliseAddress(written)).toBe(normal);
    expect(needsSmtpUtf8(normal)).toBe(needsIt);
  });

  it.each([
    ['a line end', 'zoé\u2028@x.test'],
    ['a space of another script', 'zoé\u3000a@x.test'],
    ['what turns the direction', '\u202eéoz@x.test'],
    ['what is invisible', 'zo\u200bé@x.test'],
    ['half a character', 'zo\ud800@x.test'],
    ['more than 64 octets before the @', `${'é'.repeat(33)}@x.test`],
  ])('is none with %s', (_what, written) => {
    expect(normaliseAddress(written)).toBeNull();
  });

  it('cannot be a sender: every server would have to support it', () => {
    expect(() => parseSenderIdentity({ ...sender, fromAddress: 'rédaction@news.example.test' })).toThrow(
      /fromAddress: expected an e-mail address/,
    );
  });
});

describeOnBoth('mail to letters beyond ASCII', (kind) => {
  let bench: LedgerBench;
  let worker: RunningWorker | null = null;
  const sinks: SmtpSink[] = [];
  beforeAll(async () => (bench = await openBench(kind)));
  afterEach(async () => {
    await worker?.stop();
    worker = null;
    await Promise.all(sinks.splice(0).map((sink) => sink.close()));
    await bench.cancelAll();
  });
  afterAll(() => bench.close());

  const people = ['zoé', 'سلمى', 'amal'].map((name, index) => ({
    ...candidates(1)[0]!,
    subscriberId: `u${index}`,
    address: `${name}@lettres.test`,
  }));

  async function sink(options: SmtpSinkOptions = {}): Promise<SmtpSink> {
    const started = await startSmtpSink(options);
    sinks.push(started);
    return started;
  }

  async function sendBy(servers: [MailServer, ...MailServer[]], dkim = signingKeys()): Promise<string> {
    const id = await bench.freeze({ candidates: people });
    worker = startWorker({
      ...workerConfig(bench.options, 'smtp://127.0.0.1:1'),
      servers,
      dkim,
    });
    return id;
  }
  it('goes by a server with SMTPUTF8, its header in UTF-8 and signed', async () => {
    const utf8 = await sink();
    const keys = signingKeys();
    const id = await sendBy([aServer(utf8.url)], keys);
    expect((await bench.complete(id)).counts).toMatchObject({ accepted: 3 });
    expect((await utf8.messageTo('سلمى@lettres.test')).to).toMatchObject({ text: 'سلمى@lettres.test' });
    const { results } = await dkimVerify(utf8.rawTo('zoé@lettres.test'), {
      resolver: (name) => {
        const key = keys.find((one) => nameOf(one) === name);
        return Promise.resolve(key ? [[recordOf(key)]] : []);
      },
    });
    expect(results.map(({ status }) => status.result)).toEqual(['pass', 'pass']);
  });

  it('is refused for good, unsent, where the only server has no SMTPUTF8; others get theirs, nobody is suppressed', async () => {
    const ascii = await sink({ utf8: false });
    const id = await sendBy([aServer(ascii.url)]);
    expect((await bench.complete(id)).counts).toMatchObject({ accepted: 1, rejected: 2 });
    expect(ascii.received.map(({ to }) => to)).toEqual(['amal@lettres.test']);
    expect(ascii.attempts('zoé@lettres.test') + ascii.attempts('سلمى@lettres.test')).toBe(0);
    const refused = (await bench.deliveries(id)).get('zoé@lettres.test')!;
    expect(refused).toMatchObject({
      state: 'rejected',
      outcome: { code: null, enhanced: '5.6.7', reply: '' },
    });
    expect(explainDelivery(refused, 'fr')).toMatch(/^Refusé définitivement\. Cette adresse a des lettres/);
    expect(explainDelivery(refused, 'en')).toMatch(/no mail server that we send by takes them.*not sent\.$/);
    expect(explainDelivery(refused, 'ar')).toContain('حروف');
    const { total } = await listSuppressions(bench.ledger, { page: 1, pageSize: 1, search: 'lettres' });
    expect(total).toBe(0);
    expect(worker?.logged.filter(({ event }) => event === 'smtp.unavailable')).toEqual([]);
  });

  it('finds the one of several servers that takes it', async () => {
    const [ascii, utf8] = [await sink({ utf8: false }), await sink()];
    const id = await sendBy([aServer(ascii.url, { weight: 100 }), aServer(utf8.url)]);
    expect((await bench.complete(id)).counts).toMatchObject({ accepted: 3 });
    expect(utf8.received.map(({ to }) => to)).toEqual(
      expect.arrayContaining(['zoé@lettres.test', 'سلمى@lettres.test']),
    );
    expect(ascii.attempts('zoé@lettres.test') + ascii.attempts('سلمى@lettres.test')).toBe(0);
    for (const { attempts } of (await bench.deliveries(id)).values()) expect(attempts).toBe(1);
  });

  it('waits for the server that takes it while it is unreachable, and is not refused meanwhile', async () => {
    const ascii = await sink({ utf8: false });
    const port = await freePort();
    const id = await sendBy([aServer(ascii.url), aServer(`smtp://127.0.0.1:${port}`)]);
    await until(
      () => Promise.resolve(worker?.logged ?? []),
      (logged) => logged.some(({ event }) => event === 'smtp.unavailable'),
    );
    expect((await bench.progress(id)).counts.rejected).toBe(0);
    await sink({ port });
    expect((await bench.complete(id)).counts).toMatchObject({ accepted: 3 });
  });
});
