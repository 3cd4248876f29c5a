/** Elements that never have an end tag. */
const childless = /^(?:area|br|col|hr|img|input|link|meta|wbr)$/;
/** What may lose a font that its surroundings have; not headings, cells or tables, to which Word gives one of its own. */
const heir = /^(?:p|span|blockquote|li|strong|em|b|i)$/;
/** Boxes that are always closed, so that what stands in them is sure to be inside. */
const giver = /^(?:div|table|td|th|caption|blockquote)$/;

/** A tag, read once. */
interface Tag {
  text: string;
  name: string;
  kind: 'opens' | 'closes' | 'alone';
  font: string | undefined;
  /** Without its font, if it is an heir. */
  bare: string;
}

/**
 * Leaves out a font that is the one around it already: in Arabic, headings and text have one stack of 56 characters. What
 * is inherited comes from the same table or the same text: a table of Word's knows nothing of what is outside it.
 *
 * @returns what becomes of each tag of a mail, in their order
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

/** Reads what `fontHeritage` wants to know of a tag. */
export function readTag(text: string): Tag {
  const [, slash, name = ''] = /^<(\/?)([\w:-]+)/.exec(text) ?? [];
  const [, font] = /font-family:([^;"]*)/.exec(text) ?? [];
  const kind = slash === '/' ? 'closes' : childless.test(name) || text.endsWith('/>') ? 'alone' : 'opens';
  return { text, name, kind, font, bare: font !== undefined && heir.test(name) ? withoutFont(text) : text };
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
    if (font !== undefined) return giver.test(name) ? font : undefined;
    if (name === 'table') return undefined;
  }
  return undefined;
}
