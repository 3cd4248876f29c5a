const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  ccedil: 'ç',
  uuml: 'ü',
  ouml: 'ö',
  auml: 'ä',
  rsquo: '’',
};

/**
 * The words of an HTML report: tags, styles and comments out, blocks on lines of their own. Nothing here is shown to
 * anybody, so it need not be exact; it must be linear, and each expression stops at the next `<`.
 */
export function textOfHtml(html: string): string {
  return withoutElements(html)
    .replace(/<(?:br|\/p|\/div|\/tr|\/td|\/li|\/h[1-6]|\/table|p|div|tr|h[1-6])\b[^<>]*>/gi, '\n')
    .replace(/<[!/?a-zA-Z][^<>@]*>/g, ' ')
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) =>
      entity(whole, decimal as string, hex as string, name as string),
    )
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/\n[ \n]+/g, '\n\n');
}

function entity(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name) return entities[name.toLowerCase()] ?? whole;
  const point = decimal ? Number(decimal) : parseInt(hex ?? '', 16);
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
}

/** Drops elements that hold no text for a reader, from the opening tag to the closing one, or to the end. */
function withoutElements(html: string): string {
  let text = html;
  for (const [open, close] of [
    ['<!--', '-->'],
    ['<style', '</style>'],
    ['<script', '</script>'],
    ['<head', '</head>'],
  ] as const) {
    text = withoutSpans(text, open, close);
  }
  return text;
}

function withoutSpans(text: string, open: string, close: string): string {
  const lower = text.toLowerCase();
  if (lower.length !== text.length) return text;
  let kept = '';
  let from = 0;
  for (;;) {
    const start = lower.indexOf(open, from);
    if (start < 0) return kept + text.slice(from);
    kept += text.slice(from, start);
    const end = lower.indexOf(close, start);
    if (end < 0) return kept;
    from = end + close.length;
  }
}
