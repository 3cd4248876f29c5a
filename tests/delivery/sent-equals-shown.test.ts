import { personHash, unsubscribeLinks, type Candidate, type Language } from '@nachra/delivery';
import { parseIssue, personalise, renderIssue, type Edition } from '@nachra/renderer';
import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  linkSecret,
  personKey,
  openBench,
  sender,
  startWorker,
  workerConfig,
  type LedgerBench,
} from '../support/campaign';
import { amanews242, anIssue } from '../support/issue';
import { startSmtpSink, unsubscribeUrlOf, type SmtpSink } from '../support/smtp-sink';

/** Readers whose names try what names can: other scripts, markup, line ends, a dot alone, a slot, nothing. */
const names: [language: Language, firstName: string | undefined][] = [
  ['fr', 'Zoé'],
  ['fr', undefined],
  ['fr', '  '],
  ['fr', 'Jean-François d’Ormesson & Fils <zoe@x.test>'],
  ['fr', '{{unsubscribeUrl}} ${address} %0D%0A'],
  ['fr', '.\r\n.\r\nQUIT'],
  ['fr', '👩‍👩‍👧 = =3D ?=\t'],
  ['fr', 'é'.repeat(200)],
  ['ar', 'فاطمة الزهراء'],
  ['ar', 'Salma'],
  ['ar', '\u202eevil\u2066'],
  ['en', 'سلمى'],
];

describe('what the server gets', () => {
  let bench: LedgerBench;
  let sink: SmtpSink;
  const editions: Partial<Record<Language, Edition>> = {};
  const readers: Candidate[] = names.map(([language, firstName], index) => ({
    subscriberId: `s${index}`,
    address: `Reader.${index}+x@exémple.test`,
    language,
    confirmed: true,
    ...(firstName === undefined ? {} : { firstName }),
  }));
  const addressOf = (index: number): string => `Reader.${index}+x@xn--exmple-cva.test`;

  beforeAll(async () => {
    bench = await openBench();
    sink = await startSmtpSink();
    const large = amanews242();
    large.masthead.greeting = true;
    editions.fr = await renderIssue(parseIssue(large));
    const arabic = { language: 'ar', subject: 'نشرة المؤسسة رقم 7: افتتاح المشتل', greeting: true } as const;
    editions.ar = await renderIssue(parseIssue(anIssue({ masthead: arabic })));
    const worker = startWorker(workerConfig(bench.options, sink.url));
    const id = await bench.freeze({ candidates: readers, editions, missing: { en: 'default' } });
    await bench.complete(id);
    await worker.stop();
    expect((await bench.progress(id)).counts.accepted).toBe(readers.length);
  });
  afterAll(async () => {
    await sink.close();
    await bench.close();
  });

  it.each(names.map(([language, name], index) => [index, language, name ?? 'no name'] as const))(
    'reader %i (%s, %j): the HTML, the text and the subject that the preview fills for this reader, to the byte',
    async (index, language) => {
      // Whoever has no edition in her own language gets the default one.
      const edition = editions[language] ?? editions.fr;
      if (!edition) throw new Error('The French edition is always there.');
      const raw = sink.rawTo(addressOf(index));
      const mail = await simpleParser(raw, { skipHtmlToText: true, skipTextToHtml: true });
      const unsubscribeUrl = unsubscribeUrlOf(mail);
      const deliveryId = /unsubscribe\/([^.]+)\./.exec(unsubscribeUrl)?.[1] ?? '';
      expect(unsubscribeUrl).toBe(
        unsubscribeLinks({ publicUrl: sender.publicUrl, secret: linkSecret }).urlFor({
          deliveryId,
          person: personHash(personKey, addressOf(index)),
        }),
      );
      const shown = personalise(edition, {
        address: addressOf(index),
        ...(names[index]?.[1] === undefined ? {} : { firstName: names[index][1] }),
        unsubscribeUrl,
        viewUrl: `${sender.publicUrl}/issues/${edition.number}/${edition.language}`,
      });
      const [text, html] = partsOf(raw);
      expect(html).toBe(shown.html);
      expect(text).toBe(shown.text);
      expect(mail.subject).toBe(shown.subject);
      expect(mail.html).toBe(shown.html);
      expect(shown.html).not.toContain(edition.slots.nonce);
    },
  );

  it('is clean on the wire: ASCII, CRLF alone, no line over 998 characters, none over 76 in a part', () => {
    for (const { raw } of sink.received) {
      const wire = raw.toString('latin1');
      expect(/[^\t\r\n\x20-\x7e]/.test(wire)).toBe(false);
      expect(/(^|[^\r])\n|\r(?!\n)/.test(wire)).toBe(false);
      const end = wire.indexOf('\r\n\r\n');
      for (const line of wire.slice(0, end).split('\r\n')) expect(line.length).toBeLessThanOrEqual(998);
      for (const line of wire.slice(end).split('\r\n')) expect(line.length).toBeLessThanOrEqual(76);
    }
  });

  it('names every message and every return path differently, and the address only its own reader', () => {
    const heads = sink.received.map(({ raw }) => raw.toString('latin1').split('\r\n\r\n')[0] ?? '');
    const ids = heads.map((head) => /^Message-ID: (\S+)$/m.exec(head.replaceAll('\r', ''))?.[1]);
    expect(new Set(ids).size).toBe(readers.length);
    expect(new Set(sink.received.map(({ from }) => from)).size).toBe(readers.length);
    for (const { to, raw } of sink.received) {
      const others = sink.received.filter((other) => other.to !== to).map((other) => other.to);
      expect(others.filter((other) => raw.includes(`<${other}>`))).toEqual([]);
    }
  });
});

/** The text parts of a message, decoded by hand (RFC 2045 §6.7), so that no parser's kindness hides a difference. */
function partsOf(raw: Buffer): string[] {
  const wire = raw.toString('latin1');
  const boundary = /boundary="([^"]+)"/.exec(wire)?.[1] ?? '';
  const parts = wire.split(`\r\n--${boundary}`).slice(1, -1);
  return parts.map((part) => {
    const encoded = part.slice(part.indexOf('\r\n\r\n') + 4);
    const bytes = encoded
      .replaceAll(/=\r\n/g, '')
      .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
    return Buffer.from(bytes, 'latin1').toString('utf8').replaceAll('\r\n', '\n');
  });
}
