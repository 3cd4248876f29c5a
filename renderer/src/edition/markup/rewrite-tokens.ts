/**
 * One piece of HTML: a comment, a style element, a tag with its quoted attributes, or text. Each alternative takes linear
 * time; the last one matches a stray `<`, so that the pieces always add up to the input.
 */
const pieces =
  /<!--[\s\S]*?-->|<style[^>]*>[\s\S]*?<\/style>|<\/?[a-z][^"'>]*(?:"[^"]*"[^"'>]*|'[^']*'[^"'>]*)*>|[^<]+|</gi;

const conditional = /^(<!--\[if[^\]]*\]>)([\s\S]*)(<!\[endif\]-->)$/;

/** The replacement for each kind of piece. */
interface Rewriting {
  /** @param shown whether it is in the page itself, not in a conditional comment */
  tag: (tag: string, shown: boolean) => string;
  text: (text: string) => string;
  /** A style element, including its tags. */
  style: (style: string) => string;
}

/**
 * Rewrites HTML piece by piece, including the HTML inside `<!--[if mso]>…<![endif]-->`. Other comments stay unchanged.
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
