// Control characters but tab and line feed, and the two bidi overrides: they can make "gpj.exe" read "exe.jpg".

const unwanted = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202D\u202E\uFFFE\uFFFF\uFEFF]/g;

/** One of the unwanted, a line end or tab to be rewritten, or any surrogate, whole pairs too. */
const suspect =
  /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u2028\u2029\u202D\u202E\uD800-\uDFFF\uFFFE\uFFFF\uFEFF]/;

/**
 * Takes out of a text what is no text: control characters, bidi overrides, halves of surrogate pairs. Line ends become
 * `\n`, tabs become spaces.
 */
export function clean(text: string): string {
  // Every text passes here several times, and hardly any needs it.
  if (!suspect.test(text)) return text;
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(unwanted, '')
    .replace(/\p{Surrogate}/gu, '\uFFFD');
}
