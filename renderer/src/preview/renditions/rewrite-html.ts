import { Parser } from 'htmlparser2';
import { encodeHtml } from '../../edition/slots/encoders';

export type Attributes = Readonly<Record<string, string>>;

/** The changes to the parts of a page; other parts stay byte for byte. */
interface Rewriting {
  /** The new attributes of a tag; `null` removes the element with its contents, `undefined` leaves it unchanged. */
  tag?: (name: string, attributes: Attributes) => Attributes | null | undefined;
  /** The new contents of a `<style>`. */
  css?: (css: string) => string;
}

interface Edit {
  from: number;
  to: number;
  text: string;
}

/**
 * Changes tags and style sheets of a page in place. Everything else stays byte for byte, so that a rendition shows the mail
 * itself and not a serialisation of it. Comments do not change, including Outlook's conditional ones.
 */
export function rewriteHtml(html: string, { tag, css }: Rewriting): string {
  const edits: Edit[] = [];
  /** The offset of a removed element, and how many elements are open in it. */
  let dropped: { from: number; depth: number } | null = null;
  let style: { from: number; text: string } | null = null;

  const parser = new Parser({
    onopentag(name, attributes) {
      if (dropped) return void dropped.depth++;
      const { startIndex, endIndex } = parser;
      const wanted = tag?.(name, attributes);
      if (wanted === null) return void (dropped = { from: startIndex, depth: 1 });
      if (wanted !== undefined && wanted !== attributes) {
        edits.push({ from: startIndex, to: endIndex + 1, text: openTag(html, startIndex, wanted) });
      }
      if (name === 'style') style = { from: endIndex + 1, text: '' };
    },
    ontext(text) {
      if (style) style.text += text;
    },
    onclosetag(name) {
      if (dropped && --dropped.depth === 0) {
        edits.push({ from: dropped.from, to: parser.endIndex + 1, text: '' });
        dropped = null;
      }
      if (name !== 'style' || !style) return;
      const { from, text } = style;
      style = null;
      if (css) edits.push({ from, to: from + text.length, text: css(text) });
    },
  });
  parser.end(html);
  return applyEdits(html, edits);
}

function applyEdits(html: string, edits: readonly Edit[]): string {
  let at = 0;
  const parts: string[] = [];
  for (const { from, to, text } of edits) {
    if (from < at) continue;
    parts.push(html.slice(at, from), text);
    at = to;
  }
  return parts.join('') + html.slice(at);
}

/** The tag with its name as written, and its attributes in order. */
function openTag(html: string, from: number, attributes: Attributes): string {
  const name = /^<[^\s/>]+/.exec(html.slice(from, from + 80))?.[0] ?? '<';
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${encodeHtml(value)}"`);
  return `${name}${written.join('')}>`;
}
