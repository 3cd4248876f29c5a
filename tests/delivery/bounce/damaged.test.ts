import { classifyMessage, type Classification } from '@nachra/delivery';
import { describe, expect, it } from 'vitest';
import { fixtures } from './fixtures';

const isHard = ({ severity, recipients }: Classification): boolean =>
  severity === 'hard' || recipients.some((one) => one.severity === 'hard');

const mails: { file: string; bytes: Buffer }[] = [];
for (const fixture of fixtures) if (!isHard(await classifyMessage(fixture.bytes))) mails.push(fixture);

/** The same message with its text in base 64, as a gateway re-encodes it; null where it has parts. */
function inBase64(bytes: Buffer): Buffer | null {
  const text = bytes.toString('latin1').replaceAll(/\r\n?/g, '\n');
  const at = text.indexOf('\n\n');
  const head = text.slice(0, at);
  if (at < 0 || /^content-(?:type: *multipart|transfer-encoding)/im.test(head)) return null;
  const body = Buffer.from(text.slice(at + 2), 'latin1')
    .toString('base64')
    .replaceAll(/(.{76})/g, '$1\n');
  return Buffer.from(`${head}\nContent-Transfer-Encoding: base64\n\n${body}\n`, 'latin1');
}

describe('a message that does not say that an address is dead', () => {
  it.each(mails)('$file never says so when it is cut off', async ({ bytes }) => {
    for (let share = 1; share < 24; share += 1) {
      const cut = bytes.subarray(0, Math.floor((bytes.length * share) / 24));
      const classification = await classifyMessage(cut);
      expect(isHard(classification), `${share}/24: ${classification.rule}`).toBe(false);
    }
  });

  it.each(mails)('$file never says so in base 64, whole or cut off', async ({ bytes }) => {
    const encoded = inBase64(bytes);
    if (encoded === null) return;
    const whole = await classifyMessage(bytes);
    expect(await classifyMessage(encoded)).toMatchObject({ kind: whole.kind, severity: whole.severity });
    for (let share = 1; share < 8; share += 1) {
      const cut = encoded.subarray(0, Math.floor((encoded.length * share) / 8));
      expect(isHard(await classifyMessage(cut)), `${share}/8`).toBe(false);
    }
  });
});
