import { createHmac } from 'node:crypto';
import {
  countAudience,
  createSmtpTransport,
  liftSuppression,
  listCampaigns,
  listSuppressions,
  parseSmtpUrl,
  personHash,
  readLinkToken,
  sendTest,
  suppress,
  unsubscribe,
  unsubscribeLinks,
  type TokenSubject,
} from '@nachra/delivery';
import { findDelivery } from '../../delivery/src/campaigns/deliveries';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { base32 } from '../../delivery/src/campaigns/links/keyed-mac';
import {
  anEdition,
  candidates,
  describeOnBoth,
  type LedgerBench,
  linkSecret,
  openBench,
  personKey,
  sender,
  somebody,
  startWorker,
  workerConfig,
} from '../support/campaign';
import { startSmtpSink } from '../support/smtp-sink';

/** The MAC as it was made before there were persons. */
const oldMac = (text: string) =>
  base32(createHmac('sha256', linkSecret).update(text).digest().subarray(0, 16));

describeOnBoth('unsubscribing', (kind) => {
  let bench: LedgerBench;
  const links = unsubscribeLinks({ publicUrl: 'https://news.example.test/', secret: linkSecret });

  beforeAll(async () => {
    bench = await openBench(kind);
  });
  afterAll(() => bench.close());

  it('accepts a token only for the purpose it was made for, and only as it was made', () => {
    const person = personHash(personKey, 'r1@readers.test');
    const subject = { deliveryId: 'abcdefghij-1', person };
    const token = links.urlFor(subject).slice('https://news.example.test/unsubscribe/'.length);
    expect(readLinkToken(linkSecret, 'unsubscribe', token)).toEqual(subject);
    expect(readLinkToken(linkSecret, 'unsubscribe', token.toUpperCase())).toEqual(subject);
    expect(readLinkToken(linkSecret, 'bounce', token)).toBeNull();
    expect(readLinkToken(`${linkSecret}!`, 'unsubscribe', token)).toBeNull();
    const [delivery, hash, mac] = token.split('.');
    for (const part of [`${delivery}.${mac}`, `${hash}.${mac}`, `${hash}.${mac?.slice(0, 18)}`])
      expect(readLinkToken(linkSecret, 'unsubscribe', part)).toBeNull();
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom(...'abcxyz234.-'), (at, letter) => {
        const forged = token.slice(0, at) + letter + token.slice(at + 1);
        expect(readLinkToken(linkSecret, 'unsubscribe', forged)).toEqual(forged === token ? subject : null);
        expect(readLinkToken(linkSecret, 'unsubscribe', token.slice(0, at))).toBeNull();
      }),
    );
    fc.assert(fc.property(fc.string(), (any) => readLinkToken(linkSecret, 'unsubscribe', any) === null));
  });

  it('still reads the links of mail that was sent before links named persons', () => {
    // As it stood in such a mail: the delivery and the MAC of `unsubscribe`, a line break and the delivery.
    const old = `abcdefghij-1.${oldMac('unsubscribe\nabcdefghij-1')}`;
    expect(readLinkToken(linkSecret, 'unsubscribe', old)).toEqual({
      deliveryId: 'abcdefghij-1',
      person: null,
    });
  });

  it('names a person by a key, however the address is written, and nobody without it', () => {
    const hash = personHash(personKey, 'Salma@Readers.test');
    expect(hash).toMatch(/^[a-z2-7]{26}$/);
    expect(personHash(personKey, 'salma@readers.test')).toBe(hash);
    expect(personHash(`${personKey}!`, 'salma@readers.test')).not.toBe(hash);
    expect(personHash(personKey, 'salma@readers.example')).not.toBe(hash);
  });

  const page = { page: 1, pageSize: 10 };
  const press = (subject: Partial<TokenSubject>, source: 'one-click' | 'page' = 'page') =>
    unsubscribe(bench.ledger, {
      subject: { deliveryId: null, person: null, ...subject },
      source,
      now: new Date(),
    });

  it('happens once, withdraws what is waiting, and can be lifted with a trace that names nobody', async () => {
    const id = await bench.freeze({ candidates: candidates(2) });
    const deliveryId = (await bench.deliveries(id)).get('r1@readers.test')?.id ?? '';
    const person = personHash(personKey, 'r1@readers.test');
    expect(await press({ deliveryId, person }, 'one-click')).toEqual({
      result: 'unsubscribed',
      language: 'fr',
    });
    expect(await press({ deliveryId, person })).toEqual({ result: 'already', language: 'fr' });
    expect((await bench.progress(id)).counts).toMatchObject({ suppressed: 1, queued: 1 });
    expect((await findDelivery(bench.ledger, deliveryId))?.state).toBe('suppressed');

    const { rows } = await listSuppressions(bench.ledger, page);
    expect(rows).toMatchObject([{ address: 'r1@readers.test', reason: 'unsubscribed', source: 'one-click' }]);
    const lift = {
      id: rows[0]?.id ?? '',
      by: somebody,
      reason: 'She asked by telephone, from r1@readers.test.',
      askedByPerson: true,
      now: new Date(),
    };
    expect(await liftSuppression(bench.ledger, lift)).toBe(true);
    expect(await liftSuppression(bench.ledger, lift)).toBe(false);
    expect((await listSuppressions(bench.ledger, page)).total).toBe(0);
    // What stays on record for ever names her by her hash alone.
    const kept = [
      ...(await bench.ledger.rows('SELECT * FROM suppression')),
      ...(await bench.ledger.rows('SELECT * FROM event')),
    ];
    expect(JSON.stringify(kept)).not.toContain('@');
    expect(kept.filter((row) => (row as { person: string | null }).person === person)).toHaveLength(3);
    // A link of before, which names no person.
    expect(await press({ deliveryId })).toEqual({ result: 'unsubscribed', language: 'fr' });
  });

  it('holds when the ledger has lost the delivery: by the person alone, in every later campaign', async () => {
    const person = personHash(personKey, 'r1@lost.test');
    const lost = { deliveryId: 'zzzzzzzzzz-1', person };
    expect(await press(lost)).toEqual({ result: 'unsubscribed', language: null });
    expect(await press(lost)).toEqual({ result: 'already', language: null });
    const people = candidates(2, 'lost.test');
    const plan = await countAudience(bench.ledger, people);
    expect(plan.exclusions).toMatchObject([{ reason: 'unsubscribed', examples: ['r1@lost.test'] }]);
    const id = await bench.freeze({ candidates: people });
    expect([...(await bench.deliveries(id)).keys()]).toEqual(['r2@lost.test']);
    // Its address is not known until somebody names it; a whole address finds it all the same.
    const found = await listSuppressions(bench.ledger, { ...page, search: 'R1@lost.test' });
    expect(found.rows).toMatchObject([{ address: null, reason: 'unsubscribed', source: 'page' }]);
    const byHand = {
      address: 'r1@lost.test',
      reason: 'suppressed-by-hand',
      source: 'desk',
      now: new Date(),
    } as const;
    expect(await suppress(bench.ledger, byHand)).toBe('already');
    expect((await listSuppressions(bench.ledger, { ...page, search: 'lost.test' })).rows).toMatchObject([
      { address: 'r1@lost.test', reason: 'unsubscribed' },
    ]);
  });

  it('withdraws what waits for a person whose old link is pressed, and finds her address and language', async () => {
    const id = await bench.freeze({ candidates: candidates(2, 'waits.test') });
    const person = personHash(personKey, 'r2@waits.test');
    expect(await press({ deliveryId: 'zzzzzzzzzz-2', person })).toEqual({
      result: 'unsubscribed',
      language: 'fr',
    });
    expect((await bench.progress(id)).counts).toMatchObject({ suppressed: 1, queued: 1 });
    expect((await listSuppressions(bench.ledger, { ...page, search: 'r2@waits' })).total).toBe(1);
  });

  it('sends nothing to somebody who is suppressed by her hash alone after a worker has taken her delivery', async () => {
    await bench.cancelAll();
    const sink = await startSmtpSink();
    const id = await bench.freeze({ candidates: candidates(2, 'taken.test') });
    // Written past the ledger's own way, which would have withdrawn the delivery: what is asked is asked again at the last moment.
    await bench.ledger.run(
      `INSERT INTO suppression (person, scope, reason, source, created_at) VALUES (?, 'all', 'unsubscribed', 'test', 1)`,
      [personHash(personKey, 'r1@taken.test')],
    );
    const worker = startWorker(workerConfig(bench.options, sink.url));
    await bench.complete(id);
    await worker.stop();
    expect(sink.received.map(({ to }) => to)).toEqual(['r2@taken.test']);
    expect((await bench.progress(id)).counts).toMatchObject({ suppressed: 1, accepted: 1 });
    await sink.close();
  });

  it('answers “unknown” for an id that names no delivery where no person is named', async () => {
    for (const deliveryId of ['zzzzzzzzzz-1', 'test-1', "x' OR 1=1", ''])
      expect(await press({ deliveryId })).toEqual({ result: 'unknown' });
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
