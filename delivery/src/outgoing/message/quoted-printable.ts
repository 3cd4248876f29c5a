/** RFC 2045 §6.7: no encoded line is longer than 76 characters, the soft break's `=` included. */
const longestLine = 75;

const lf = 0x0a;
const space = 0x20;
const tab = 0x09;
const dot = 0x2e;

/** `=00` … `=FF`, made once: building them per byte is most of the cost of an encoder. */
const escapes = Array.from(
  { length: 256 },
  (_, byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
);
const literals = Array.from({ length: 256 }, (_, byte) => String.fromCharCode(byte));

/**
 * Encodes one piece of a text part as quoted-printable, so that pieces can be joined in any order: it begins at column 0
 * and ends at column 0, with a soft break where its last line is not full.
 *
 * Line breaks become CRLF, the canonical form of text (RFC 2046 §4.1.1). A dot at the start of a line is escaped, so the
 * body never needs the dot-stuffing of SMTP (RFC 5321 §4.5.2).
 *
 * @see https://www.rfc-editor.org/rfc/rfc2045#section-6.7
 */
export function encodeQuotedPrintable(text: string): string {
  const bytes = Buffer.from(text.replace(/\r\n?/g, '\n'), 'utf8');
  let encoded = '';
  let column = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index] ?? 0;
    if (byte === lf) {
      encoded += '\r\n';
      column = 0;
      continue;
    }
    let piece = isLiteral(byte, bytes[index + 1]) ? (literals[byte] ?? '') : (escapes[byte] ?? '');
    if (column + piece.length > longestLine) {
      encoded += '=\r\n';
      column = 0;
    }
    if (column === 0 && byte === dot) piece = '=2E';
    encoded += piece;
    column += piece.length;
  }
  return column === 0 ? encoded : `${encoded}=\r\n`;
}

/** White space at the end of a line would be lost on the way; anywhere else it stands for itself. */
function isLiteral(byte: number, next: number | undefined): boolean {
  if (byte === space || byte === tab) return next !== undefined && next !== lf;
  return byte > space && byte < 0x7f && byte !== 0x3d;
}
