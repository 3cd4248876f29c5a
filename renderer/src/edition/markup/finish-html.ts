import { collapseStyle, collapseTag, collapseText } from './collapse-whitespace';
import { fontHeritage, readTag } from './inherit-fonts';
import { lightenTag } from './lighten-tag';
import { rewriteTokens } from './rewrite-tokens';
import { unwrapColumns } from './unwrap-columns';
import type { Direction } from '../../contract/primitives';

/**
 * Finishes MJML's output: collapses white space, corrects known faults and removes redundant markup. This saves about a
 * third of the bytes without changing a pixel; Gmail clips a mail at 102 KiB. Works on any sequence of complete elements.
 */
export function finishHtml(html: string, direction: Direction): string {
  // A mail repeats the same few tags hundreds of times.
  const light = remember((tag) => readTag(lightenTag(collapseTag(tag), direction)));
  const inherit = fontHeritage();
  const rewritten = rewriteTokens(html, {
    tag: (tag, shown) => (shown ? inherit(light(tag)) : light(tag).text),
    style: collapseStyle,
    text: (text) => plainCharacters(collapseText(text)),
  });
  return lightenSections(unwrapColumns(rewritten));
}

/** Removes a background that MJML gives both a section's box and the table that fills it, and redundant alignments. */
function lightenSections(html: string): string {
  return html
    .replace(
      /(<div(?: class="[^"]*")?) style="background-color:(#\w+);(margin:0 auto;max-width:\d+px"><table) align="center"(?=[^>]* style="background-color:\2;width:100%">)/g,
      '$1 style="$3',
    )
    .replace(/(<td align="(left|right)"[^>]*><div style="[^"]*?);text-align:\2(?=[;"])/g, '$1');
}

const characters: Record<string, string> = {
  '&nbsp;': '\u00a0',
  '&zwnj;': '\u200c',
  '&#847;': '\u034f',
  '&#8288;': '\u2060',
  '&#39;': "'",
  '&quot;': '"',
};

/** Writes characters without a meaning in HTML as themselves instead of entities: a mail is UTF-8, and declares it. */
function plainCharacters(text: string): string {
  return text.includes('&')
    ? text.replace(/&(?:nbsp|zwnj|quot|#847|#8288|#39);/g, (entity) => characters[entity] ?? entity)
    : text;
}

function remember<Made>(make: (piece: string) => Made): (piece: string) => Made {
  const known = new Map<string, Made>();
  return (piece) => {
    let made = known.get(piece);
    if (made === undefined) known.set(piece, (made = make(piece)));
    return made;
  };
}
