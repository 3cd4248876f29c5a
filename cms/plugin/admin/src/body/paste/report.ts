import type { Body } from '@nachra/renderer';

import { fittingFormat } from '../../../../shared/picture-formats';
import { pictureNotes, type LibraryFile } from '../../model/library-file';
import type { Text } from '../../model/text';

/** What the grammar of bodies has and a clipboard may hold, in the order in which it is told. */
const keptNames = [
  'headings',
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'lists',
  'links',
  'tables',
  'quotes',
  'code',
  'pictures',
] as const;

/** What a body cannot hold, in the order in which it is told. */
export const droppedNames = [
  'title',
  'colours',
  'fonts',
  'pictures',
  'links',
  'merged',
  'columns',
  'rows',
  'comments',
  'deletions',
] as const;
type DroppedName = (typeof droppedNames)[number];

/** What became of something that was pasted. */
export interface PasteReport {
  kept: readonly (typeof keptNames)[number][];
  /** How many of each; colours and fonts are counted once each. */
  dropped: Readonly<Partial<Record<DroppedName, number>>>;
}

/** What the editor has to say: what became of something pasted, of a picture, or of a word. */
export type Notice =
  | { is: 'pasted'; report: PasteReport }
  | { is: 'uploading' }
  | { is: 'added'; word: string }
  | { is: 'pictures'; notes: Text[] }
  | { is: 'refused'; error: unknown };

/** What is to be said of pictures that were just put in; null where they are as they should be. Pure. */
export function noticeOf(files: readonly LibraryFile[]): Notice | null {
  const notes = files.flatMap((file) => pictureNotes(fittingFormat(file)));
  return notes.length > 0 ? { is: 'pictures', notes } : null;
}

/** Counts what is dropped while a clipboard is read. */
export class Dropped {
  private readonly values = new Map<DroppedName, Set<unknown>>();

  /** @param value what is counted once; each call counts without it */
  add(name: DroppedName, value: unknown = Symbol(name)): void {
    const known = this.values.get(name) ?? new Set();
    this.values.set(name, known.add(value));
  }

  counts(): PasteReport['dropped'] {
    return Object.fromEntries([...this.values].map(([name, { size }]) => [name, size]));
  }
}

type Node = Readonly<Record<string, unknown>>;

const keptBlocks: Readonly<Record<string, PasteReport['kept'][number]>> = {
  heading: 'headings',
  list: 'lists',
  link: 'links',
  table: 'tables',
  quote: 'quotes',
  code: 'code',
  image: 'pictures',
};

/** What a body that was made of a clipboard has of {@link keptNames}. */
export function keptIn(body: Body): PasteReport['kept'] {
  const found = new Set<string>();
  const look = (nodes: readonly unknown[]): void => {
    for (const node of nodes as readonly Node[]) {
      const { type, children } = node;
      const name = keptBlocks[String(type)];
      if (name) found.add(name);
      if (type === 'text') for (const kept of keptNames) if (node[kept] === true) found.add(kept);
      if (Array.isArray(children)) look(children);
    }
  };
  look(body);
  return keptNames.filter((name) => found.has(name));
}
