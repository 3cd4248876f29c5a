import { classifyMessage, type Classification } from '@nachra/delivery';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { within } from '../../support/slowness.mts';
import { fixtures, withLineEnds } from './fixtures';

const second = within(1_000);
const kinds = ['bounce', 'complaint', 'auto-reply', 'unsubscribe', 'other'];
const anyFixture = fc.constantFrom(...fixtures);

/** Milliseconds of the quickest of five tries: a busy machine delays one of them, a regular expression that runs wild all. */
async function quickest(work: () => Promise<unknown>): Promise<number> {
  let least = Infinity;
  for (let tries = 0; tries < 5 && least >= second; tries += 1) {
    const start = performance.now();
    await work();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

/** Classifies, and holds what must hold of every answer. */
async function classified(bytes: Buffer): Promise<Classification> {
  const classification = await classifyMessage(bytes);
  expect(await quickest(() => classifyMessage(bytes))).toBeLessThan(second);
  expect(kinds).toContain(classification.kind);
  expect(classification.rule).not.toBe('');
  expect(classification.rule, classification.fault).not.toBe('not-understood');
  expect(classification.sentence.length).toBeLessThanOrEqual(300);
  expect(classification.severity === null).toBe(classification.kind !== 'bounce');
  return classification;
}

describe('any bytes at all', () => {
  it('are classified, in under a second', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 4_000 }), async (bytes) => {
        await classified(Buffer.from(bytes));
      }),
      { numRuns: 200 },
    );
  });

  it('may be a message cut off anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(anyFixture, fc.double({ min: 0, max: 1, noNaN: true }), async ({ bytes }, share) => {
        await classified(bytes.subarray(0, Math.floor(bytes.length * share)));
      }),
      { numRuns: 400 },
    );
  });

  it('may be a message with random bytes in its middle', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyFixture,
        fc.nat(),
        fc.uint8Array({ maxLength: 300 }),
        async ({ bytes }, at, rubbish) => {
          const middle = at % (bytes.length + 1);
          await classified(Buffer.concat([bytes.subarray(0, middle), rubbish, bytes.subarray(middle)]));
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each(fixtures.filter(({ file }) => file !== 'binary-rubbish'))(
    '$file is the same with LF, CRLF and CR',
    async ({ bytes }) => {
      const withLf = await classified(withLineEnds(bytes, '\n'));
      expect(await classified(withLineEnds(bytes, '\r\n'))).toEqual(withLf);
      expect(await classified(withLineEnds(bytes, '\r'))).toEqual(withLf);
    },
  );

  it('are classified the same each time', async () => {
    for (const { bytes } of fixtures) expect(await classified(bytes)).toEqual(await classified(bytes));
  });
});

describe('messages made to be slow', () => {
  const megabytes = 10 * 1024 * 1024;
  const head = 'From: MAILER-DAEMON@mx.example.net\nTo: news@example.org\nSubject: Undelivered mail\n';
  const fill = (text: string): string => text.repeat(Math.ceil(megabytes / text.length));
  const html = `${head}Content-Type: text/html\n\n`;
  const multipart = `${head}Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n`;
  const slow: [how: string, text: string][] = [
    ['one word', fill('a')],
    ['one line of spaces', head + '\n' + fill(' ')],
    ['empty lines', head + '\n' + fill('\n')],
    ['carriage returns', head + '\n' + fill('\r')],
    ['at signs', head + '\n' + fill('@')],
    ['addresses', head + '\n' + fill('<a@example.com>: user unknown\n')],
    ['half addresses', head + '\n' + fill('a.b-c+d=e@')],
    ['angle brackets', html + fill('<')],
    ['open comments', html + fill('<!--')],
    ['nested tags', html + fill('<div>')],
    ['entities', html + fill('&#x41;&amp')],
    ['a header without end', head + 'X-Long: ' + fill('x ')],
    ['headers', head + fill('X-Many: 1\n')],
    ['folded lines', head + 'X-Long: 1\n' + fill(' folded\n')],
    ['boundaries', multipart + fill('--b\n')],
    ['boundaries that almost are', multipart + fill('--\n-')],
    [
      'parts',
      multipart +
        fill('--b\nContent-Type: message/delivery-status\n\nFinal-Recipient: rfc822; a@b.example\n'),
    ],
    ['nested parts', multipart + fill('--b\nContent-Type: multipart/mixed; boundary=b\n\n')],
    [
      'report fields',
      multipart +
        '--b\nContent-Type: message/delivery-status\n\n' +
        fill('Final-Recipient: rfc822; a@b.example\nAction: failed\nStatus: 5.1.1\n\n'),
    ],
    ['codes', head + '\n' + fill('550-5.1.1 ')],
    [
      'words of rules',
      head + '\n' + fill('mailbox user account address recipient domain host message quota '),
    ],
    ['words of French rules', head + '\n' + fill('utilisateur adresse compte message serveur quota ')],
    [
      'words of Japanese rules',
      head + 'Content-Type: text/plain; charset=utf-8\n\n' + fill('宛先メールボックスアドレス'),
    ],
    ['dashes', head + '\n' + fill('-')],
    ['quotes', head + '\n' + fill('> ')],
    ['base64', `${head}Content-Transfer-Encoding: base64\n\n${fill('QUFB'.repeat(19) + '\n')}`],
    ['quoted-printable', `${head}Content-Transfer-Encoding: quoted-printable\n\n${fill('=41=\n')}`],
    ['encoded words', `${head.replace('Undelivered mail', fill('=?utf-8?Q?=41?= '))}\n`],
    ['zeros', fill('\0')],
    [
      'bytes',
      Buffer.from(Array.from({ length: 4_096 }, (_, at) => (at * 7919) % 256))
        .toString('latin1')
        .repeat(2_560),
    ],
  ];
  it.each(slow)('10 MB of %s', async (_, text) => {
    await classified(Buffer.from(text));
  });
});
