/**
 * One piece of HTML: a comment, a style element, a tag with its quoted attributes, or text. Each alternative is linear;
 * the last one takes a stray `<`, so the pieces always add up to the input.
 */
const pieces =
  /<!--[\s\S]*?-->|<style[^>]*>[\s\S]*?<\/style>|<\/?[a-z][^"'>]*(?:"[^"]*"[^"'>]*|'[^']*'[^"'>]*)*>|[^<]+|</gi;

const conditional = /^(<!--\[if[^\]]*\]>)([\s\S]*)(<!\[endif\]-->)$/;

/** What becomes of each kind of piece. */
export interface Rewriting {
  /** @param shown whether it stands in the page itself, not in a conditional comment */
  tag: (tag: string, shown: boolean) => string;
  text: (text: string) => string;
  /** A style element, tags and all. */
  style: (style: string) => string;
}

/**
 * Rewrites HTML piece by piece, also inside `<!--[if mso]>…<![endif]-->`, which holds HTML of its own; other comments
 * stay as they are.
 */
export function rewriteTokens(html: string, { tag, text, style }: Rewriting): string {
  const run = (part: string, shown: boolean): string =>
    part.replace(pieces, (piece) => {
      if (!piece.startsWith('<')) return text(piece);
      if (piece.startsWith('<!--')) {
        const [, open, inside, close] = conditional.exec(piece) ?? [];
        return open === undefined ? piece : `${open}${run(inside ?? '', false)}${close}`;
      }
      return /^<style/i.test(piece) ? style(piece) : tag(piece, shown);
    });
  return run(html, true);
}
