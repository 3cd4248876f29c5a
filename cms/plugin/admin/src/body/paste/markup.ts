/** A node of parsed HTML: all that is looked at, so that any parser will do. */
export interface Markup {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly childNodes: ArrayLike<Markup>;
  getAttribute?(name: string): string | null;
}

const element = 1;
const text = 3;

export function isElement({ nodeType }: Markup): boolean {
  return nodeType === element;
}

export function isText({ nodeType }: Markup): boolean {
  return nodeType === text;
}

/** The name of an element in small letters, such as `p` or `o:p`. */
export function tagOf({ nodeName }: Markup): string {
  return nodeName.toLowerCase();
}

export function childrenOf({ childNodes }: Markup): Markup[] {
  return Array.from(childNodes);
}

export function attribute(node: Markup, name: string): string {
  return node.getAttribute?.(name) ?? '';
}

/** A number in an attribute, at least 1: `colspan`, `aria-level`. */
export function countIn(node: Markup, name: string): number {
  const count = Number.parseInt(attribute(node, name), 10);
  return count > 0 ? count : 1;
}

/** The declarations of a style attribute, by property in small letters; the last of two counts. */
export function styleOf(node: Markup): ReadonlyMap<string, string> {
  const declared = new Map<string, string>();
  for (const declaration of attribute(node, 'style').split(';')) {
    const colon = declaration.indexOf(':');
    if (colon > 0)
      declared.set(
        declaration.slice(0, colon).trim().toLowerCase(),
        declaration
          .slice(colon + 1)
          .trim()
          .toLowerCase(),
      );
  }
  return declared;
}

/** All text below a node. */
export function textOf(node: Markup): string {
  return isText(node) ? (node.nodeValue ?? '') : childrenOf(node).map(textOf).join('');
}

/** Elements of these names below a node, in their order, and not those within them. */
export function within(node: Markup, names: readonly string[]): Markup[] {
  return childrenOf(node).flatMap((child) => (names.includes(tagOf(child)) ? [child] : within(child, names)));
}
