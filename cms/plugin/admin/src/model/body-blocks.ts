/** A node of a stored body of any shape: what is not of the grammar has no text. */
export interface BodyNode {
  type?: string;
  text?: string;
  /** Of a link. */
  url?: string;
  /** Of a heading. */
  level?: number;
  /** Of a table. */
  headerRow?: boolean;
  /** Of a list. */
  format?: string;
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  strikethrough?: boolean;
  image?: { url?: string; alternativeText?: string | null; caption?: string | null };
  children?: BodyNode[];
}

/** The blocks of a stored body, one for each that the editor shows. Pure. */
export function blocksOf(body: readonly unknown[] | null | undefined): BodyNode[] {
  return (body ?? []).map((block) => (typeof block === 'object' && block !== null ? block : {}));
}

/** The texts of a block, one for each item of a list and each cell of a table. Pure. */
function linesOf(block: BodyNode): string[] {
  const children = block.children ?? [];
  if (block.type === 'list')
    return children.flatMap((child) => (child.type === 'list' ? linesOf(child) : [wordsIn(child)]));
  if (block.type === 'table') return children.flatMap((row) => (row.children ?? []).map(wordsIn));
  if (block.image) return [block.image.alternativeText ?? '', block.image.caption ?? ''];
  return [wordsIn(block)];
}

/** A block in one text. Pure. */
export function textOfBlock(block: BodyNode): string {
  return linesOf(block)
    .filter((line) => line.trim() !== '')
    .join('\n');
}

/** Where the links of a block lead. Pure. */
export function linksOf({ type, url, children }: BodyNode): string[] {
  return [...(type === 'link' && url ? [url] : []), ...(children ?? []).flatMap(linksOf)];
}

function wordsIn({ text, children }: BodyNode): string {
  return text ?? (children ?? []).map(wordsIn).join('');
}
