import { Parser } from 'htmlparser2';
import { unseenElements } from '../../preflight/deep/markup';

/** The letters and digits that a page shows, with the offset of each in its source. */
export interface Runs {
  letters: string;
  offsets: number[];
}

/**
 * Reads the visible text of a page and the alternative texts of its pictures. Only letters and digits count, because
 * typography changes spaces and punctuation. Elements that are always hidden, such as the preheader, are skipped.
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
      const isHidden = unseenElements.has(name) || /display:\s*none/i.test(style) || hidden.at(-1) === true;
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

/** The offset at which a text begins within a stretch of the page's source, or null. */
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

/** Index of the first offset that is not before `value`, by binary search: offsets are sorted. */
function firstAtLeast(offsets: readonly number[], value: number): number {
  let [low, high] = [0, offsets.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
