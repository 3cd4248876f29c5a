import type { InlineNode, TextNode } from '../contract/body';
import type { ViewContext } from './context';

/** Text of one style. */
interface TextView {
  text: string;
  bold: boolean;
  italic: boolean;
  underline: boolean;
  strikethrough: boolean;
  code: boolean;
}
interface InlineView {
  url: string | null;
  texts: TextView[];
}

/** The text of a block, an item or a cell. `plain` is its text for the plain-text part. */
export interface LineView {
  children: InlineView[];
  plain: string;
}

/**
 * The view of inline nodes, set as one line.
 *
 * @param verbatim whether it is code, which has no typography
 */
export function lineView(nodes: readonly InlineNode[], context: ViewContext, verbatim = false): LineView {
  let before = '';
  const setText = (node: TextNode): TextView => {
    const text =
      verbatim || node.code ? context.set.verbatim(node.text) : context.set.part(node.text, before);
    before = text.at(-1) ?? before;
    const { bold = false, italic = false, underline = false, strikethrough = false, code = false } = node;
    return { text, bold, italic, underline, strikethrough, code };
  };
  const children = nodes.map((node): InlineView =>
    node.type === 'link'
      ? { url: node.url, texts: node.children.map(setText) }
      : { url: null, texts: [setText(node)] },
  );
  return { children, plain: children.map(plainInline).join('') };
}

/** An inline as plain text: a link is followed by its address, unless the text is that address, with or without what it is of. */
function plainInline({ url, texts }: InlineView): string {
  const text = texts.map((part) => part.text).join('');
  const isSaid = url === null || text.trim() === url || text.trim() === url.replace(/^mailto:/i, '');
  return isSaid ? text : `${text} (${url})`;
}
