import { messageMaker, personHash } from '@nachra/delivery';
import { parseIssue, personalise, renderIssue, type Edition } from '@nachra/renderer';
import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { beforeAll, describe, expect, it } from 'vitest';
import { amanews242, anIssue } from '../support/issue';
import { linkSecret, personKey, sender } from '../support/campaign';

const parserOptions = { skipHtmlToText: true, skipTextToHtml: true, skipTextLinks: true };

const someone = personHash(personKey, 'salma@readers.test');

describe('a message', () => {
  let edition: Edition;
  let make: ReturnType<typeof messageMaker>;
  const date = new Date('2026-01-10T08:00:00Z');

  beforeAll(async () => {
    edition = await renderIssue(
      parseIssue(anIssue({ masthead: { greeting: true, subject: 'الرسالة 7, « été »' } })),
    );
    make = messageMaker({
      edition,
      sender,
      campaignId: 'abcdefghij',
      secret: linkSecret,
    });
  });

  it('decodes to what the preview showed, whoever it is for', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.option(fc.oneof(fc.string({ maxLength: 40 }), fc.string({ unit: 'grapheme', maxLength: 40 }))),
        async (name) => {
          const firstName = name?.trim() ? name.trim() : undefined;
          const { raw } = make(
            {
              deliveryId: 'abcdefghij-1',
              address: "o'hara+x@readers.test",
              person: someone,
              ...(firstName ? { firstName } : {}),
            },
            date,
          );
          const mail = await simpleParser(raw, parserOptions);
          const [, unsubscribeUrl = ''] =
            /<(https:\/\/[^>]+\/unsubscribe\/[^>]+)>/.exec(raw.toString('latin1')) ?? [];
          const expected = personalise(edition, {
            address: "o'hara+x@readers.test",
            ...(firstName ? { firstName } : {}),
            unsubscribeUrl,
            viewUrl: 'https://news.example.test/issues/7/fr',
          });
          expect(mail.html).toBe(expected.html);
          // RFC 5322 knows CRLF alone as the end of a line, and mailparser gives LF back.
          expect(mail.text).toBe(expected.text.replaceAll('\r\n', '\n'));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('has the headers that readers and their servers expect of a list', async () => {
    const { envelope, raw } = make(
      { deliveryId: 'abcdefghij-1z', address: 'salma@readers.test', person: someone },
      date,
    );
    const mail = await simpleParser(raw, parserOptions);
    const header = (key: string) =>
      mail.headerLines
        .find((line) => line.key === key)
        ?.line.replace(/^[^:]+:\s*/, '')
        .replaceAll(/\r?\n\s+/g, ' ');
    expect(mail.from?.value).toEqual([{ name: sender.fromName, address: sender.fromAddress }]);
    expect(mail.replyTo?.value[0]?.address).toBe('redaction@example.test');
    expect(mail.to).toMatchObject({ value: [{ address: 'salma@readers.test' }] });
    expect(mail.subject).toBe(edition.subject);
    expect(mail.date).toEqual(date);
    expect(mail.messageId).toBe('<i7.abcdefghij-1z@news.example.test>');
    expect(header('list-id')).toMatch(/<palme\.news\.example\.test>$/);
    expect(header('list-unsubscribe')).toMatch(
      /^<https:\/\/news\.example\.test\/unsubscribe\/abcdefghij-1z\.[a-z2-7]{26}\.[a-z2-7]{26}>, <mailto:stop\+[a-z2-7]{26}\.[a-z2-7]{18}@news\.example\.test>$/,
    );
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(header('feedback-id')).toBe('i7:abcdefghij:palme.news.example.test:palme-lettre');
    expect(header('precedence')).toBe('list');
    expect(header('auto-submitted')).toBeUndefined();
    expect(envelope.to).toBe('salma@readers.test');
    expect(envelope.from).toMatch(/^retours\+abcdefghij-1z\.[a-z2-7]{26}@news\.example\.test$/);
    expect(envelope.from.split('@')[0]?.length).toBeLessThanOrEqual(64);
  });

  it('names its sender without characters that turn the reading order', () => {
    const turned = { ...sender, fromName: 'La Palme \u202egpj.exe\u202d', listName: '\u202eeltnom' };
    const { raw } = messageMaker({ edition, sender: turned, campaignId: 'abcdefghij', secret: linkSecret })(
      { deliveryId: 'abcdefghij-1', address: 'a@b.test', person: someone },
      date,
    );
    const words = raw.toString('latin1').match(/=\?UTF-8\?B\?[^?]*\?=/g) ?? [];
    const text = words.map((word) => Buffer.from(word.slice(10, -2), 'base64').toString()).join('');
    expect(text + raw.toString('latin1')).not.toMatch(/[\u202d\u202e]/);
    expect(raw.toString('latin1')).toContain('La Palme gpj.exe');
  });

  it('is well formed on the wire: ASCII, CRLF alone, 76 characters a line in its parts', () => {
    const { raw } = make(
      {
        deliveryId: 'abcdefghij-1',
        address: 'a@b.test',
        person: someone,
        firstName: 'Ève.\r\n.\r\nBcc: x@y.z',
      },
      date,
    );
    const text = raw.toString('latin1');
    expect(/[^\t\r\n\x20-\x7e]/.test(text)).toBe(false);
    expect(/(^|[^\r])\n|\r(?!\n)/.test(text)).toBe(false);
    const [head = '', ...body] = text.split('\r\n\r\n');
    expect(head).not.toMatch(/^Bcc:/im);
    for (const line of head.split('\r\n')) expect(line.length).toBeLessThanOrEqual(998);
    for (const line of body.join('\r\n\r\n').split('\r\n')) expect(line.length).toBeLessThanOrEqual(76);
  });

  it('carries N° 242 whole', async () => {
    const large = await renderIssue(parseIssue(amanews242()));
    const makeLarge = messageMaker({
      edition: large,
      sender,
      campaignId: 'c',
      secret: linkSecret,
    });
    const mail = await simpleParser(
      makeLarge({ deliveryId: 'c-1', address: 'a@b.test', person: someone }, date).raw,
      parserOptions,
    );
    expect(mail.html).toContain('2\u202f391');
    expect(mail.text).toContain('Tableau de bord');
    expect(mail.attachments).toEqual([]);
  });

  it('keeps every space and letter of a subject, however its encoded words are cut', async () => {
    // https://github.com/nodemailer/buildmail/issues/11, /nodemailer/issues/888, https://github.com/mjl-/mox/pull/398,
    // https://github.com/productdevbook/unemail/issues/121, https://github.com/EC-Nordbund/denomailer/issues/90
    const subjects = [
      'Бета-продакшн 2422750 от 2015-07-20',
      'Alerte de sécurité critique',
      '가장 높은 산, 가장 긴 강',
      '[Example] 中文标题',
      'Zusammenfassung Ihrer Bestellung — '.repeat(6).trim(),
      '😀'.repeat(40),
    ];
    for (const subject of subjects) {
      const other = messageMaker({
        edition: { ...edition, subject },
        sender,
        campaignId: 'c',
        secret: linkSecret,
      });
      const { raw } = other({ deliveryId: 'c-1', address: 'a@b.test', person: someone }, date);
      const [header = ''] = /^Subject: .*(?:\r\n .*)*/m.exec(raw.toString('latin1')) ?? [];
      const words = header.match(/=\?[^ ?]+\?B\?([^?]*)\?=/g) ?? [];
      expect(Math.max(...words.map((word) => word.length))).toBeLessThanOrEqual(75);
      // Each word alone: a client that decodes them one by one must not see half a letter.
      const decoded = words.map((word) => Buffer.from(word.slice(10, -2), 'base64').toString());
      expect(decoded.join('')).toBe(subject);
      expect(decoded.join('')).not.toContain('\ufffd');
    }
  });

  it('has its List-Unsubscribe as it is, on the line of its name, however long the address', () => {
    // https://github.com/PHPMailer/PHPMailer/issues/2312, https://github.com/odoo/odoo/pull/289182,
    // https://github.com/WPManageNinja/fluent-smtp/pull/413 (encoded, so ignored); https://github.com/nodemailer/nodemailer/issues/1654,
    // https://github.com/wttw/aboutmyemail/issues/56 (folded within, so spoilt)
    const publicUrl = `https://news.example.test/${'intranet/communication/'.repeat(12)}lettres`;
    const far = messageMaker({
      edition,
      sender: { ...sender, publicUrl },
      campaignId: 'c',
      secret: linkSecret,
    });
    const { raw } = far({ deliveryId: 'c-1', address: 'a@b.test', person: someone }, date);
    const [, written = ''] = /^List-Unsubscribe: (.*(?:\r\n[ \t].*)*)/m.exec(raw.toString('latin1')) ?? [];
    const [address = '', mail = '', ...more] = written.split(/,\r\n /);
    expect(address.startsWith(`<${publicUrl}/unsubscribe/`)).toBe(true);
    expect(mail).toMatch(/^<mailto:[^\s<>]+>$/);
    expect(more).toEqual([]);
    expect(address).toMatch(/^<[\x21-\x7e]+>$/);
    expect(written).not.toContain('=?');
  });
});
