/** Elements that never have an end tag. */
const childless = /^(?:area|br|col|hr|img|input|link|meta|wbr)$/;
/** What may lose a font that its surroundings have; not headings, cells or tables, to which Word gives one of its own. */
const heir = /^(?:p|span|blockquote|li|strong|em|b|i)$/;
/** Boxes that are always closed, so that what stands in them is sure to be inside. */
const giver = /^(?:div|table|td|th|caption|blockquote)$/;

/**
 * Leaves out a font that is the one around it already: in Arabic, headings and text have one stack of 56 characters. What
 * is inherited comes from the same table or the same text: a table of Word's knows nothing of what is outside it.
 *
 * @returns what becomes of each tag of a mail, in their order
 */
export function fontHeritage(): (tag: string) => string {
  const open: { name: string; font: string | undefined }[] = [];
  return (tag) => {
    const [, end, name = ''] = /^<(\/?)([\w:-]+)/.exec(tag) ?? [];
    if (end === '/') {
      const at = open.findLastIndex((element) => element.name === name);
      if (at >= 0) open.length = at;
      return tag;
    }
    const [declared, font] = /font-family:([^;"]*)/.exec(tag) ?? [];
    const idle = font !== undefined && heir.test(name) && font === fontAround(open);
    if (!childless.test(name) && !tag.endsWith('/>')) open.push({ name, font });
    return idle && declared
      ? tag
          .replace(declared, '')
          .replace(/;;|(?<=");|;(?=")/, (found) => (found === ';;' ? ';' : ''))
          .replace(' style=""', '')
      : tag;
  };
}

function fontAround(open: readonly { name: string; font: string | undefined }[]): string | undefined {
  for (const { name, font } of open.toReversed()) {
    if (font !== undefined) return giver.test(name) ? font : undefined;
    if (name === 'table') return undefined;
  }
  return undefined;
}
