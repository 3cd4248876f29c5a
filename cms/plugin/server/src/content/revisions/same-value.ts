import { isDeepStrictEqual } from 'node:util';
import type { Content, Item, Value } from './snapshot';

/** Names of the fields in which two contents differ. */
export function changedFields(before: Content, after: Content): string[] {
  return Object.keys(after).filter((name) => !sameValue(before[name], after[name]));
}

/** Whether two values say the same: ids of components, titles and addresses of what is linked say nothing. */
export function sameValue(one: Value | undefined, other: Value | undefined): boolean {
  return isDeepStrictEqual(said(one), said(other));
}

/** Whether two components hold the same, whatever their ids. */
export function sameItem(one: Item | undefined, other: Item | undefined): boolean {
  return isDeepStrictEqual(one && saidBy(one), other && saidBy(other));
}

function said(value: Value | undefined): unknown {
  if (value === undefined) return null;
  switch (value.is) {
    case 'scalar':
      return value.value === '' || value.value === undefined ? null : plain(value.value);
    case 'media':
      return value.pictures.map(({ id }) => id);
    case 'relation':
      return value.linked.map(({ documentId }) => documentId);
    case 'items':
      return value.items.map(saidBy);
  }
}

function saidBy({ __component, content }: Item): unknown {
  const fields = Object.entries(content).map(([name, value]) => [name, said(value)]);
  return { __component, content: Object.fromEntries(fields) as object };
}

/** As JSON has it: a form leaves out what is undefined, and sends a date as a text. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value)) as unknown;
}
