import type { Direction } from '../../contract/primitives';

/** Declarations of MJML that have no effect, whatever our style sheets and ancestors declare. */
const idle = new Set(['table-layout:auto', 'word-spacing:normal']);

/**
 * Corrects what MJML 5.4 gets wrong in a tag: `height="auto"` on pictures is not valid HTML (Nu checker), and Outlook's VML
 * pictures lack the alternative text that accessibility checkers require. Also removes redundant code: the second of two
 * equal backgrounds, empty classes and styles, defaults, the mail's direction on every column, classes without a style.
 *
 * Colours keep six digits: Word misreads `#fff` in some attributes, and the theme has no colour that could be shortened.
 */
export function lightenTag(tag: string, direction: Direction): string {
  if (tag.startsWith('</')) return tag;
  const [, name = ''] = /^<([a-z:]+)/i.exec(tag) ?? [];
  let light = tag
    .replace(/ style="([^"]*)"/, (_, style: string) => styleAttribute(lightenStyle(style, name, direction)))
    .replace(/ class="(?:[\w-]+-outlook)?"/, '');
  if (name === 'img') light = light.replace(/ height="auto"/, '');
  if (name === 'table') light = light.replace(/ border="0"/, '');
  if (/^v:(?:image|rect|fill|roundrect)$/.test(name) && !/ alt=/.test(light))
    light = light.replace(name, `${name} alt=""`);
  return light;
}

function styleAttribute(style: string): string {
  return style === '' ? '' : ` style="${style}"`;
}

function lightenStyle(style: string, name: string, direction: Direction): string {
  // A semicolon inside a quoted name or an address is not followed by a property.
  const declarations = style.split(/;(?=[a-z-]+:)/i);
  return declarations
    .filter((declaration, at) => {
      if (idle.has(declaration)) return false;
      // Only in a right-to-left mail do some clients need it repeated.
      if (declaration === 'direction:ltr') return direction !== 'ltr';
      // MJML aligns every column left, whatever its direction; each of our texts has its own alignment.
      if (declaration === 'text-align:left' && direction === 'rtl')
        return declarations[at + 1] !== 'direction:rtl';
      if (declaration.startsWith('background:#'))
        return declarations[at + 1] !== declaration.replace(':', '-color:');
      // `vertical-align` does not affect a table and is not inherited; a table has no border to remove either.
      return name !== 'table' || !/^(?:vertical-align:|border:none$)/.test(declaration);
    })
    .join(';')
    .replace(/(^|[: ])0px\b/g, '$10');
}
