/** A word or a picture of a mail, with what a reader sees of it besides. */
export interface Atom {
  /** The markup that stands for it. */
  piece: string;
  /** What it is known by: the word itself, or the address of the picture. */
  key: string;
  isPicture: boolean;
  /** Whether a space or a tag stands before it; what ends a sentence stands apart from no word. */
  isApart: boolean;
  /** The address that it leads to, as it stands in the markup; empty for none, and within the mail. */
  link: string;
  /** Names of the tags that set it apart, such as `strong em`; of a picture its alternative text. */
  look: string;
}

/**
 * Comments and the head say nothing to a reader; a tag is kept as it is; what is left are words, what ends a sentence behind them, and the
 * space between them.
 */
const pieces =
  /<!--[\s\S]*?-->|<(head|style|script|title)\b[\s\S]*?<\/\1\s*>|<[^>]*>|\s+|[.,;:!?…»)،؛؟]+(?=[\s<]|$)|[^<\s]+?(?=[.,;:!?…»)،؛؟]*(?:[\s<]|$))/gi;
const tag = /^<(\/?)([a-z]+)/i;
/** Tags that set words apart, by what they do: `b` does what `strong` does. */
const looks: Readonly<Record<string, string>> = {
  ...{ strong: 'strong', b: 'strong', em: 'em', i: 'em', u: 'u', s: 's', code: 'code' },
};

/** A mail in pieces of markup, each with the word or picture that it is; null of all else. Pure. */
export function atomsOf(html: string): { piece: string; atom: Atom | null }[] {
  const open: string[] = [];
  let link = '';
  let isApart = true;
  return (html.match(pieces) ?? []).map((piece) => {
    const before = isApart;
    isApart = /^[<\s]/.test(piece);
    const [, closing, name = ''] = tag.exec(piece) ?? [];
    const kind = name.toLowerCase();
    if (kind === 'a') link = closing === '' ? outwards(attributeOf(piece, 'href')) : '';
    const look = looks[kind];
    if (look !== undefined && closing === '') open.push(look);
    else if (look !== undefined && open.includes(look)) open.splice(open.lastIndexOf(look), 1);
    if (kind === 'img') {
      const key = `picture ${attributeOf(piece, 'src')}`;
      return {
        piece,
        atom: { piece, key, isPicture: true, isApart: true, link, look: attributeOf(piece, 'alt') },
      };
    }
    if (!/^[^<\s]/.test(piece)) return { piece, atom: null };
    const set = [...new Set(open)].sort().join(' ');
    return { piece, atom: { piece, key: piece, isPicture: false, isApart: before, link, look: set } };
  });
}

/** The colours that a mail is printed in, in the order in which they come. Pure. */
export function coloursOf(html: string): string[] {
  const body = html.replace(/<!--[\s\S]*?-->|<(head|style|script|title)\b[\s\S]*?<\/\1\s*>/gi, '');
  const found = body.match(/(?:color|background|bgcolor|border[a-z-]*)\s*[:=][^;"<>]*#[0-9a-f]{6}\b/gi) ?? [];
  return [...new Set(found.map((one) => one.slice(-7).toLowerCase()))];
}

/** The value of an attribute, as it is escaped in its tag; empty for none. Pure. */
function attributeOf(piece: string, name: string): string {
  const value = new RegExp(`\\s${name}="([^"]*)"`, 'i').exec(piece)?.[1] ?? '';
  return value.replaceAll('<', '&lt;');
}

/** Links within the mail are numbered by their place, which is none of the author’s. */
function outwards(address: string): string {
  return address.startsWith('#') ? '' : address;
}
