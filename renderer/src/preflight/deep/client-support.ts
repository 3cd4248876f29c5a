import support from './client-support.json';
import type { DeepRule } from './inspection';
import { declarationsOf, type Markup } from './markup';

/** Mail clients whose support is known, by the data of caniemail.com. */
export const knownClients: readonly string[] = support.clients;

/** Who reads institutional mail in French-speaking countries, unless the caller says otherwise. */
export const usualClients: readonly string[] = [
  'gmail',
  'apple-mail',
  'outlook-windows',
  'outlook-mac',
  'outlook-web',
  'yahoo',
  'la-poste',
  'sfr',
  'orange',
];

/** What the templates use on purpose although some client lacks it, and why nothing is lost there. */
const degrades: Record<string, string> = {
  'html-body': 'the ground’s colour stands on the wrapper too',
  'html-target': 'a web mail opens links in a new window by itself',
  'html-style': 'everything essential is inline; without <style> the mail is one column, light',
  'css-at-media': 'narrow screens and dark mode are refinements; the fluid layout stands without',
  'css-at-media-prefers-color-scheme': 'without it the mail is light, or inverted by the client',
  'css-color-scheme': 'says that dark is provided for; without it the mail is light',
  'css-important': 'only inside media queries, which go with it',
  'html-anchor-links': 'the contents list still lists the contents',
  'html-bdi': 'the marks of isolation are characters too; figures read right by their script',
  'html-lang': 'the language stands on <html> and on the wrapper; a screen reader guesses without',
  'html-role': 'layout tables are then read as tables, in the right order',
  'html-aria-hidden': 'an ornament has an empty alternative text besides',
  'html-aria-label': 'the text it explains is there',
  'html-aria-labelledby': 'headings stand before what they name',
  'css-max-height': 'hides the preheader together with display and size',
  'css-overflow': 'hides the preheader together with display and size',
  'css-opacity': 'hides the preheader together with display and size',
  'css-border-radius': 'corners are square',
  'css-word-break': 'a long address is then broken by the client',
  'css-overflow-wrap': 'a long address is then broken by the client',
  'css-word-wrap': 'a long address is then broken by the client',
  'css-border-spacing': 'cells have padding',
  'css-white-space': 'a figure may break at its space',
  'css-background-image': 'a colour stands below',
  'css-selector-attribute': 'only for Outlook’s own dark mode',
  'css-outline': 'a reset',
  'css-height': 'a reset; width and height stand as attributes',
  'css-list-style-type': 'bullets are then the client’s own',
  'css-word-spacing': 'a reset',
  'html-dir': 'the direction stands on every layout element',
  'html-semantics': 'sectioning elements are not relied upon',
};

/** Found by `layout-unsupported` and `image-format` already. */
const hasItsOwnRule = /^(css-position|css-display-(inline-)?(flex|grid)|image-(?!base64).*)$/;

/** Features that some of the clients do not support and that nothing stands in for. One finding a feature. */
export const clientSupport: DeepRule = {
  name: 'client-support',
  severity: 'warning',
  check: ({ markup, clients, find }) => {
    const unsupported = support.unsupported as Record<string, string[] | undefined>;
    return [...featuresOf(markup)].flatMap((feature) => {
      if (feature in degrades || hasItsOwnRule.test(feature)) return [];
      const without = (unsupported[feature] ?? []).filter((client) => clients.includes(client));
      return without.length === 0 ? [] : [find('edition', { feature, clients: without.join(', ') })];
    });
  },
};

/** The names caniemail gives to what the markup uses. Names it does not have are harmless. */
function featuresOf({ elements, styles }: Markup): Set<string> {
  const features = new Set<string>();
  const declare = (property: string, value: string) => {
    features.add(`css-${property}`);
    if (property === 'display') features.add(`css-display-${value.split(/[\s!]/)[0]}`);
    for (const [, unit = ''] of value.matchAll(/\b[\d.]+(rem|vw|vh|vmin|vmax|ch|ex)\b/g))
      features.add(`css-unit-${unit}`);
    for (const [, name = ''] of value.matchAll(
      /\b(calc|clamp|min|max|var|rgba|linear-gradient|radial-gradient)\(/g,
    )) {
      features.add(functions[name] ?? `css-${name}`);
    }
    if (/!important/.test(value)) features.add('css-important');
  };
  for (const element of elements) {
    features.add(`html-${element.name}`);
    for (const attribute of Object.keys(element.attribs)) features.add(`html-${attribute}`);
    for (const [property, value] of declarationsOf(element)) declare(property, value);
    if (element.name === 'a' && element.attribs['href']?.startsWith('#')) features.add('html-anchor-links');
    const extension = element.name === 'img' && /\.(\w+)(?:[?#]|$)/.exec(element.attribs['src'] ?? '')?.[1];
    if (extension) features.add(`image-${extension.toLowerCase()}`);
    if (element.name === 'img' && element.attribs['src']?.startsWith('data:')) features.add('image-base64');
  }
  for (const [, name = ''] of styles.matchAll(/@([a-z-]+)/g))
    features.add(name === 'media' ? 'css-at-media' : `css-at-${name}`);
  if (/prefers-color-scheme/.test(styles)) features.add('css-at-media-prefers-color-scheme');
  for (const [, property = '', value = ''] of styles.matchAll(/[{;]\s*([a-z-]+)\s*:\s*([^;{}]+)/g))
    declare(property, value);
  return features;
}

const functions: Record<string, string> = {
  calc: 'css-unit-calc',
  clamp: 'css-function-clamp',
  min: 'css-function-min',
  max: 'css-function-max',
  var: 'css-variables',
};
