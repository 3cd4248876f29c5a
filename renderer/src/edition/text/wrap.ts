/** Columns of the plain-text part. @see https://www.rfc-editor.org/rfc/rfc5322#section-2.1.1 (78 at most, minus room for quoting) */
export const lineWidth = 72;

/** Latin letters, figures, spaces and dashes, one column each: no combining marks and no format characters. */
const plain = /^[ -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u202f-\u205f]*$/;

/** Characters of two columns: Chinese, Japanese and Korean ones, and pictures. @see https://www.unicode.org/reports/tr11/ */
const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6\p{Emoji_Presentation}]/gu;

/** The width of a text in columns: combining marks, such as Arabic vowels, take none, wide characters two. */
export function textWidth(text: string): number {
  // A mail measures text thousands of times, and most of it is Latin.
  if (plain.test(text)) return text.length;
  const seen = text.replace(/[\p{M}\p{Cf}]/gu, '');
  return [...seen].length + (seen.match(wide)?.length ?? 0);
}

/**
 * Wraps text at spaces to 72 columns and keeps its line ends. It does not break at no-break spaces, or inside a word that is
 * longer than a line, such as an address.
 *
 * @param before prefix of the first line and of every other one
 */
export function wrapText(text: string, before: { first: string; rest: string }): string {
  const measure = plain.test(text) ? (word: string) => word.length : textWidth;
  const room = { first: lineWidth - textWidth(before.first), rest: lineWidth - textWidth(before.rest) };
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    let width = 0;
    for (const word of paragraph.split(' ')) {
      if (word === '') continue;
      const added = measure(word);
      if (line !== '' && width + 1 + added > (lines.length === 0 ? room.first : room.rest)) {
        lines.push((lines.length === 0 ? before.first : before.rest) + line);
        line = '';
      }
      width = line === '' ? added : width + 1 + added;
      line = line === '' ? word : `${line} ${word}`;
    }
    lines.push((lines.length === 0 ? before.first : before.rest) + line);
  }
  return lines.join('\n');
}
