/** Columns of the plain-text part. @see https://www.rfc-editor.org/rfc/rfc5322#section-2.1.1 (78 at most, and room to quote) */
export const lineWidth = 72;

/** Latin letters, figures and signs, one column each: below U+0300 stands no combining mark, and but one format character. */
const plain = /^[ -~\u00a0-\u00ac\u00ae-\u02ff]*$/;

/** Columns a text takes: combining marks (Arabic vowels among them) take none. */
export function textWidth(text: string): number {
  // A mail's text is measured thousands of times, and most of it is Latin.
  if (plain.test(text)) return text.length;
  return [...text.replace(/[\p{M}\p{Cf}]/gu, '')].length;
}

/**
 * Wraps text at spaces to 72 columns; its own line ends stay. No-break spaces hold, and a word longer than a line (an
 * address) keeps whole.
 *
 * @param before what stands before the first line and before every other one
 */
export function wrapText(text: string, before: { first: string; rest: string }): string {
  const lines: string[] = [];
  const lead = () => (lines.length === 0 ? before.first : before.rest);
  for (const paragraph of text.split('\n')) {
    let line = '';
    let width = 0;
    for (const word of paragraph.split(' ').filter(Boolean)) {
      const added = textWidth(word);
      if (line !== '' && textWidth(lead()) + width + 1 + added > lineWidth) {
        lines.push(lead() + line);
        line = '';
      }
      width = line === '' ? added : width + 1 + added;
      line = line === '' ? word : `${line} ${word}`;
    }
    lines.push(lead() + line);
  }
  return lines.join('\n');
}
