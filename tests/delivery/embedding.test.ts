import { editionOfCampaign, personHash, unsubscribeLinks, type Candidate } from '@nachra/delivery';
import { embeddedAssets, parseIssue, personalise, renderIssue, type Edition } from '@nachra/renderer';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import { simpleParser } from 'mailparser';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  candidates,
  describeOnBoth,
  linkSecret,
  personKey,
  openBench,
  sender,
  startWorker,
  workerConfig,
  type LedgerBench,
} from '../support/campaign';
import { nameOf, recordOf, signingKeys } from '../support/dkim';
import { amanews242, everything } from '../support/issue';
import { aPng, beginnings } from '../support/pictures';
import { startSmtpSink, type SmtpSink } from '../support/smtp-sink';

const keys = signingKeys();
/** One of whole lines of base64, one that ends in the middle of a line, one that is hardly there. */
const files = new Map<string, Uint8Array>([
  ['https://media.example/palm.jpg', Buffer.concat([beginnings.jpg, Buffer.alloc(57 * 40 - 11, 0xfe)])],
  ['https://media.example/a.png', aPng()],
]);
const render = (issue: unknown): Promise<Edition> =>
  renderIssue(parseIssue(issue), { images: { mode: 'embedded', files } });

describe('a message with embedded pictures', () => {
  let bench: LedgerBench;
  let sink: SmtpSink;
  let edition: Edition;
  let id: string;
  const names = ['Zoé', undefined, '.\r\n.\r\n--=_ é'];

  beforeAll(async () => {
    [bench, sink] = await Promise.all([openBench(), startSmtpSink()]);
    edition = await render(everything((name) => name, { language: 'fr' }));
    const worker = startWorker({ ...workerConfig(bench.options, sink.url), dkim: keys });
    const readers = candidates(3).map((reader, at) => ({
      ...reader,
      ...(names[at] ? { firstName: names[at] } : {}),
    }));
    id = await bench.freeze({ editions: { fr: edition }, candidates: readers });
    await bench.complete(id);
    await worker.stop();
  });
  afterAll(async () => {
    await sink?.close();
    await bench?.close();
  });

  it('holds each once, byte for byte, named as the HTML names them, and shown in it', async () => {
    expect(sink.received).toHaveLength(3);
    for (const { raw } of sink.received) {
      const mail = await simpleParser(raw, {
        skipTextToHtml: true,
        skipHtmlToText: true,
        keepCidLinks: true,
      });
      const expected = embeddedAssets(edition);
      expect(expected.length).toBe(3);
      expect(mail.attachments.map(({ cid }) => cid)).toEqual(expected.map(({ contentId }) => contentId));
      for (const [at, { base64, type, name }] of expected.entries()) {
        const part = mail.attachments[at];
        expect(part).toMatchObject({
          contentType: type,
          filename: name,
          contentDisposition: 'inline',
          related: true,
        });
        expect(part?.content.equals(Buffer.from(base64, 'base64'))).toBe(true);
      }
      for (const [, cid] of (mail.html || '').matchAll(/src="cid:([^"]+)"/g))
        expect(mail.attachments.map((part) => part.cid)).toContain(cid);
    }
  });

  it('still says to each reader what the preview showed', async () => {
    const links = unsubscribeLinks({ publicUrl: sender.publicUrl, secret: linkSecret });
    const deliveries = await bench.deliveries(id);
    for (const [at, firstName] of names.entries()) {
      const address = `r${at + 1}@readers.test`;
      const shown = personalise(edition, {
        address,
        ...(firstName ? { firstName } : {}),
        unsubscribeUrl: links.urlFor({
          deliveryId: deliveries.get(address)?.id ?? '',
          person: personHash(personKey, address),
        }),
        viewUrl: 'https://news.example.test/issues/7/fr',
      });
      const mail = await simpleParser(sink.rawTo(address), {
        skipTextToHtml: true,
        skipHtmlToText: true,
        skipTextLinks: true,
        keepCidLinks: true,
      });
      expect(mail.html).toBe(shown.html);
      expect(mail.text).toBe(shown.text);
    }
  });

  it('is text, or HTML with its pictures: an alternative whose second part is related (RFC 2387)', () => {
    for (const { raw } of sink.received) {
      const wire = raw.toString('latin1');
      const types = [...wire.matchAll(/^Content-Type: ([^;\r]+)/gm)].map(([, type]) => type);
      expect(types.slice(0, 4)).toEqual([
        'multipart/alternative',
        'text/plain',
        'multipart/related',
        'text/html',
      ]);
      expect(new Set(types.slice(4))).toEqual(new Set(['image/png', 'image/jpeg']));
      expect(wire).toMatch(/multipart\/related; type="text\/html";\r\n boundary="=_[0-9a-f]{32}"/);
      expect(/[^\t\r\n\x20-\x7e]/.test(wire)).toBe(false);
      expect(/(^|[^\r])\n|\r(?!\n)/.test(wire)).toBe(false);
      const body = wire.slice(wire.indexOf('\r\n\r\n'));
      const long = body
        .split('\r\n')
        .filter((line) => line.length > 76 && !/^Content-|^ boundary=/.test(line));
      expect(long).toEqual([]);
    }
  });

  it('is signed whole: believed as it is, and no longer with one byte of a picture changed', async () => {
    const resolver = (name: string) => {
      const key = keys.find((one) => nameOf(one) === name);
      return Promise.resolve(key ? [[recordOf(key)]] : []);
    };
    const judged = async (raw: Buffer) =>
      (await dkimVerify(raw, { resolver })).results.map(({ status }) => status.result);
    for (const { raw } of sink.received) {
      expect(await judged(raw)).toEqual(['pass', 'pass']);
      const wire = raw.toString('latin1');
      const at = wire.indexOf('\r\n\r\n', wire.lastIndexOf('Content-ID:')) + 40;
      const other = wire[at] === 'A' ? 'B' : 'A';
      const changed = Buffer.from(wire.slice(0, at) + other + wire.slice(at + 1), 'latin1');
      for (const verdict of await judged(changed)) expect(verdict).not.toBe('pass');
    }
  });

  it('is refused by a server that takes no message of its size, before a byte of it leaves', async () => {
    const { length } = sink.rawTo('r1@readers.test');
    const small = await startSmtpSink({ size: length - 1_000 });
    const worker = startWorker({ ...workerConfig(bench.options, small.url), dkim: keys });
    const refused = await bench.freeze({ editions: { fr: edition }, candidates: candidates(1) });
    const end = await bench.complete(refused);
    await worker.stop();
    expect(end.counts.rejected).toBe(1);
    expect(small.received).toEqual([]);
    await small.close();
  });

  it('has no related part where pictures are linked', async () => {
    const linked = await renderIssue(parseIssue(amanews242()), {
      images: { mode: 'linked', assetBase: 'https://news.example.test/assets' },
    });
    const other = await startSmtpSink();
    const worker = startWorker(workerConfig(bench.options, other.url));
    const sent = await bench.freeze({
      editions: { fr: linked },
      candidates: [{ subscriberId: 'l', address: 'linked@readers.test', language: 'fr', confirmed: true }],
    });
    await bench.complete(sent);
    await worker.stop();
    const wire = other.rawTo('linked@readers.test').toString('latin1');
    await other.close();
    expect(linked.assets.length).toBeGreaterThan(0);
    expect(wire).not.toMatch(/multipart\/related|Content-ID/);
  });
});

describeOnBoth('pictures of frozen editions', (kind) => {
  let bench: LedgerBench;
  let edition: Edition;
  beforeAll(async () => {
    edition = await render(everything((name) => name, { language: 'fr' }));
  });
  // A ledger for each: they count its pictures, lose some, and take the table away.
  beforeEach(async () => {
    bench = await openBench(kind);
  });
  afterEach(() => bench.close());
  const both: Candidate[] = candidates(2);
  for (const one of both.slice(1)) one.language = 'ar';
  it('are stored once, whatever editions and campaigns carry them, and come back whole', async () => {
    const arabic = await render(everything((name) => name, { language: 'ar' }));
    // An edition that nobody gets is not kept.
    const both: Candidate[] = candidates(2);
    for (const one of both.slice(1)) one.language = 'ar';
    const ids = [
      await bench.freeze({ editions: { fr: edition, ar: arabic }, candidates: both }),
      await bench.freeze({ editions: { fr: edition } }),
    ];
    const contents = await bench.ledger.rows<{ content: string }>('SELECT content FROM edition');
    expect(contents).toHaveLength(3);
    for (const { content } of contents) expect(content).not.toContain('base64');
    const rows = await bench.ledger.rows<{ sha256: string }>('SELECT sha256 FROM asset');
    const all = [...edition.assets, ...arabic.assets].map(({ sha256 }) => sha256);
    expect(rows.map(({ sha256 }) => sha256).sort()).toEqual([...new Set(all)].sort());
    for (const id of ids) expect(await editionOfCampaign(bench.ledger, id, 'fr')).toEqual(edition);
    expect(await editionOfCampaign(bench.ledger, ids[0] ?? '', 'ar')).toEqual(arabic);
  });

  it('that are lost are reported by name', async () => {
    const id = await bench.freeze({ editions: { fr: edition } });
    const [first] = edition.assets;
    await bench.ledger.run('DELETE FROM asset WHERE sha256 = ?', [first?.sha256 ?? '']);
    await expect(editionOfCampaign(bench.ledger, id, 'fr')).rejects.toMatchObject({
      code: 'ASSET_MISSING',
      message: expect.stringContaining(first?.name ?? '') as string,
    });
  });
});
