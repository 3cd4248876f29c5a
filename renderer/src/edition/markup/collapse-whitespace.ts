/*
 * The white space of MJML's indentation is a quarter of its output. It is removed here and not by htmlnano, which MJML's
 * `minify` uses: htmlnano needs cssnano in a place where npm does not install it, and rewrites more than it should.
 */

/** A tag with single spaces outside its quoted values. */
export function collapseTag(tag: string): string {
  // Tags from our templates need no change.
  if (!/\s\s|[\n\t]|\s>|;"/.test(tag)) return tag;
  return tag
    .replace(/("[^"]*"|'[^']*')|\s+/g, (_, quoted: string | undefined) => quoted ?? ' ')
    .replace(/ (\/?>)$/, '$1')
    .replace(/ style="([^"]*);"/, ' style="$1"');
}

/** A style element without formatting spaces. */
export function collapseStyle(style: string): string {
  return style
    .replace(/^<style type="text\/css"/, '<style')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/ (?=!important)/g, '')
    .replace(/;}/g, '}');
}

/**
 * Text without a template's indentation. White space with a line end is removed between tags, and becomes one space beside
 * text, as HTML reads it. Authors' text contains no line ends at this point.
 */
export function collapseText(text: string): string {
  if (!text.includes('\n')) return text;
  return /^[ \t\r]*\n[ \t\r\n]*$/.test(text) ? '' : text.replace(/(?<![ \t\r])[ \t\r]*\n[ \t\r\n]*/g, ' ');
}
