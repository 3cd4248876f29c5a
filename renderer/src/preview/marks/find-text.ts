import { Parser } from 'htmlparser2';

/** The letters and digits that a page shows, and where each stands in its source. */
export interface Runs {
  letters: string;
  offsets: number[];
}

const unseen = new Set(['head', 'style', 'script', 'title']);

/**
 * Reads what a page shows: its text, and pictures by their alternative text. Only letters and digits count, since
 * typography sets spaces and marks in its own way. What is hidden for good, like the preheader, is not shown.
 */
export function readRuns(html: string): Runs {
  const letters: string[] = [];
  const offsets: number[] = [];
  const hidden: boolean[] = [];
  const add = (text: string, at: (index: number) => number) => {
    let index = 0;
    for (const character of text) {
      if (isLetter.test(character)) {
        const plain = character.toLowerCase();
        for (const unit of plain.split('')) {
          letters.push(unit);
          offsets.push(at(index));
        }
      }
      index += character.length;
    }
  };
  const parser = new Parser({
    onopentag(name, { alt, style = '' }) {
      const isHidden = unseen.has(name) || /display:\s*none/i.test(style) || hidden.at(-1) === true;
      hidden.push(isHidden);
      if (!isHidden && alt !== undefined) add(alt, () => parser.startIndex);
    },
    onclosetag: () => void hidden.pop(),
    ontext(text) {
      if (hidden.at(-1) === true) return;
      const { startIndex, endIndex } = parser;
      // An entity is one character of text and several of source.
      const asWritten = endIndex - startIndex + 1 === text.length;
      add(text, (index) => (asWritten ? startIndex + index : startIndex));
    },
  });
  parser.end(html);
  return { letters: letters.join(''), offsets };
}

const isLetter = /[\p{L}\p{N}]/u;

/** Where a text begins in a stretch of the page's source, or null. */
export function findText(
  { letters, offsets }: Runs,
  text: string,
  { from, to }: { from: number; to: number },
): number | null {
  const wanted = [...text]
    .filter((character) => isLetter.test(character))
    .join('')
    .toLowerCase();
  if (wanted === '') return null;
  const start = firstAtLeast(offsets, from);
  const found = letters.indexOf(wanted, start);
  const offset = found < 0 ? undefined : offsets[found];
  return offset === undefined || offset >= to ? null : offset;
}

/** Offsets grow along the page, so the first one that is not before `value` is found by halving. */
function firstAtLeast(offsets: readonly number[], value: number): number {
  let [low, high] = [0, offsets.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
