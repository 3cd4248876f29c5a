import {
  explainDelivery,
  createSmtpTransport,
  parseSmtpUrl,
  type BodyProgress,
  type SmtpFailure,
  type SmtpOutcome,
} from '@nachra/delivery';
import { classifyFailure } from '../../delivery/src/outgoing/smtp';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  candidates,
  openBench,
  startWorker,
  until,
  workerConfig,
  type LedgerBench,
  type RunningWorker,
} from '../support/campaign';
import { startSmtpSink, type SmtpSink, type SmtpSinkOptions } from '../support/smtp-sink';

const raw = Buffer.from('Subject: x\r\n\r\nx\r\n');

describe('a server that takes nothing from us', () => {
  let bench: LedgerBench;
  let sink: SmtpSink | undefined;
  let worker: RunningWorker | undefined;

  beforeAll(async () => {
    bench = await openBench();
  });
  afterEach(async () => {
    await worker?.stop();
    await sink?.close();
    worker = sink = undefined;
    await bench.cancelAll();
  });
  afterAll(() => bench.close());

  const cases: [what: string, options: SmtpSinkOptions, login: string, remedy: string][] = [
    [
      'refuses our sign-in',
      { account: { user: 'a', password: 'b' } },
      'a:c@',
      'name and password in SMTP_URL',
    ],
    ['wants a sign-in', { account: { user: 'a', password: 'b' } }, '', 'name and password in SMTP_URL'],
    ['offers no sign-in', {}, 'a:b@', 'name and password in SMTP_URL'],
    [
      'refuses our sender',
      { refuseSender: '550 5.7.60 Not your address' },
      '',
      'correct the sender in the brand',
    ],
    ['is closing', { refuseSender: '421 4.3.2 Closing down' }, '', 'lower SMTP_CONNECTIONS; otherwise wait'],
    [
      'wants us to wait',
      { refuseSender: '451 4.7.1 Try again later' },
      '',
      'takes nothing from anybody for now',
    ],
  ];
  it.each(cases)(
    '%s: nothing is burnt, and the log says what to do',
    async (_what, options, login, remedy) => {
      sink = await startSmtpSink(options);
      worker = startWorker(workerConfig(bench.options, `smtp://${login}127.0.0.1:${sink.port}`));
      const { logged } = worker;
      const id = await bench.freeze({ candidates: candidates(3) });
      // Twice: the worker waits and asks again, and does not run against the wall without a pause.
      await until(
        () => logged.filter(({ event }) => event === 'smtp.unavailable').length,
        (count) => count >= 2,
      );
      await worker.stop();
      const sentences = logged
        .filter(({ event }) => event === 'smtp.unavailable')
        .map(({ message }) => message);
      expect(sentences[0]).toContain(remedy);
      expect(sentences[0]).toContain('No messages are lost');
      expect((await bench.progress(id)).counts.queued).toBe(3);
      for (const row of (await bench.deliveries(id)).values()) expect(row.attempts).toBe(0);
      expect(sink.received).toEqual([]);
    },
  );

  it('refuses a message for its size: each is refused once, for good, and the worker ends', async () => {
    sink = await startSmtpSink({ size: 2_000 });
    worker = startWorker(workerConfig(bench.options, sink.url));
    const id = await bench.freeze({ candidates: candidates(12) });
    const end = await bench.complete(id);
    expect(end.counts).toMatchObject({ rejected: 12 });
    const refused = (await bench.deliveries(id)).get('r1@readers.test')!;
    expect(refused.outcome).toMatchObject({ code: null, enhanced: '5.3.4', reply: '' });
    expect(explainDelivery(refused, 'en')).toBe(
      'Refused for good. The message is too large for this server. The message was not sent.',
    );
  });
});

describe('the transport', () => {
  it('goes on with the same connection after a refusal, whoever refused', async () => {
    const sink = await startSmtpSink({
      answer: (address) =>
        address === 'no@x.test' ? { reply: '550 5.1.1 No such user', at: 'rcpt' } : 'accept',
    });
    const transport = createSmtpTransport({ ...parseSmtpUrl(sink.url), connections: 1 });
    const kinds: string[] = [];
    const tried = ['a@x.test', 'no@x.test', 'b@x.test', 'c@x.test>\r\nRCPT TO:<spy@x.test', '', 'd@x.test'];
    for (const to of tried)
      kinds.push((await transport.send({ envelope: { from: 'f@x.test', to }, pieces: [raw] })).kind);
    expect(kinds).toEqual(['accepted', 'rejected', 'accepted', 'rejected', 'rejected', 'accepted']);
    expect(sink.received.map(({ to }) => to)).toEqual(['a@x.test', 'b@x.test', 'd@x.test']);
    await transport.close();
    await sink.close();
  });

  it('treats a 421 to one recipient as that recipient’s: it costs an attempt, and holds up nobody else', async () => {
    const sink = await startSmtpSink({
      answer: (address) =>
        address === 'throttled@x.test' ? { reply: '421 4.7.0 Too many, later', at: 'rcpt' } : 'accept',
    });
    const transport = createSmtpTransport({ ...parseSmtpUrl(sink.url), connections: 1 });
    const kinds: string[] = [];
    for (const to of ['a@x.test', 'throttled@x.test', 'b@x.test'])
      kinds.push((await transport.send({ envelope: { from: 'f@x.test', to }, pieces: [raw] })).kind);
    expect(kinds).toEqual(['accepted', 'deferred', 'accepted']);
    await transport.close();
    await sink.close();
  });

  it('tells whether a server can be used, without sending', async () => {
    const sink = await startSmtpSink({ account: { user: 'a', password: 'b' } });
    const right = createSmtpTransport(parseSmtpUrl(sink.url));
    const wrong = createSmtpTransport(parseSmtpUrl(sink.url.replace('a:b@', 'a:c@')));
    expect(await right.verify()).toEqual({ ok: true });
    expect(await wrong.verify()).toMatchObject({ ok: false, trouble: 'sign-in-refused' });
    await right.close();
    await wrong.close();
    await sink.close();
    const nobody = createSmtpTransport(parseSmtpUrl(sink.url));
    expect(await nobody.verify()).toMatchObject({ ok: false, trouble: 'unreachable' });
    await nobody.close();
  });

  it('answers at once when it is closed', async () => {
    const transport = createSmtpTransport(parseSmtpUrl('smtp://127.0.0.1:1'));
    await transport.close();
    const outcome = await transport.send({ envelope: { from: 'f@x.test', to: 'a@x.test' }, pieces: [raw] });
    expect(outcome).toMatchObject({ kind: 'server-unavailable', trouble: 'stopped' });
  });
});

describe('what became of a failed attempt', () => {
  const rows: [failure: Partial<SmtpFailure>, body: BodyProgress, kind: SmtpOutcome['kind']][] = [
    [{ code: 'ECONNECTION', command: 'CONN' }, 'untouched', 'server-unavailable'],
    [{ code: 'ECONNECTION', command: 'CONN' }, 'begun', 'deferred'],
    [{ code: 'ECONNECTION', command: 'CONN' }, 'finished', 'in-doubt'],
    [{ code: 'ETIMEDOUT', command: 'DATA' }, 'finished', 'in-doubt'],
    [{ code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550 }, 'untouched', 'rejected'],
    [{ code: 'EENVELOPE', command: 'RCPT TO', responseCode: 450 }, 'untouched', 'deferred'],
    [{ code: 'EENVELOPE', command: 'RCPT TO', responseCode: 421 }, 'untouched', 'deferred'],
    [{ code: 'EMESSAGE', command: 'DATA', responseCode: 554 }, 'finished', 'rejected'],
    [{ code: 'EMESSAGE', command: 'DATA', responseCode: 421 }, 'finished', 'deferred'],
    [{ code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 552 }, 'untouched', 'rejected'],
    [{ code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 553 }, 'untouched', 'server-unavailable'],
    [{ code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 530 }, 'untouched', 'server-unavailable'],
    [{ code: 'ETLS', command: 'STARTTLS' }, 'untouched', 'server-unavailable'],
  ];
  it.each(rows)('%j, bytes %s: %s', (failure, body, kind) => {
    expect(classifyFailure({ message: 'x', ...failure }, body).kind).toBe(kind);
  });

  it('is never “go on” once all bytes are gone: without an answer it is in doubt, whatever the error says', () => {
    const failures = fc.record(
      { code: fc.string(), command: fc.string(), response: fc.string(), message: fc.string() },
      { requiredKeys: ['message'] },
    );
    fc.assert(
      fc.property(failures, ({ response = '', ...failure }) => {
        const silent = { ...failure, ...(/^\d/.test(response) ? {} : { response }) };
        const { kind, reply, fault } = classifyFailure(silent, 'finished');
        expect(kind).toBe('in-doubt');
        // Nobody's words but the server's are called so.
        expect(reply === '').toBe(fault !== undefined);
        expect(reply).not.toMatch(/[\r\n]/);
      }),
    );
  });
});
