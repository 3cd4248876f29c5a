import type { Block } from '@nachra/renderer';

export type InlineNode = Extract<Block, { type: 'paragraph' }>['children'][number];
type TextNode = Extract<InlineNode, { type: 'text' }>;

/** The styles of a text. */
export type Styles = Omit<TextNode, 'type' | 'text'>;

/** A piece of text as it is found: its styles, and where it leads. */
export interface Run {
  text: string;
  styles: Styles;
  url?: string | undefined;
}

/** A line end that the author made; one of the markup's source is a space. */
export const lineEnd = '\u2028';

const white = /[ \t\n\r\f\u00a0\u2007\u2028\u202f]+/g;
/** Zero-width spaces, byte order marks and what is for printers and terminals. */
const unseen = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\u00ad\u200b\ufeff]/g;

/** Before and after these a no-break space is typography; elsewhere it is what a program left behind. */
const afterIt = /^[:;!?»%€–—\d]/;
const beforeIt = /(?:[«–—\d]|(?:^|[\s(])(?:[Nn]°|MM?\.|Mmes?|Mlle|Dr|Pr|p\.|art\.))$/u;

/** As many characters before a space as decide about it: the longest of {@link beforeIt}, and what may stand before that. */
const looksBack = 12;

/** Runs of one block with their spaces put in order, split where an empty line was. */
export function settle(runs: readonly Run[]): Run[][] {
  const cleaned = runs.map((run) => ({ ...run, text: run.text.replace(unseen, '') }));
  const whole = cleaned.map(({ text }) => text).join('');
  const spaces = new Map<number, { length: number; by: string }>();
  for (const { 0: found, index } of whole.matchAll(white)) {
    const after = whole.slice(index + found.length);
    const before = whole.slice(Math.max(0, index - looksBack), index);
    spaces.set(index, { length: found.length, by: spaceFor(found, before, after) });
  }
  const lines: Run[][] = [[]];
  let at = 0;
  let until = 0;
  for (const { text, ...rest } of cleaned) {
    let kept = '';
    for (const character of text.split('')) {
      const space = spaces.get(at);
      if (space) {
        until = at + space.length;
        if (space.by === '\n\n') {
          lines.at(-1)?.push({ ...rest, text: kept });
          lines.push([]);
          kept = '';
        } else kept += space.by;
      } else if (at >= until) kept += character;
      at += 1;
    }
    if (kept !== '') lines.at(-1)?.push({ ...rest, text: kept });
  }
  return lines.map((line) => line.filter(({ text }) => text !== '')).filter((line) => line.length > 0);
}

/** What white space becomes: nothing at an end, line ends, a no-break space where typography has one, or a space. */
function spaceFor(found: string, before: string, after: string): string {
  if (before === '' || after === '') return '';
  const ends = found.split(lineEnd).length - 1;
  if (ends > 0) return ends > 1 ? '\n\n' : '\n';
  const fixed = /[\u00a0\u202f]/.exec(found)?.[0];
  if (fixed === undefined || !(afterIt.test(after) || beforeIt.test(before))) return ' ';
  // A number after a word has a plain space in a text, and thousands a fixed one.
  const isNumber = /^\d/.test(after) && !beforeIt.test(before);
  return found.length > 1 || isNumber ? ' ' : fixed;
}

/** Runs as they are stored: of the same styles in one text, of one address in one link. */
export function inlinesOf(runs: readonly Run[]): InlineNode[] {
  const nodes: InlineNode[] = [];
  for (const { text, styles, url } of runs) {
    const node: TextNode = { type: 'text', text, ...styles };
    const last = nodes.at(-1);
    if (url === undefined) addText(nodes, node);
    else if (last?.type === 'link' && last.url === url) addText(last.children, node);
    else nodes.push({ type: 'link', url, children: [node] });
  }
  return nodes.length > 0 ? nodes : [{ type: 'text', text: '' }];
}

function addText(nodes: InlineNode[] | TextNode[], added: TextNode): void {
  const last = nodes.at(-1);
  const { text: newer, ...styles } = added;
  if (last?.type === 'text') {
    const { text, ...known } = last;
    if (JSON.stringify(known) === JSON.stringify(styles)) {
      last.text = text + newer;
      return;
    }
  }
  (nodes as InlineNode[]).push(added);
}
