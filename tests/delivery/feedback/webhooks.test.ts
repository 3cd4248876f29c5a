import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { openLedger, openWebhooks } from '@nachra/delivery';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { describeOnBoth, linkSecret } from '../../support/campaign';
import { sentMessage } from '../../support/returned-mail';
import { keys, now, openWebhookBench, seconds, sendgrid, type WebhookBench } from './webhook-bench';

describeOnBoth('a provider’s webhook', (kind) => {
  let bench: WebhookBench;
  beforeAll(async () => {
    bench = await openWebhookBench(kind);
  });
  beforeEach(() => bench.begin());
  afterAll(() => bench.close());

  const messageId = async () =>
    /^Message-ID: <(.*)>/im.exec((await sentMessage(bench.delivery())).headers)?.[1] ?? 'none';

  describe('of Mailgun', () => {
    const signature = (token: string, timestamp = seconds, key = keys.mailgun) => ({
      timestamp,
      token,
      signature: createHmac('sha256', key).update(`${timestamp}${token}`).digest('hex'),
    });
    const failed = (id: string, changes: object = {}) => ({
      event: 'failed',
      severity: 'permanent',
      reason: 'bounce',
      id,
      recipient: bench.delivery().address,
      'delivery-status': { code: 550, message: '5.1.1 No such user here', 'enhanced-code': '5.1.1' },
      ...changes,
    });
    const token = (letter: string) => letter.repeat(40) + String(bench.round());

    it('is believed with its signature, and a token is valid for one event only', async () => {
      const body = { signature: signature(token('a')), 'event-data': failed(`a-${bench.round()}`) };
      expect(await bench.post('mailgun', body)).toEqual({ verdict: 'recorded', results: ['suppressed'] });
      expect(await bench.post('mailgun', body)).toEqual({ verdict: 'recorded', results: ['repeated'] });
      const other = { ...body, 'event-data': failed('another') };
      expect(await bench.post('mailgun', other)).toEqual({ verdict: 'refused' });
      expect(await bench.suppressed()).toMatchObject([{ reason: 'bounced', source: 'mailgun' }]);
    });

    it('keeps used tokens in the ledger, across restarts and processes, until they expire', async () => {
      const body = (id: string) => ({
        signature: signature(token('g')),
        'event-data': failed(`${id}-${bench.round()}`),
      });
      const tokens = () => bench.ledger.ledger.rows('SELECT * FROM webhook_token');
      expect(await bench.post('mailgun', body('g'))).toMatchObject({ results: ['suppressed'] });
      bench.restart();
      expect(await bench.post('mailgun', body('h'))).toEqual({ verdict: 'refused' });
      expect(await bench.post('mailgun', body('g'))).toMatchObject({ results: ['repeated'] });
      // Another process of the same installation: the same database, and the same key for naming persons.
      const other = await openLedger(bench.ledger.options, bench.ledger.ledger.personKey);
      const open = { keys, secret: linkSecret, now: () => now };
      const raced = await Promise.all(
        [bench.ledger.ledger, other].map((ledger, at) =>
          openWebhooks({ ...open, ledger }).receive('mailgun', {
            headers: {},
            body: Buffer.from(JSON.stringify({ ...body(`race-${at}`), signature: signature(token('r')) })),
          }),
        ),
      );
      await other.close();
      expect(raced.map(({ verdict }) => verdict).sort()).toEqual(['recorded', 'refused']);

      expect(JSON.stringify(await tokens())).not.toContain(token('g'));
      const later = new Date(now.getTime() + 9 * 3_600_000 + 1_000);
      bench.restart(later);
      expect(await bench.post('mailgun', body('h'))).toEqual({ verdict: 'refused' });
      const fresh = signature(token('i'), String(later.getTime() / 1000));
      await bench.post('mailgun', { ...body('i'), signature: fresh });
      expect(await tokens()).toHaveLength(1);
    });

    it('is refused with another key, an old signature, or none', async () => {
      const old = String(Number(seconds) - 10 * 3600);
      for (const given of [
        signature(token('b'), seconds, 'another-key'),
        signature(token('c'), old),
        { ...signature(token('d')), signature: '' },
        undefined,
      ]) {
        const body = { signature: given, 'event-data': failed('x') };
        expect(await bench.post('mailgun', body)).toEqual({ verdict: 'refused' });
      }
    });

    it('ignores refusals that Mailgun retries, and records a complaint', async () => {
      const waits = {
        signature: signature(token('e')),
        'event-data': failed('e', { severity: 'temporary' }),
      };
      expect(await bench.post('mailgun', waits)).toEqual({ verdict: 'recorded', results: [] });
      const complained = failed(`f-${bench.round()}`, { event: 'complained' });
      await bench.post('mailgun', { signature: signature(token('f')), 'event-data': complained });
      expect(await bench.suppressed()).toMatchObject([{ reason: 'complained' }]);
    });
  });

  describe('of Postmark', () => {
    const basic = (text: string) => ({ authorization: `Basic ${Buffer.from(text).toString('base64')}` });
    it('is believed with the name and password of its address, and with no others', async () => {
      const bounce = {
        RecordType: 'Bounce',
        ID: 42,
        Type: 'HardBounce',
        MessageID: `p-${bench.round()}`,
        Email: bench.delivery().address,
        BouncedAt: '2026-03-02T08:59:00Z',
        Details: 'smtp;550 5.1.1 The email account that you tried to reach does not exist.',
      };
      for (const headers of [
        {},
        basic('postmark:'),
        basic(`${keys.postmark} `),
        { authorization: 'Basic =' },
      ]) {
        expect(await bench.post('postmark', bounce, headers)).toEqual({ verdict: 'refused' });
      }
      const accepted = basic(keys.postmark);
      expect(await bench.post('postmark', bounce, accepted)).toMatchObject({ results: ['suppressed'] });
      expect(await bench.post('postmark', bounce, accepted)).toMatchObject({ results: ['repeated'] });
      const away = { ...bounce, Type: 'AutoResponder', MessageID: 'away' };
      expect(await bench.post('postmark', away, accepted)).toMatchObject({ results: [] });
      expect(await bench.post('postmark', 'not JSON', accepted)).toMatchObject({ verdict: 'unreadable' });
    });
  });

  describe('of SendGrid', () => {
    const signedBy = (body: string, key = sendgrid.privateKey) => ({
      'x-twilio-email-event-webhook-timestamp': seconds,
      'x-twilio-email-event-webhook-signature': sign('sha256', Buffer.from(seconds + body), key).toString(
        'base64',
      ),
    });
    it('is believed if exactly these bytes are signed, and settles the delivery that the Message-ID names', async () => {
      await bench.ledger.ledger.run(`UPDATE delivery SET state = 'in-doubt' WHERE address = ?`, [
        bench.delivery().address,
      ]);
      const event = {
        event: 'bounce',
        email: bench.delivery().address,
        sg_event_id: `s-${bench.round()}`,
        'smtp-id': `<${await messageId()}>`,
        type: 'bounce',
        status: '5.1.1',
        reason: '550 5.1.1 The email account does not exist',
        bounce_classification: 'Invalid Address',
      };
      const body = JSON.stringify([{ event: 'delivered', email: 'x@y.test', sg_event_id: 'd' }, event]);
      expect(await bench.post('sendgrid', `${body} `, signedBy(body))).toEqual({ verdict: 'refused' });
      const other = generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).privateKey;
      expect(await bench.post('sendgrid', body, signedBy(body, other))).toEqual({ verdict: 'refused' });
      expect(await bench.post('sendgrid', body)).toEqual({ verdict: 'refused' });
      expect(await bench.post('sendgrid', body, signedBy(body))).toMatchObject({ results: ['suppressed'] });
      const rows = (await bench.ledger.deliveries(bench.delivery().campaignId)).get(bench.delivery().address);
      expect(rows).toMatchObject({ state: 'rejected', outcome: { kind: 'bounced' } });
    });

    it.each([
      ['Bounced Address', 'bounced'],
      ['Invalid', 'bounced'],
      ['Spam Reporting Address', 'complained'],
      ['Unsubscribed Address', 'unsubscribed'],
      ['Spam Content', null],
    ])(
      'of a dropped message says by the documented reason “%s” what it is about',
      async (reason, consequence) => {
        const { address: email } = bench.delivery();
        const body = JSON.stringify([{ event: 'dropped', email, sg_event_id: `d-${bench.round()}`, reason }]);
        await bench.post('sendgrid', body, signedBy(body));
        expect((await bench.suppressed()).map((row) => row.reason)).toEqual(consequence ? [consequence] : []);
      },
    );
  });

  describe('of Brevo', () => {
    it('is believed with its token, one event or many', async () => {
      const event = {
        id: 7,
        event: 'soft_bounce',
        email: bench.delivery().address,
        'message-id': '<a@b.test>',
        ts_event: 1,
      };
      // The last one is of a form that is not documented: it must not cost the others.
      const batch = [event, { ...event, event: 'spam' }, { ...event, event: 'deferred' }, { event: 7 }];
      expect(await bench.post('brevo', batch, { authorization: 'Bearer wrong' })).toEqual({
        verdict: 'refused',
      });
      expect(await bench.post('brevo', batch, { authorization: `Bearer ${keys.brevo}` })).toEqual({
        verdict: 'recorded',
        results: ['recorded', 'suppressed'],
      });
      expect(await bench.suppressed()).toMatchObject([{ reason: 'complained', source: 'brevo' }]);
    });
  });

  describe('of any other server', () => {
    const signature = (body: string, at = seconds, key = keys.generic) => ({
      'x-nachra-signature': `t=${at},v1=${createHmac('sha256', key).update(`${at}.${body}`).digest('hex')}`,
    });
    it('is believed if signed within five minutes, and is told where its form is wrong', async () => {
      const event = { id: `g-${bench.round()}`, type: 'unsubscribe', recipient: bench.delivery().address };
      const body = JSON.stringify([event]);
      const old = String(Number(seconds) - 301);
      for (const headers of [{}, signature(body, old), signature(body, seconds, 'other'), signature('[]')]) {
        expect(await bench.post('generic', body, headers)).toEqual({ verdict: 'refused' });
      }
      expect(await bench.post('generic', body, signature(body))).toMatchObject({ results: ['suppressed'] });
      expect(await bench.post('generic', body, signature(body))).toMatchObject({ results: ['repeated'] });
      const mixed = JSON.stringify([{ ...event, type: 'open' }, event]);
      expect(await bench.post('generic', mixed, signature(mixed))).toMatchObject({ results: ['repeated'] });
      const wrong = JSON.stringify([{ ...event, type: 'open' }]);
      expect(await bench.post('generic', wrong, signature(wrong))).toMatchObject({
        verdict: 'unreadable',
        faults: [{ at: '0.type', code: 'invalid_value' }],
      });
    });
  });

  it('is closed without a key, and for an unknown provider', async () => {
    const closed = openWebhooks({
      ledger: bench.ledger.ledger,
      keys: {},
      secret: linkSecret,
      now: () => now,
    });
    const request = { headers: {}, body: Buffer.from('[]') };
    expect(await closed.receive('generic', request)).toEqual({ verdict: 'closed' });
    expect(await bench.post('constructor', '[]')).toEqual({ verdict: 'closed' });
  });
});
