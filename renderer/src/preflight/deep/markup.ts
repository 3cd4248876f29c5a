import { DomUtils, parseDocument } from 'htmlparser2';

type Node = ReturnType<typeof parseDocument>['children'][number];
export type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number];

/** A text of the mail with its inline styles, the only ones that every mail client keeps. */
interface ShownText {
  text: string;
  colour: string;
  ground: string;
  size: number;
  bold: boolean;
}

/** An edition's HTML, parsed once for all rules. Conditional comments, which only Outlook reads, are left out. */
export interface Markup {
  elements: Element[];
  texts: ShownText[];
  /** The contents of all `<style>`. */
  styles: string;
  named(name: string): Element[];
}

export function readMarkup(html: string): Markup {
  const document = parseDocument(html);
  const elements = DomUtils.getElementsByTagName('*', document.children);
  const named = (name: string) => elements.filter((element) => element.name === name);
  const texts: ShownText[] = [];
  shown(document.children, { colour: '#000000', ground: '#ffffff', size: 16, bold: false }, texts);
  return {
    elements,
    texts,
    styles: named('style')
      .map((style) => DomUtils.textContent(style))
      .join('\n'),
    named,
  };
}

/** The visible text of an element; a picture counts as its alternative text. */
export function textOf(element: Element): string {
  const alts = DomUtils.getElementsByTagName('img', element).map(({ attribs }) => attribs['alt'] ?? '');
  return [DomUtils.textContent(element), ...alts].join(' ').replace(/\s+/g, ' ').trim();
}

/** The `src` of every picture in the mail. */
export function picturesShown(markup: Markup): Set<string> {
  return new Set(markup.named('img').map(({ attribs }) => attribs['src'] ?? ''));
}

/** One declaration of CSS: `['max-width', '600px']`. */
export type Declaration = readonly [property: string, value: string];

/** The declarations of a `style` attribute or a rule, in order. A semicolon in quotes or brackets does not end one. */
export function readDeclarations(css: string): Declaration[] {
  const pieces = css.match(/(?:"[^"]*"|'[^']*'|\([^)]*\)|[^;])+/g) ?? [];
  return pieces.flatMap((piece): Declaration[] => {
    const at = piece.indexOf(':');
    const property = piece.slice(0, at).trim().toLowerCase();
    return at < 1 || property === '' ? [] : [[property, piece.slice(at + 1).trim()]];
  });
}

/** The declarations of an element's `style` attribute; of two for one property the last one counts. */
export function declarationsOf({ attribs }: Element): Map<string, string> {
  return new Map(readDeclarations(attribs['style'] ?? ''));
}

/** Elements whose text no mail client shows. */
export const unseenElements: ReadonlySet<string> = new Set(['head', 'style', 'script', 'title']);

function shown(nodes: readonly Node[], around: Omit<ShownText, 'text'>, texts: ShownText[]): void {
  for (const node of nodes) {
    if (DomUtils.isText(node)) {
      const text = node.data.replace(/(?:\s|\p{Cf}|\u034f)+/gu, ' ').trim();
      if (text !== '') texts.push({ ...around, text });
    }
    if (!DomUtils.isTag(node) || unseenElements.has(node.name)) continue;
    const style = declarationsOf(node);
    if (style.get('display') === 'none') continue;
    const ground = style.get('background-color') ?? style.get('background') ?? node.attribs['bgcolor'] ?? '';
    const weight = style.get('font-weight');
    const inside = {
      colour: hex(style.get('color')) ?? around.colour,
      ground: hex(ground) ?? around.ground,
      size: Number(/^([\d.]+)px$/.exec(style.get('font-size') ?? '')?.[1] ?? around.size),
      bold:
        weight === undefined
          ? around.bold || /^(b|strong|th|h\d)$/.test(node.name)
          : /bold|[6-9]00/.test(weight),
    };
    shown(node.children, inside, texts);
  }
}

function hex(value = ''): string | null {
  return /#[0-9a-f]{6}\b/i.exec(value)?.[0].toLowerCase() ?? null;
}
