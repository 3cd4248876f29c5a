/** RFC 2047 §2: an encoded word has 75 characters at most; 45 bytes make 60 of base 64, and `=?UTF-8?B??=` is 12. */
const bytesPerWord = 45;

/**
 * Writes text as the value of an unstructured header: as it is when it is plain ASCII, else as encoded words on folded
 * lines. Characters are never cut in two. CR, LF and other control characters are taken out.
 *
 * @see https://www.rfc-editor.org/rfc/rfc2047
 */
export function headerText(value: string): string {
  const line = oneLine(value);
  return isPlain(line) ? line : encodedWords(line);
}

/**
 * Writes a display name: quoted when it is plain ASCII, else as encoded words.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5322#section-3.2.4
 */
export function headerPhrase(value: string): string {
  const line = oneLine(value);
  return isPlain(line) ? `"${line.replace(/["\\]/g, '\\$&')}"` : encodedWords(line);
}

/** ASCII that reads as itself and fits on one line of 998 characters, each of them escaped at worst (RFC 5322 §2.1.1). */
function isPlain(line: string): boolean {
  return /^[\x20-\x7e]*$/.test(line) && !line.includes('=?') && line.length <= 400;
}

function oneLine(value: string): string {
  return value.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim();
}

function encodedWords(line: string): string {
  const words: string[] = [];
  let chunk = '';
  for (const character of line) {
    if (Buffer.byteLength(chunk + character) > bytesPerWord) {
      words.push(chunk);
      chunk = '';
    }
    chunk += character;
  }
  words.push(chunk);
  return words.map((word) => `=?UTF-8?B?${Buffer.from(word, 'utf8').toString('base64')}?=`).join('\r\n ');
}
