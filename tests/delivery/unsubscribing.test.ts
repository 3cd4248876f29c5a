import {
  createSmtpTransport,
  findDelivery,
  liftSuppression,
  listCampaigns,
  listSuppressions,
  parseSmtpUrl,
  readLinkToken,
  sendTest,
  unsubscribe,
  unsubscribeLinks,
} from '@nachra/delivery';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  anEdition,
  candidates,
  describeOnBoth,
  type LedgerBench,
  linkSecret,
  openBench,
  sender,
  somebody,
} from '../support/campaign';
import { startSmtpSink } from '../support/smtp-sink';

describeOnBoth('unsubscribing', (kind) => {
  let bench: LedgerBench;
  const links = unsubscribeLinks({ publicUrl: 'https://news.example.test/', secret: linkSecret });

  beforeAll(async () => {
    bench = await openBench(kind);
  });
  afterAll(() => bench.close());

  it('accepts a token only for the purpose it was made for, and only as it was made', () => {
    const url = links.urlFor('abcdefghij-1');
    const token = url.slice('https://news.example.test/unsubscribe/'.length);
    expect(readLinkToken(linkSecret, 'unsubscribe', token)).toBe('abcdefghij-1');
    expect(readLinkToken(linkSecret, 'unsubscribe', token.toUpperCase())).toBe('abcdefghij-1');
    expect(readLinkToken(linkSecret, 'bounce', token)).toBeNull();
    expect(readLinkToken(`${linkSecret}!`, 'unsubscribe', token)).toBeNull();
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom(...'abcxyz234.-'), (at, letter) => {
        const forged = token.slice(0, at) + letter + token.slice(at + 1);
        expect(readLinkToken(linkSecret, 'unsubscribe', forged)).toBe(
          forged === token ? 'abcdefghij-1' : null,
        );
        expect(readLinkToken(linkSecret, 'unsubscribe', token.slice(0, at))).toBeNull();
      }),
    );
    fc.assert(fc.property(fc.string(), (any) => readLinkToken(linkSecret, 'unsubscribe', any) === null));
  });

  it('happens once, withdraws what is waiting, and can be lifted with a trace', async () => {
    const id = await bench.freeze({ candidates: candidates(2) });
    const delivery = (await bench.deliveries(id)).get('r1@readers.test');
    const ask = (source: 'one-click' | 'page') =>
      unsubscribe(bench.ledger, { deliveryId: delivery?.id ?? '', source, now: new Date() });
    expect(await ask('one-click')).toEqual({ result: 'unsubscribed', language: 'fr' });
    expect(await ask('page')).toEqual({ result: 'already', language: 'fr' });
    expect((await bench.progress(id)).counts).toMatchObject({ suppressed: 1, queued: 1 });
    expect((await findDelivery(bench.ledger, delivery?.id ?? ''))?.state).toBe('suppressed');

    const { rows } = await listSuppressions(bench.ledger, { page: 1, pageSize: 10 });
    expect(rows).toMatchObject([{ address: 'r1@readers.test', reason: 'unsubscribed', source: 'one-click' }]);
    const lift = {
      id: rows[0]?.id ?? '',
      by: somebody,
      reason: 'She asked by telephone.',
      askedByPerson: true,
      now: new Date(),
    };
    expect(await liftSuppression(bench.ledger, lift)).toBe(true);
    expect(await liftSuppression(bench.ledger, lift)).toBe(false);
    expect((await listSuppressions(bench.ledger, { page: 1, pageSize: 10 })).total).toBe(0);
    expect(await ask('page')).toEqual({ result: 'unsubscribed', language: 'fr' });
  });

  it('answers “unknown” for an id that names no delivery', async () => {
    for (const deliveryId of ['zzzzzzzzzz-1', 'test-1', "x' OR 1=1", '']) {
      const asked = unsubscribe(bench.ledger, { deliveryId, source: 'page', now: new Date() });
      expect(await asked).toEqual({ result: 'unknown' });
    }
  });
});

describe('a test send', () => {
  it('is marked in its subject, goes to the given addresses, and leaves no trace in the ledger', async () => {
    const bench = await openBench();
    const sink = await startSmtpSink({
      answer: (address) =>
        address === 'no@x.test' ? { reply: '550 5.1.1 No such user', at: 'rcpt' } : 'accept',
    });
    const transport = createSmtpTransport(parseSmtpUrl(sink.url));
    const results = await sendTest({
      edition: await anEdition(),
      addresses: ['yes@x.test', 'no@x.test', 'nobody'],
      sender,
      transport,
      publicUrl: 'http://127.0.0.1:1337',
      secret: linkSecret,
      now: new Date(),
    });
    await transport.close();
    expect(results.map(({ accepted }) => accepted)).toEqual([true, false, false]);
    expect(results[2]).toMatchObject({ address: 'nobody', fault: 'address-invalid', reply: '' });
    expect(results[1]?.reply).toContain('No such user');
    expect((await sink.messageTo('yes@x.test')).subject).toBe('[Test] La Palme N° 7');
    expect(await listCampaigns(bench.ledger, {})).toEqual([]);
    await sink.close();
    await bench.close();
  });
});
