/** From a form to one text in it: names, and places in lists. */
export type Keys = readonly (string | number)[];

/** A form with another text in a place; null where what is there is not the text that was read. Pure. */
export function replaced<Node extends object>(
  node: Node,
  [key, ...rest]: Keys,
  from: string,
  to: string,
): Node | null {
  if (key === undefined) return null;
  const inside: unknown = Reflect.get(node, key);
  let next: unknown = null;
  if (rest.length > 0) next = isNode(inside) ? replaced(inside, rest, from, to) : null;
  else if (inside === from) next = to;
  if (next === null) return null;
  if (Array.isArray(node))
    return node.map((one: unknown, at) => (at === key ? next : one)) as unknown as Node;
  return { ...node, [key]: next };
}

function isNode(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/**
 * The keys of a text within a form, by the field that has it and its path there: a body is stored as the contract has it, and a list of
 * lines as rows with a text each. Pure.
 *
 * @param path from the field on: `body[3].children[0].text`, `present[1]`
 */
export function keysWithin(field: string, path: string): Keys {
  if (field === 'body') return keysOf(path);
  return field === 'present' || field === 'decisions' ? [...keysOf(path), 'text'] : keysOf(field);
}

/** The keys of `entries.2.title` and of `body[3].children[0].text`. */
function keysOf(path: string): (string | number)[] {
  return path.split(/[.[\]]+/).flatMap((key) => (key === '' ? [] : /^\d+$/.test(key) ? Number(key) : key));
}
