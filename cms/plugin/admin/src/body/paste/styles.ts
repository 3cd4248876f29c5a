import { readAddress } from '../document/addresses';
import type { Run, Styles } from './inlines';
import { attribute, styleOf, tagOf, type Markup } from './markup';
import type { Dropped } from './report';

/** What a text within an element looks like. */
export type Look = Omit<Run, 'text'>;

const byTag: Readonly<Record<string, keyof Styles>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
};

/** Colours that are nobody's choice. */
const plainColours =
  /^(?:inherit|initial|unset|auto|currentcolor|transparent|none|windowtext|black|white|#0{3}|#0{6}|#f{3}|#f{6}|rgb\(0, ?0, ?0\)|rgb\(255, ?255, ?255\)|rgba\(0, ?0, ?0, ?0\))$/;

/** How texts within an element look, by its tag and style, within what surrounds it. */
export function lookWithin(node: Markup, outer: Look, dropped: Dropped): Look {
  const tag = tagOf(node);
  const style = styleOf(node);
  noteDropped(node, style, dropped);
  const styles: Styles = { ...outer.styles };
  const set = (name: keyof Styles, on: boolean): void => {
    if (on) styles[name] = true;
    else delete styles[name];
  };
  const named = byTag[tag];
  if (named) set(named, true);
  const weight = style.get('font-weight');
  if (weight) set('bold', /^bold/.test(weight) || Number(weight) >= 600);
  const slant = style.get('font-style');
  if (slant) set('italic', /^(?:italic|oblique)/.test(slant));
  const lines = `${style.get('text-decoration') ?? ''} ${style.get('text-decoration-line') ?? ''}`;
  if (lines.includes('underline')) set('underline', true);
  else if (tag === 'u' && lines.includes('none')) set('underline', false);
  if (lines.includes('line-through')) set('strikethrough', true);
  const url = tag === 'a' ? addressOf(node, dropped) : outer.url;
  // Links are underlined by every program, and by the mail itself.
  if (url !== undefined) delete styles.underline;
  return { styles, url };
}

function addressOf(node: Markup, dropped: Dropped): string | undefined {
  // How this editor names the address of a link; it may be one of this host.
  const own = attribute(node, 'data-url');
  const href = own || attribute(node, 'href').trim();
  // A place within the document: a footnote, a heading.
  if (href === '' || href.startsWith('#')) return undefined;
  const address = readAddress(href);
  const isElsewhere = own === '' && address?.startsWith('/') === true;
  if (address !== null && !isElsewhere) return address;
  dropped.add('links');
  return undefined;
}

function noteDropped(node: Markup, style: ReadonlyMap<string, string>, dropped: Dropped): void {
  const colours = ['color', 'background', 'background-color', 'mso-highlight'].map((name) => style.get(name));
  for (const colour of [...colours, attribute(node, 'color').toLowerCase()])
    if (colour && !plainColours.test(colour)) dropped.add('colours', colour);
  const fonts = style.get('font-family') ?? attribute(node, 'face').toLowerCase();
  const [font = ''] = fonts.split(',').map((name) => name.replace(/["']/g, '').trim());
  if (font !== '' && font !== 'inherit') dropped.add('fonts', font);
}
