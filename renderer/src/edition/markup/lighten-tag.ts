/** What MJML says for nothing: it is so anyway, whatever a style sheet or an ancestor of ours says. */
const idle = new Set(['table-layout:auto', 'word-spacing:normal']);

/**
 * Mends what MJML 5.4 gets wrong in a tag: `height="auto"` on pictures is no valid HTML (Nu checker), and Outlook's VML
 * pictures lack the alternative text that accessibility checkers ask for. And takes out what it says twice or for nothing:
 * each background twice, empty classes and styles, defaults, the direction of the whole on every column, classes that no
 * style names.
 *
 * Colours keep six digits: Word reads `#fff` otherwise in some attributes, and the theme has no such colour to shorten.
 */
export function lightenTag(tag: string, direction: 'ltr' | 'rtl'): string {
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

function lightenStyle(style: string, name: string, direction: 'ltr' | 'rtl'): string {
  // A semicolon inside a quoted name or an address is followed by no property.
  const declarations = style.split(/;(?=[a-z-]+:)/i);
  return declarations
    .filter((declaration, at) => {
      if (idle.has(declaration)) return false;
      // Only a right-to-left mail has clients that need to be told again.
      if (declaration === 'direction:ltr') return direction !== 'ltr';
      // MJML aligns every column left, whatever its direction; each text of ours says its own alignment.
      if (declaration === 'text-align:left' && direction === 'rtl')
        return declarations[at + 1] !== 'direction:rtl';
      if (declaration.startsWith('background:#'))
        return declarations[at + 1] !== declaration.replace(':', '-color:');
      // A table's own box is not aligned by it, and nothing inherits it; nor has a table a border to take away.
      return name !== 'table' || !/^(?:vertical-align:|border:none$)/.test(declaration);
    })
    .join(';')
    .replace(/(^|[: ])0px\b/g, '$10');
}
