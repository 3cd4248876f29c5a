import { DomUtils, parseDocument } from 'htmlparser2';

type Node = ReturnType<typeof parseDocument>['children'][number];
export type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number];

/** A text of the mail as it is shown, by what is written inline: a mail client may drop everything else. */
export interface ShownText {
  text: string;
  colour: string;
  ground: string;
  size: number;
  bold: boolean;
}

/** An edition's HTML, read once for all rules. What stands in conditional comments is Outlook's alone and left out. */
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

/** The text a person reads in an element, pictures by their alternative text. */
export function textOf(element: Element): string {
  const alts = DomUtils.getElementsByTagName('img', element).map(({ attribs }) => attribs['alt'] ?? '');
  return [DomUtils.textContent(element), ...alts].join(' ').replace(/\s+/g, ' ').trim();
}

/** What the pictures of a mail point at. */
export function picturesShown(markup: Markup): Set<string> {
  return new Set(markup.named('img').map(({ attribs }) => attribs['src'] ?? ''));
}

/** The declarations of a `style` attribute. */
export function declarationsOf({ attribs }: Element): Map<string, string> {
  const pairs = (attribs['style'] ?? '').split(';').flatMap((declaration): [string, string][] => {
    const at = declaration.indexOf(':');
    return at < 0 ? [] : [[declaration.slice(0, at).trim().toLowerCase(), declaration.slice(at + 1).trim()]];
  });
  return new Map(pairs);
}

const unseen = ['head', 'style', 'script', 'title'];

function shown(nodes: readonly Node[], around: Omit<ShownText, 'text'>, texts: ShownText[]): void {
  for (const node of nodes) {
    if (DomUtils.isText(node)) {
      const text = node.data.replace(/(?:\s|\p{Cf}|\u034f)+/gu, ' ').trim();
      if (text !== '') texts.push({ ...around, text });
    }
    if (!DomUtils.isTag(node) || unseen.includes(node.name)) continue;
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
