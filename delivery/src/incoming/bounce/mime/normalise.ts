/** Bytes of a message that are looked at: a report says what it has to say long before the original's attachments. */
const longestMessage = 768 * 1024;

/**
 * Brings a message into the one form the rest reads: LF line ends, no mbox line, no byte order mark, bounded. Every byte
 * becomes one character (Latin-1), so that nothing is lost before the character set of a part is known. Pure, linear.
 */
export function normaliseMessage(bytes: Buffer): string {
  const start = bytes.length >= 3 && bytes.readUIntBE(0, 3) === 0xefbbbf ? 3 : 0;
  return bytes
    .toString('latin1', start, start + longestMessage)
    .replace(/\r{1,4}\n|\r/g, '\n')
    .replace(/^[\n \t\0]+/, '')
    .replace(/^>?From [^\n]*\n/, '');
}
