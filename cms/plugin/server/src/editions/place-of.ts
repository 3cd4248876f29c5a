import type { Place } from '../common/obstacle';
import type { IssueDraft } from './to-issue';

/**
 * Finds the place that a JSON path of the contract means (`sections[2].articles[0].start`), by walking the draft it is
 * about. Pure.
 */
export function placeOf(path: string, draft: IssueDraft): Place {
  const keys = keysOf(path);
  const area = areaOf(keys);
  const place: Place = {
    area,
    field: fieldOf(keys),
    value: undefined,
  };
  if (area === 'section' && typeof keys[1] === 'number') place.section = keys[1] + 1;
  let node: unknown = draft;
  keys.forEach((key, depth) => {
    node = childOf(node, key);
    const parent = keys[depth - 1];
    if (parent === 'sections') place.heading = textOf(node, 'heading');
    else if (parent === 'articles') place.article = textOf(node, 'title') ?? `n° ${Number(key) + 1}`;
    else if (typeof key === 'number') place.row = textOf(node, 'label') ?? textOf(node, 'title') ?? place.row;
  });
  const cell = cellOf(keys, draft);
  if (cell) place.cell = cell;
  place.document = documentOf(keys, draft);
  place.value = node;
  return place;
}

/** Whose fields have names that mean others elsewhere. */
const owners: readonly (string | number)[] = ['brand', 'period', 'source', 'callToAction'];
/** The nodes of a body are nobody's fields: the body is. */
const bodies: readonly (string | number)[] = ['body'];

/** The contract's name of the field that keys lead to: `start`, and `callToAction.url` where the name alone would say another. */
function fieldOf(keys: readonly (string | number)[]): string {
  const end = keys.findIndex((key) => bodies.includes(key));
  const named = keys.slice(0, end < 0 ? keys.length : end + 1).filter((key) => typeof key === 'string');
  const [owner, field] = named.slice(-2);
  if (field === undefined) return String(owner ?? '');
  return owners.includes(owner ?? '') ? `${owner}.${field}` : field;
}

/** The cell of `….body[3].children[1].children[0]`, if what stands there is a table. */
function cellOf(keys: readonly (string | number)[], draft: IssueDraft): Place['cell'] {
  const at = keys.indexOf('body');
  const [block, , row, , column] = keys.slice(at + 1);
  if (at < 0 || typeof block !== 'number' || typeof row !== 'number') return undefined;
  const body = keys.slice(0, at + 1).reduce<unknown>(childOf, draft);
  const tables = Array.isArray(body) ? body.flatMap((one, index) => (isTable(one) ? [index] : [])) : [];
  if (!tables.includes(block)) return undefined;
  return {
    table: tables.length > 1 ? tables.indexOf(block) + 1 : null,
    row: row + 1,
    column: typeof column === 'number' ? column + 1 : null,
  };
}

function isTable(block: unknown): boolean {
  return childOf(block, 'type') === 'table';
}

/** In a draft an article and a dashboard bear their document's id. */
function documentOf(keys: readonly (string | number)[], draft: IssueDraft): Place['document'] {
  if (keys[0] !== 'sections') return undefined;
  const section = childOf(draft.sections, keys[1] ?? '');
  const article = keys[2] === 'articles' ? childOf(childOf(section, 'articles'), keys[3] ?? '') : undefined;
  const dashboard = keys[2] === 'dashboard' ? childOf(section, 'dashboard') : undefined;
  const documentId = textOf(article ?? dashboard, 'id');
  return documentId === undefined ? undefined : { type: article ? 'article' : 'dashboard', documentId };
}

function areaOf(keys: readonly (string | number)[]): Place['area'] {
  if (keys[0] === 'sections') return 'section';
  return keys[1] === 'brand' || keys[1] === 'title' ? 'brand' : 'issue';
}

/** The keys of a JSON path, indexes as numbers. Pure. */
export function keysOf(path: string): (string | number)[] {
  return [...path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, index, name]) =>
    index === undefined ? (name ?? '') : Number(index),
  );
}

function childOf(node: unknown, key: string | number): unknown {
  if (node === null || typeof node !== 'object') return undefined;
  return (node as Record<string | number, unknown>)[key];
}

function textOf(node: unknown, key: string): string | undefined {
  const value = childOf(node, key);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
