import support from '../../preflight/deep/client-support.json';
import type { Declaration } from '../../preflight/deep/markup';

/** Features that Outlook on Windows lacks, by caniemail's data: `css-border-radius`. */
const lacking = new Set(
  Object.entries(support.unsupported).flatMap(([feature, clients]) =>
    clients.includes('outlook-windows') ? [feature] : [],
  ),
);

/** Features with another name in that data, or marked as partly supported: Word supports `max-width` on some tables only. */
const alsoLacking =
  /^(?:max-width|top|right|bottom|left|inset.*|flex.*|grid.*|column-.*|row-gap|animation.*|transition.*|transform.*|border-.*-radius|background-(?!color$).*|overflow.*|mask.*|object-.*|will-change|cursor|-webkit-.*|-moz-.*|-ms-.*)$/;

/** Units and functions that make Word drop a declaration. */
const unreadable = /\b(?:rgba|hsla?|calc|var|min|max|clamp|env|light-dark)\(|\d(?:rem|vw|vh|vmin|vmax|ch)\b/i;

const cells = new Set(['td', 'th']);
const boxes = new Set(['table', 'td', 'th', 'tr', 'col', 'hr']);

/** Families installed on every Windows; if the first family of a list is another, Word uses Times New Roman. */
const onWindows =
  /^(?:arial|helvetica|calibri|cambria|candara|consolas|courier new|georgia|lucida.*|palatino.*|segoe.*|tahoma|times.*|trebuchet ms|verdana|sans-serif|serif|monospace)$/i;

/**
 * An element's declarations as the Word engine of Outlook on Windows applies them: unsupported ones are removed, and those
 * for Word alone (`mso-…`) are translated for a browser.
 *
 * @param declarations from style sheets and the `style` attribute, later ones win
 */
export function wordDeclarations(name: string, declarations: readonly Declaration[]): Declaration[] {
  return declarations.flatMap(([property, written]): Declaration[] => {
    const value = written.replace(/\s*!\s*important\s*$/i, '');
    if (property === 'mso-hide') return value === 'all' ? [['display', 'none']] : [];
    if (property === 'mso-padding-alt') return cells.has(name) ? [['padding', value]] : [];
    if (property.startsWith('mso-')) return [];
    // Word lays every element out in its default way; only hiding works.
    if (property === 'display') return value === 'none' ? [['display', 'none']] : [];
    if (lacking.has(`css-${property}`) || alsoLacking.test(property) || unreadable.test(value)) return [];
    if (property.startsWith('padding')) return cells.has(name) ? [[property, value]] : [];
    if (property.startsWith('margin') && /^(?:div|img|span|a|table|td)$/.test(name)) return [];
    if (/^(?:min-)?(?:width|height)$/.test(property)) return boxes.has(name) ? [[property, value]] : [];
    if (property === 'background') return colourOf(value);
    if (property === 'font-family') return [[property, familyOf(value)]];
    return [[property, value]];
  });
}

/** Word applies only the colour of a background. */
function colourOf(value: string): Declaration[] {
  const colour = value
    .replace(/[\w-]+\((?:[^()]|\([^()]*\))*\)/g, (part) => (/^rgb\(/i.test(part) ? part : ''))
    .split(/[\s,/]+/)
    .find((word) => /^(?:#[\da-f]{3,8}|rgb\(.*|[a-z]+)$/i.test(word) && !keywords.test(word));
  return colour === undefined ? [] : [['background-color', colour]];
}

const keywords =
  /^(?:none|no-repeat|repeat(?:-[xy])?|scroll|fixed|local|center|top|right|bottom|left|cover|contain)$/i;

function familyOf(value: string): string {
  const first = (value.split(',')[0] ?? '').trim().replace(/^["']|["']$/g, '');
  return onWindows.test(first) ? value : "'Times New Roman',Times,serif";
}
