/*
 * White space that MJML's indentation leaves is a quarter of its output. Not htmlnano, which MJML's `minify` would use: it
 * needs cssnano where npm does not put it, and rewrites more than it may.
 */

/** Inside a tag, quoted values stay; the rest is single spaces. */
export function collapseTag(tag: string): string {
  // What the templates write is in order.
  if (!/\s\s|[\n\t]|\s>|;"/.test(tag)) return tag;
  return tag
    .replace(/("[^"]*"|'[^']*')|\s+/g, (_, quoted: string | undefined) => quoted ?? ' ')
    .replace(/ (\/?>)$/, '$1')
    .replace(/ style="([^"]*);"/, ' style="$1"');
}

/** A style element: its rules without the spaces that only set them out. */
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
 * Text keeps every character: only a stretch that is nothing but white space with a line end in it goes, and a line end
 * beside a text is a template's indentation, which HTML reads as one space. Authors' text holds no line end by now.
 */
export function collapseText(text: string): string {
  if (!text.includes('\n')) return text;
  return /^[ \t\r]*\n[ \t\r\n]*$/.test(text) ? '' : text.replace(/[ \t\r]*\n[ \t\r\n]*/g, ' ');
}
