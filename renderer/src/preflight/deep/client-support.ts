import support from './client-support.json';
import type { DeepRule } from './inspection';
import { declarationsOf, type Markup } from './markup';

/** The mail clients with data from caniemail.com. */
export const knownClients: readonly string[] = support.clients;

/** The default clients: those used for institutional mail in French-speaking countries. */
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

/** Features that the templates use on purpose although some clients lack them, and why nothing is lost in those. */
const degrades: Record<string, string> = {
  'html-body': 'the background colour is on the wrapper too',
  'html-target': 'a web mail opens links in a new window by itself',
  'html-style': 'everything essential is inline; without <style> the mail has one column and light colours',
  'css-at-media': 'narrow screens and dark mode are refinements; the fluid layout works without them',
  'css-at-media-prefers-color-scheme': 'without it the mail is light, or inverted by the client',
  'css-color-scheme': 'declares that dark mode is supported; without it the mail is light',
  'css-important': 'only inside media queries, which are then ignored too',
  'html-anchor-links': 'the list of contents is still readable',
  'html-bdi': 'isolation characters are present too, and figures have the right direction by their script',
  'html-lang': 'the language is on <html> and on the wrapper; without it a screen reader guesses',
  'html-role': 'layout tables are then read as tables, in the right order',
  'html-aria-hidden': 'an ornament has an empty alternative text too',
  'html-aria-label': 'the text that it explains is visible',
  'html-aria-labelledby': 'headings come before the content they name',
  'css-max-height': 'hides the preheader together with display and size',
  'css-overflow': 'hides the preheader together with display and size',
  'css-opacity': 'hides the preheader together with display and size',
  'css-border-radius': 'corners are square',
  'css-word-break': 'a long address is then broken by the client',
  'css-overflow-wrap': 'a long address is then broken by the client',
  'css-word-wrap': 'a long address is then broken by the client',
  'css-border-spacing': 'cells have padding',
  'css-white-space': 'a figure may be broken at its space',
  'css-background-image': 'there is a background colour too',
  'css-selector-attribute': 'only for Outlook’s own dark mode',
  'css-outline': 'a reset',
  'css-height': 'a reset; width and height are attributes too',
  'css-list-style-type': 'bullets are then the client’s own',
  'css-word-spacing': 'a reset',
  'html-dir': 'the direction is on every layout element',
  'html-semantics': 'the layout does not rely on sectioning elements',
};

/** Features that `layout-unsupported` and `image-format` report. */
const hasItsOwnRule = /^(css-position|css-display-(inline-)?(flex|grid)|image-(?!base64).*)$/;

/** Every feature of the mail is supported by the clients, or degrades without loss. One finding per feature. */
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

/** The features that the markup uses, by caniemail's names. Names that it does not have are harmless. */
function featuresOf({ elements, styles }: Markup): Set<string> {
  const features = new Set<string>();
  const declare = (property: string, value: string) => {
    features.add(`css-${property}`);
    if (property === 'display') features.add(`css-display-${value.split(/[\s!]/)[0]}`);
    for (const [, unit = ''] of value.matchAll(/(?<![\w.])[\d.]+(rem|vw|vh|vmin|vmax|ch|ex)\b/g))
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
