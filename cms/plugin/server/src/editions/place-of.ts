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
    field: keys.filter((key) => typeof key === 'string').at(-1) ?? '',
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
  place.document = documentOf(keys, draft);
  place.value = node;
  return place;
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
