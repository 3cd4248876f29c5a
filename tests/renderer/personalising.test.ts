import {
  parseIssue,
  personalise,
  renderIssue,
  spansOf,
  slotValue,
  type Edition,
  type Reader,
} from '@nachra/renderer';
import { load } from 'cheerio';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { anIssue, everything } from '../support/issue';

const reader: Reader = {
  address: 'salma@example.test',
  firstName: 'Salma',
  unsubscribeUrl: 'https://news.example.test/unsubscribe/x',
  viewUrl: 'https://news.example.test/issues/7',
};

describe('a message for one reader', () => {
  let edition: Edition;
  beforeAll(async () => {
    edition = await renderIssue(parseIssue(everything((name) => name)));
  });
  const elements = (html: string) => load(html)('*').length;

  it('is the edition with its slots filled in, and nothing else', () => {
    const parts = personalise(edition, reader);
    const filled = (text: string) =>
      text
        .replaceAll(/S[0-9a-f]{20}_address_\w+?S/g, reader.address)
        .replaceAll(/S[0-9a-f]{20}_unsubscribeUrl_\w+?S/g, reader.unsubscribeUrl)
        .replaceAll(/S[0-9a-f]{20}_viewUrl_\w+?S/g, reader.viewUrl);
    expect(parts.html).toBe(
      filled(edition.html).replace(/S[0-9a-f]{20}_greeting_htmlS/, 'Hello <bdi>Salma</bdi>,'),
    );
    expect(parts.text).toBe(filled(edition.text).replace(/S[0-9a-f]{20}_greeting_textS/, 'Hello Salma,'));
    expect(parts.subject).toBe(edition.subject);
  });

  it('can be joined from spans: constant texts and slots', () => {
    const { html, text, subject } = spansOf(edition);
    const back = html
      .map((part) =>
        typeof part === 'string' ? part : `S${edition.slots.nonce}_${part.slot}_${part.context}S`,
      )
      .join('');
    expect(back).toBe(edition.html);
    const slots = (spans: typeof html) =>
      spans.flatMap((part) => (typeof part === 'string' ? [] : [part.slot]));
    expect(new Set(slots(html))).toEqual(new Set(edition.slots.names));
    expect(new Set(slots(text))).toEqual(new Set(edition.slots.names));
    expect(subject).toEqual([edition.subject]);
    expect([...html, ...text]).not.toContain('');
    expect(spansOf(edition)).toBe(spansOf(edition));
  });

  it('has no greeting if the issue has none', async () => {
    const plain = await renderIssue(parseIssue(anIssue()));
    expect(plain.slots.names).toEqual(['address', 'unsubscribeUrl', 'viewUrl']);
  });

  it.each([
    '<b>x</b>',
    '"><script>x()</script>',
    '$& $1 $$',
    '{{address}}',
    'Ève & Cie',
    "O'Hara",
    'سلمى',
    '&lt;',
  ])('greets %s by exactly that name', (firstName) => {
    const { html, text } = personalise(edition, { ...reader, firstName });
    expect(load(html)('bdi').text()).toBe(firstName);
    expect(text).toContain(`Hello ${firstName},\n`);
    expect(elements(html)).toBe(elements(personalise(edition, reader).html));
  });

  it.each([
    ['none', undefined],
    ['blanks', ' \t\r\n'],
  ])('greets without a name if there is %s', (_, firstName) => {
    const { html, text } = personalise(edition, { ...reader, firstName });
    expect(load(html)('body').text()).toContain('Hello,');
    expect(text).toContain('\nHello,\n');
  });

  it('keeps an address intact inside its attribute', () => {
    const viewUrl = 'https://news.example.test/?a=1&b="2"&c=<3>\'';
    const page = load(personalise(edition, { ...reader, viewUrl }).html);
    const links = page('a')
      .toArray()
      .map((link) => page(link).attr('href'));
    expect(links.filter((link) => link === viewUrl).length).toBe(2);
  });

  it('lets no value add a line', () => {
    const hostile = 'a\r\nBcc: x@y.test\u2028\u0000\u202eb';
    const values = { ...reader, address: hostile, firstName: hostile, viewUrl: hostile };
    const { text } = personalise(edition, values);
    const lines = personalise(edition, reader).text.split('\n').length;
    expect(text.split('\n').length).toBe(lines);
    for (const context of ['text', 'header', 'attribute'] as const) {
      for (const slot of ['address', 'greeting'] as const) {
        const value = slotValue(edition, values, slot, context);

        expect(value).not.toMatch(/[\r\n\u2028\u0000-\u001f\u202e]/);
        expect(value).toContain('Bcc: x@y.test');
      }
    }
  });

  it('encodes every value for its context', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'<>&"\'ab é$;'), minLength: 1 }), (address) => {
        const values = { ...reader, address };
        const html = slotValue(edition, values, 'address', 'html');
        const attribute = slotValue(edition, values, 'address', 'attribute');
        expect(html).not.toMatch(/[<>"']/);
        expect(load(`<p>${html}</p>`)('p').text()).toBe(address);
        expect(load(`<p title="${attribute}"></p>`)('p').attr('title')).toBe(address);
        expect(load(`<p title='${attribute}'></p>`)('p').attr('title')).toBe(address);
        expect(slotValue(edition, values, 'address', 'text')).toBe(address);
        expect(slotValue(edition, values, 'address', 'header')).toBe(address);
      }),
    );
  });
});
