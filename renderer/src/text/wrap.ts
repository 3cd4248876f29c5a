/** Columns of the plain-text part. @see https://www.rfc-editor.org/rfc/rfc5322#section-2.1.1 (78 at most, and room to quote) */
export const lineWidth = 72;

/** Columns a text takes: combining marks (Arabic vowels among them) take none. */
export function textWidth(text: string): number {
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
    for (const word of paragraph.split(' ').filter(Boolean)) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (line !== '' && textWidth(lead()) + textWidth(longer) > lineWidth) {
        lines.push(lead() + line);
        line = word;
      } else {
        line = longer;
      }
    }
    lines.push(lead() + line);
  }
  return lines.join('\n');
}
