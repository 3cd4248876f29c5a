import type { Block, Body } from '@nachra/renderer';

/**
 * A pasted document without its own title, where it begins with one that says what the article is called: the mail prints that above the
 * body. Pure.
 *
 * @returns null where it does not begin so
 */
export function withoutTitle(body: Body, title: string): Body | null {
  const [first, ...rest] = body;
  const isTitle = first?.type === 'heading' || first?.type === 'paragraph';
  if (!isTitle || bare(title) === '' || bare(textOf(first)) !== bare(title)) return null;
  return rest;
}

function textOf(block: Extract<Block, { type: 'heading' | 'paragraph' }>): string {
  return block.children
    .flatMap((inline) => (inline.type === 'link' ? inline.children : [inline]))
    .map((inline) => ('text' in inline ? inline.text : ' '))
    .join('');
}

/** A text by its letters and digits alone: two programs write the same title with other spaces, quotes and dashes. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
