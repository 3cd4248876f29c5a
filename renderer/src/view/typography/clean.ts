// Control characters except tab and line feed, and the two bidi overrides, which can make "gpj.exe" read "exe.jpg".

const unwanted = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202D\u202E\uFFFE\uFFFF\uFEFF]/g;

/** An unwanted character, a line end or tab to normalise, or any surrogate, also in a valid pair. */
const suspect =
  /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u2028\u2029\u202D\u202E\uD800-\uDFFF\uFFFE\uFFFF\uFEFF]/;

/** What Windows-1252 has at 0x80 to 0x9F; a space where it has nothing. */
const windows = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/**
 * Removes control characters, bidi overrides and lone surrogates from a text. Line ends become `\n`, tabs become spaces. The
 * controls U+0080 to U+009F become what Windows-1252 has there: a text that holds one was written in it and read as something
 * else, and its apostrophes would be lost.
 */
export function clean(text: string): string {
  // Every text is cleaned several times, and hardly any needs it.
  if (!suspect.test(text)) return text;
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/[\u0080-\u009F]/g, (control) => windows.charAt(control.charCodeAt(0) - 0x80).trim())
    .replace(unwanted, '')
    .replace(/\p{Surrogate}/gu, '\uFFFD');
}
