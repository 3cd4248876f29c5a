/**
 * One piece of HTML: a comment, a style element, a tag with its quoted attributes, or text. Each alternative is linear;
 * the last one takes a stray `<`, so the pieces always add up to the input.
 */
const pieces =
  /<!--[\s\S]*?-->|<style[^>]*>[\s\S]*?<\/style>|<\/?[a-z][^"'>]*(?:"[^"]*"[^"'>]*|'[^']*'[^"'>]*)*>|[^<]+|</gi;

/**
 * Takes out the white space that MJML's indentation leaves (a quarter of its output): between tags, inside tags, inside
 * style sheets and conditional comments. Text keeps every character: only a stretch that is nothing but white space with
 * a line end in it goes, and authors' text holds no line end by now.
 *
 * Not htmlnano, which MJML's `minify` would use: it needs cssnano where npm does not put it, and rewrites more than it may.
 */
export function collapseWhitespace(html: string): string {
  return html
    .replace(pieces, (piece) => {
      if (piece.startsWith('<!--')) return collapseComment(piece);
      if (/^<style/i.test(piece)) return collapseStyle(piece);
      if (piece.startsWith('<')) return collapseTag(piece);
      return /^\s*\n\s*$/.test(piece) ? '' : trimIndent(piece);
    })
    .trim();
}

/** `<!--[if mso]>…<![endif]-->` holds HTML of its own; other comments are kept as they are. */
function collapseComment(comment: string): string {
  const match = /^(<!--\[if[^\]]*\]>)([\s\S]*)(<!\[endif\]-->)$/.exec(comment);
  return match ? `${match[1]}${collapseWhitespace(match[2] ?? '')}${match[3]}` : comment;
}

function collapseStyle(style: string): string {
  return style
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;}/g, '}')
    .replace(/> <\//, '></');
}

/** Inside a tag, quoted values stay; the rest is single spaces. */
function collapseTag(tag: string): string {
  return tag
    .replace(/("[^"]*"|'[^']*')|\s+/g, (_, quoted: string | undefined) => quoted ?? ' ')
    .replace(/ (\/?>)$/, '$1')
    .replace(/ style="([^"]*);"/, ' style="$1"');
}

/** White space with a line end beside a text is a template's indentation; HTML reads it as one space. */
function trimIndent(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ');
}
