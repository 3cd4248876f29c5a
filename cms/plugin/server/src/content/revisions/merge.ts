import type { Side } from '../../../../shared/desk';
import { alignedItems, differencesOf, isReordered, type Aligned, type Versions } from './differences';
import type { Attribute, AttributesOf } from './schema';
import type { Content, Item, Value } from './snapshot';

/** Whose version is kept, by the key of the difference. */
type Choices = Readonly<Record<string, Side>>;

/**
 * What to save so that the choices hold over what is there now. A field that stays as it is there is left out; what is
 * linked stands in full, since "connect this one" was said of a list that has changed. Pure.
 *
 * @param choices of what only one side changed, the other may be left out
 * @returns `undecided` names what both changed and nobody chose
 */
export function merge(
  uid: string,
  versions: Versions,
  choices: Choices,
  attributesOf: AttributesOf,
): { data: Record<string, unknown>; undecided: string[] } {
  const attributes = attributesOf(uid);
  const differences = differencesOf(versions);
  const sideOf = (key: string): Side | undefined => {
    const found = differences.find((one) => one.key === key);
    return choices[key] ?? (found?.changedBy === 'me' ? 'mine' : found && 'theirs');
  };
  const undecided = differences
    .filter(({ key, changedBy }) => changedBy === 'both' && choices[key] === undefined)
    .map(({ key }) => key);

  const data: Record<string, unknown> = {};
  for (const field of new Set(differences.map((one) => one.field))) {
    const [base, mine, theirs] = [versions.base?.[field], versions.mine[field], versions.theirs[field]];
    const attribute = attributes.get(field);
    if (attribute === undefined || mine === undefined || theirs === undefined) continue;
    const aligned = alignedItems(base, mine, theirs);
    if (aligned !== null)
      data[field] = mergedItems(aligned, (name) => sideOf(`${field}:${name}`)).map((item) =>
        itemData(item, aligned, attribute, attributesOf),
      );
    else if (sideOf(field) === 'mine') data[field] = valueData(mine, theirs, attribute, attributesOf);
  }
  return { data, undecided };
}

/** The items that are kept, in the order of whoever changed it; what the other side added stands after its neighbour. */
function mergedItems(lists: Aligned, sideOf: (name: string) => Side | undefined): Item[] {
  const { base, mine, theirs } = lists;
  const [first, second] = isReordered(mine, base) ? [mine, theirs] : [theirs, mine];
  const order = [...first.keys()];
  const others = [...second.keys()];
  for (const [index, name] of others.entries()) {
    if (order.includes(name)) continue;
    const neighbour = others.slice(0, index).findLast((before) => order.includes(before));
    order.splice(neighbour === undefined ? 0 : order.indexOf(neighbour) + 1, 0, name);
  }
  return order.flatMap((name) => (sideOf(name) === 'mine' ? mine.get(name) : theirs.get(name)) ?? []);
}

/** What stays as it is there is named by its id alone. */
function itemData(item: Item, { theirs }: Aligned, attribute: Attribute, attributesOf: AttributesOf): object {
  const { id, __component } = item;
  if (id !== undefined && theirs.get(String(id)) === item) return { id, ...(__component && { __component }) };
  return componentData(item, theirs.get(String(id)), attribute, attributesOf);
}

/** @param there the same item as it is now: Strapi refuses the id of a component that the document no longer has */
function componentData(
  item: Item,
  there: Item | undefined,
  attribute: Attribute,
  attributesOf: AttributesOf,
): object {
  const { __component, content } = item;
  const attributes = attributesOf(__component ?? attribute.component ?? '');
  const fields = Object.entries(content).flatMap(([name, value]) => {
    const known = attributes.get(name);
    return known ? [[name, valueData(value, there?.content[name], known, attributesOf)] as const] : [];
  });
  return {
    ...(there && { id: there.id }),
    ...(__component && { __component }),
    ...(Object.fromEntries(fields) as Content),
  };
}

function valueData(
  value: Value,
  there: Value | undefined,
  attribute: Attribute,
  attributesOf: AttributesOf,
): unknown {
  switch (value.is) {
    case 'scalar':
      return value.value;
    case 'media': {
      const ids = value.pictures.map(({ id }) => id);
      return attribute.multiple ? ids : (ids[0] ?? null);
    }
    case 'relation':
      return { set: value.linked.map(({ documentId }) => ({ documentId })) };
    case 'items': {
      const known = there?.is === 'items' ? there.items : [];
      const items = value.items.map((item) =>
        componentData(
          item,
          known.find(({ id }) => id !== undefined && id === item.id),
          attribute,
          attributesOf,
        ),
      );
      const isList = attribute.repeatable || attribute.type === 'dynamiczone';
      return isList ? items : (items[0] ?? null);
    }
  }
}
