import type { Node } from '@tiptap/pm/model';

import type { Verdicts } from './verdicts';
import { wordsIn, type Word } from './words-in';

/** What a document's words come to. */
export interface Look {
  /** Misspelt words by their places in the document, in its order. */
  misspelt: Word[];
  /** Words that nobody has said anything of yet. */
  unknown: string[];
  /** Whether so much is misspelt that the text is of another language; nothing of it is marked then. */
  isForeign: boolean;
}

/** The most words that are marked: a text with more has not been looked at by anybody. */
const mostMarked = 300;
/** Of so many different words at least it is told what language they are of. */
const fewestOfLanguage = 60;

/** Words of a block by the block, which never changes: another one takes its place. */
const kept = new WeakMap<Node, readonly Word[]>();

/** Looks at all words of a document. Pure but for what it remembers of blocks, so that a key costs one block. */
export function lookAt(document: Node, verdicts: Pick<Verdicts, 'of'>): Look {
  const misspelt: Word[] = [];
  const unknown = new Set<string>();
  const [right, wrong] = [new Set<string>(), new Set<string>()];
  document.descendants((node, position) => {
    if (!node.isTextblock) return true;
    for (const { word, from, to } of wordsOf(node)) {
      const verdict = verdicts.of(word);
      if (verdict === undefined) unknown.add(word);
      else (verdict ? wrong : right).add(word);
      if (verdict && misspelt.length < mostMarked)
        misspelt.push({ word, from: position + 1 + from, to: position + 1 + to });
    }
    return false;
  });
  const isForeign = wrong.size + right.size >= fewestOfLanguage && wrong.size > right.size;
  return { misspelt: isForeign ? [] : misspelt, unknown: isForeign ? [] : [...unknown], isForeign };
}

function wordsOf(block: Node): readonly Word[] {
  const known = kept.get(block);
  if (known) return known;
  const words = block.type.spec.code ? [] : wordsIn(textOf(block));
  kept.set(block, words);
  return words;
}

/** The text of a block, a character for each of its places; of code in it nothing but that it keeps the words around it apart. */
function textOf(block: Node): string {
  const parts: string[] = [];
  block.forEach((child) => {
    if (!child.isText) parts.push('\n'.repeat(child.nodeSize));
    else if (child.marks.some(({ type }) => type.name === 'code')) parts.push(asCode(child.nodeSize));
    else parts.push(child.text ?? '');
  });
  return parts.join('');
}

function asCode(length: number): string {
  return length < 3 ? ' '.repeat(length) : ` ${'0'.repeat(length - 2)} `;
}
