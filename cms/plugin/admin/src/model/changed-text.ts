import { linksOf, textOfBlock, type BodyNode } from './body-blocks';
import { sequenceDifferences } from './sequence-differences';
import { wordsOf } from './word-differences';

/** Words of a text that came, went or stayed. */
interface TextPiece {
  text: string;
  is: 'same' | 'added' | 'removed';
}

/** A text as it is now, with the words that were taken from it in their places. Pure. */
export function changedWords(before: string, now: string): TextPiece[] {
  const [old, words] = [wordsOf(before), wordsOf(now)];
  const { removed, added } = sequenceDifferences(old.map(trimmed), words.map(trimmed));
  const pieces: TextPiece[] = [];
  const add = (text: string, is: TextPiece['is']): void => {
    const last = pieces.at(-1);
    if (last?.is === is) last.text += text;
    else pieces.push({ text, is });
  };
  let [place, oldPlace] = [0, 0];
  while (place < words.length || oldPlace < old.length) {
    if (removed.has(oldPlace)) add(spaced(old[oldPlace++]), 'removed');
    else if (added.has(place)) add(words[place++] ?? '', 'added');
    else {
      add(words[place++] ?? '', 'same');
      oldPlace += 1;
    }
  }
  return pieces;
}

/** What became of one block of a body. */
export interface BlockChange {
  /** `new`: it was not there; `changed`: it stands where another one stood, or was written anew. */
  is: 'same' | 'changed' | 'new';
  /** Its text of before; empty for a new one. */
  before: string;
  /** Texts of the blocks before it that were taken away. */
  gone: string[];
}

/**
 * What became of the blocks of a body: one entry for each that it has now, and a last one for what was taken from its end. Pure.
 */
export function changedBlocks(before: readonly BodyNode[], now: readonly BodyNode[]): BlockChange[] {
  const { removed, added } = sequenceDifferences(before.map(saidBy), now.map(saidBy));
  const changes: BlockChange[] = [];
  let place = 0;
  let waiting: string[] = [];
  const takeRemoved = (): void => {
    for (; removed.has(place); place += 1) waiting.push(textOfBlock(before[place] ?? {}));
  };
  now.forEach((_, at) => {
    takeRemoved();
    if (added.has(at)) {
      const text = waiting.shift();
      changes.push({ is: text === undefined ? 'new' : 'changed', before: text ?? '', gone: [] });
      return;
    }
    changes.push({ is: 'same', before: '', gone: waiting });
    waiting = [];
    place += 1;
  });
  takeRemoved();
  return [...changes, { is: 'same', before: '', gone: waiting }];
}

function saidBy(block: BodyNode): string {
  return JSON.stringify([block.type, block.level, block.image?.url, textOfBlock(block), linksOf(block)]);
}

function trimmed(word: string): string {
  return word.trim();
}

/** A word that stood last has no space behind it, which keeps it apart from the one that came for it. */
function spaced(word = ''): string {
  return /\s$/.test(word) ? word : `${word} `;
}
