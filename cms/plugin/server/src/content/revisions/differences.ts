import { sameItem, sameValue } from './same-value';
import type { Content, Item, Value } from './snapshot';

/** The versions of a document: what both sides began from (null where that is forgotten), and what each holds now. */
export interface Versions {
  base: Content | null;
  mine: Content;
  theirs: Content;
}

export type ChangedBy = 'me' | 'them' | 'both';

/** Where two versions differ: a whole field, or one item of a field that holds sections and the like. */
export type VersionDifference = { key: string; field: string; changedBy: ChangedBy } & (
  | { of: 'field'; mine: Value; theirs: Value }
  | { of: 'item'; mine: Item | undefined; theirs: Item | undefined }
);

/** Three lists of items, each with a name that is the same in all. */
export interface Aligned {
  base: Map<string, Item>;
  mine: Map<string, Item>;
  theirs: Map<string, Item>;
}

/** Every difference between mine and theirs, and who made it. Pure. */
export function differencesOf({ base, mine, theirs }: Versions): VersionDifference[] {
  return Object.keys(theirs).flatMap((field): VersionDifference[] => {
    const [began, my, their] = [base?.[field], mine[field], theirs[field]];
    if (my === undefined || their === undefined || sameValue(my, their)) return [];
    const aligned = alignedItems(began, my, their);
    if (aligned !== null) return itemDifferences(field, aligned);
    const changedBy =
      began === undefined ? 'both' : whoChanged(sameValue(my, began), sameValue(their, began));
    return [{ of: 'field', key: field, field, changedBy, mine: my, theirs: their }];
  });
}

function itemDifferences(field: string, { base, mine, theirs }: Aligned): VersionDifference[] {
  const names = new Set([...theirs.keys(), ...mine.keys()]);
  return [...names].flatMap((name): VersionDifference[] => {
    const [began, my, their] = [base.get(name), mine.get(name), theirs.get(name)];
    if (sameItem(my, their)) return [];
    const changedBy = whoChanged(sameItem(my, began), sameItem(their, began));
    return [{ of: 'item', key: `${field}:${name}`, field, changedBy, mine: my, theirs: their }];
  });
}

function whoChanged(mineIsAsBegun: boolean, theirsIsAsBegun: boolean): ChangedBy {
  if (mineIsAsBegun) return 'them';
  return theirsIsAsBegun ? 'me' : 'both';
}

/**
 * The items of three lists by name: the id of a component, which saves of a draft keep. Null where they must be decided as
 * a whole: what they began from is forgotten, both sides have changed the order, or the items are lines of one list.
 */
export function alignedItems(base: Value | undefined, mine: Value, theirs: Value): Aligned | null {
  if (base?.is !== 'items' || mine.is !== 'items' || theirs.is !== 'items') return null;
  const lists = { base: named(base.items), mine: named(mine.items), theirs: named(theirs.items) };
  const all = [base, mine, theirs].flatMap(({ items }) => items);
  if (all.every(({ content }) => Object.keys(content).length < 2)) return null;
  const strangers = mine.items.some(({ id }) => id !== undefined && !lists.base.has(String(id)));
  if (strangers || (isReordered(lists.mine, lists.base) && isReordered(lists.theirs, lists.base)))
    return null;
  return lists;
}

function named(items: readonly Item[]): Map<string, Item> {
  return new Map(
    items.map((item, index) => [item.id === undefined ? `new-${index}` : String(item.id), item]),
  );
}

/** Whether what two lists have in common stands in another order in the first. */
export function isReordered(list: Map<string, Item>, before: Map<string, Item>): boolean {
  const left = [...list.keys()].filter((name) => before.has(name));
  const right = [...before.keys()].filter((name) => list.has(name));
  return left.join(' ') !== right.join(' ');
}
