/** Last pass of the text part: no white space at line ends, no more than one empty line in a row, one line end at the end. */
export function finishText(text: string): string {
  return `${text
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}
