import type { FlatItem } from './found-blocks';
import { childrenOf, styleOf, textOf, type Markup } from './markup';

/**
 * The item that Word writes as a paragraph, its list and level in the style and its mark in a text of its own; null where a
 * paragraph is none.
 *
 * @example <p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>1.</span>…</p>
 */
export function wordItem(node: Markup): Pick<FlatItem, 'level' | 'format'> | null {
  const level = /^l\d+ level(\d+)/.exec(styleOf(node).get('mso-list') ?? '')?.[1];
  if (level === undefined) return null;
  // Bullets are signs of a symbol font, or an "o" of Courier; numbers and letters have a point or bracket behind them.
  const mark = markIn(node)
    .replace(/[\s\u00a0]+/g, '')
    .trim();
  const isNumbered = /^\(?(?:[\p{N}]+(?:[.)-]|$)|(?:[\p{N}]+\.)+|\p{L}{1,4}[.)])/u.test(mark);
  return { level: Number(level), format: isNumbered ? 'ordered' : 'unordered' };
}

function markIn(node: Markup): string {
  for (const child of childrenOf(node)) {
    if (styleOf(child).get('mso-list') === 'ignore') return textOf(child);
    const inside = markIn(child);
    if (inside !== '') return inside;
  }
  return '';
}
