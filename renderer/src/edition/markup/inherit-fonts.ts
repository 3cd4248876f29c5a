/** Elements that never have an end tag. */
const childless = /^(?:area|br|col|hr|img|input|link|meta|wbr)$/;
/** Elements that can inherit a font; not headings, cells or tables, to which Word gives a font of its own. */
const inheriting = /^(?:p|span|blockquote|li|strong|em|b|i)$/;
/** Elements that are always closed, so that their contents certainly inherit from them. */
const passesOn = /^(?:div|table|td|th|caption|blockquote)$/;

/** A parsed tag. */
interface Tag {
  text: string;
  name: string;
  kind: 'opens' | 'closes' | 'alone';
  font: string | undefined;
  /** The tag without its font, if it can inherit one. */
  bare: string;
}

/**
 * Removes a font that an element would inherit anyway: in Arabic, headings and text have the same list of fonts, of 56
 * characters. Fonts are inherited within one table only, because in Word a table inherits nothing from outside.
 *
 * @returns rewrites the tags of a mail, one after the other
 */
export function fontHeritage(): (tag: Tag) => string {
  const open: Tag[] = [];
  return (tag) => {
    if (tag.kind === 'closes') {
      const at = open.findLastIndex(({ name }) => name === tag.name);
      if (at >= 0) open.length = at;
      return tag.text;
    }
    const inherits = tag.bare !== tag.text && tag.font === fontAround(open);
    if (tag.kind === 'opens') open.push(tag);
    return inherits ? tag.bare : tag.text;
  };
}

/** Parses a tag for `fontHeritage`. */
export function readTag(text: string): Tag {
  const [, slash, name = ''] = /^<(\/?)([\w:-]+)/.exec(text) ?? [];
  const [, font] = /font-family:([^;"]*)/.exec(text) ?? [];
  const kind = slash === '/' ? 'closes' : childless.test(name) || text.endsWith('/>') ? 'alone' : 'opens';
  return {
    text,
    name,
    kind,
    font,
    bare: font !== undefined && inheriting.test(name) ? withoutFont(text) : text,
  };
}

function withoutFont(tag: string): string {
  return tag
    .replace(/font-family:[^;"]*;?/, '')
    .replace(/;(?=")/, '')
    .replace(' style=""', '');
}

function fontAround(open: readonly Tag[]): string | undefined {
  for (let at = open.length - 1; at >= 0; at -= 1) {
    const { name, font } = open[at] ?? { name: 'table', font: undefined };
    if (font !== undefined) return passesOn.test(name) ? font : undefined;
    if (name === 'table') return undefined;
  }
  return undefined;
}
