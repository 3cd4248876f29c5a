import type { Core } from '@strapi/strapi';
import type { Row } from '../documents/stored-rows';
import type { Attribute, AttributesOf } from './schema';
import {
  linkedOf,
  pictureOf,
  type Content,
  type Item,
  type Linked,
  type Picture,
  type Value,
} from './snapshot';

/** Looks up what a form names by id only. */
interface Names {
  pictures(ids: readonly number[]): Promise<Picture[]>;
  linked(target: string, documentIds: readonly string[]): Promise<Linked[]>;
}

export function namesIn(strapi: Core.Strapi): Names {
  const inOrderOf = <Key, Found>(keys: readonly Key[], found: readonly Found[], keyOf: (one: Found) => Key) =>
    keys.flatMap((key) => found.find((one) => keyOf(one) === key) ?? []);
  return {
    async pictures(ids) {
      if (ids.length === 0) return [];
      const where = { id: { $in: [...ids] } };
      const rows = (await strapi.db.query('plugin::upload.file').findMany({ where })) as Row[];
      return inOrderOf(ids, rows.map(pictureOf), ({ id }) => id);
    },
    async linked(target, documentIds) {
      if (documentIds.length === 0) return [];
      const where = { documentId: { $in: [...documentIds] } };
      const rows = (await strapi.db.query(target).findMany({ where })) as Row[];
      return inOrderOf(documentIds, linkedOf(rows, target), ({ documentId }) => documentId);
    },
  };
}

/** A content of before without what has been deleted since: pictures and documents that it names. */
export async function withoutGone(
  uid: string,
  content: Content,
  attributesOf: AttributesOf,
  names: Names,
): Promise<Content> {
  const attributes = attributesOf(uid);
  const standing = async (value: Value, attribute: Attribute | undefined): Promise<Value> => {
    if (value.is === 'media')
      return { ...value, pictures: await names.pictures(value.pictures.map(({ id }) => id)) };
    if (value.is === 'relation') {
      const documentIds = value.linked.map(({ documentId }) => documentId);
      return { ...value, linked: await names.linked(attribute?.target ?? '', documentIds) };
    }
    if (value.is !== 'items') return value;
    const items = value.items.map(async (item) => ({
      ...item,
      content: await withoutGone(
        item.__component ?? attribute?.component ?? '',
        item.content,
        attributesOf,
        names,
      ),
    }));
    return { ...value, items: await Promise.all(items) };
  };
  const fields = Object.entries(content).map(
    async ([name, value]) => [name, await standing(value, attributes.get(name))] as const,
  );
  return Object.fromEntries(await Promise.all(fields));
}

/**
 * What a document would hold if a form had been saved over the version it began from: fields that the form does not send
 * stay, and of relations it sends only what changes.
 */
export async function contentOfForm(
  uid: string,
  data: Readonly<Record<string, unknown>>,
  base: Content,
  attributesOf: AttributesOf,
  names: Names,
): Promise<Content> {
  const fields = [...attributesOf(uid)].map(async ([name, attribute]) => {
    const before = base[name];
    const value =
      name in data && data[name] !== undefined
        ? await formValue(data[name], before, attribute, attributesOf, names)
        : before;
    return [name, value ?? emptyValue(attribute)] as const;
  });
  return Object.fromEntries(await Promise.all(fields));
}

async function formValue(
  sent: unknown,
  before: Value | undefined,
  attribute: Attribute,
  attributesOf: AttributesOf,
  names: Names,
): Promise<Value> {
  switch (attribute.type) {
    case 'media': {
      const ids = listOf(sent).map((file) => Number(typeof file === 'object' ? fieldOf(file, 'id') : file));
      return { is: 'media', pictures: await names.pictures(ids) };
    }
    case 'relation': {
      const linked = before?.is === 'relation' ? before.linked : [];
      const ids = changedLinks(
        sent,
        linked.map(({ documentId }) => documentId),
      );
      return { is: 'relation', linked: await names.linked(attribute.target ?? '', ids) };
    }
    case 'component':
    case 'dynamiczone': {
      const known = before?.is === 'items' ? before.items : [];
      const items = listOf(sent)
        .filter((row) => isKnown(row, attribute))
        .map((row) => formItem(row, known, attribute, attributesOf, names));
      return { is: 'items', items: await Promise.all(items) };
    }
    default:
      return { is: 'scalar', value: sent };
  }
}

async function formItem(
  row: unknown,
  known: readonly Item[],
  { component }: Attribute,
  attributesOf: AttributesOf,
  names: Names,
): Promise<Item> {
  const [id, named] = [fieldOf(row, 'id'), fieldOf(row, '__component')];
  const before = id === undefined || id === null ? undefined : known.find((item) => item.id === Number(id));
  const uid = component ?? String(named);
  const content = await contentOfForm(uid, row as Content, before?.content ?? {}, attributesOf, names);
  return {
    ...(before && { id: Number(id) }),
    ...(component === undefined && { __component: uid }),
    content,
  };
}

/** Whether a field may hold such a part; a zone holds those that its schema names. */
function isKnown(row: unknown, { component, components }: Attribute): boolean {
  if (typeof row !== 'object' || row === null) return false;
  return component !== undefined || (components ?? []).includes(String(fieldOf(row, '__component')));
}

/** The list after `{ connect, disconnect }`, `{ set }` or a plain list of documents. */
function changedLinks(sent: unknown, before: readonly string[]): string[] {
  const set = fieldOf(sent, 'set') ?? (Array.isArray(sent) ? sent : undefined);
  if (set !== undefined) return listOf(set).map(documentIdOf);
  const gone = listOf(fieldOf(sent, 'disconnect')).map(documentIdOf);
  const list = before.filter((one) => !gone.includes(one));
  for (const one of listOf(fieldOf(sent, 'connect'))) {
    const documentId = documentIdOf(one);
    const at = list.indexOf(documentId);
    if (at >= 0) list.splice(at, 1);
    list.splice(placeIn(list, fieldOf(one, 'position')), 0, documentId);
  }
  return list;
}

function placeIn(list: readonly string[], position: unknown): number {
  if (fieldOf(position, 'start') === true) return 0;
  const before = list.indexOf(String(fieldOf(position, 'before')));
  if (before >= 0) return before;
  const after = list.indexOf(String(fieldOf(position, 'after')));
  return after >= 0 ? after + 1 : list.length;
}

function documentIdOf(named: unknown): string {
  return typeof named === 'string' ? named : String(fieldOf(named, 'documentId') ?? fieldOf(named, 'id'));
}

function emptyValue({ type }: Attribute): Value {
  if (type === 'media') return { is: 'media', pictures: [] };
  if (type === 'relation') return { is: 'relation', linked: [] };
  return type === 'component' || type === 'dynamiczone'
    ? { is: 'items', items: [] }
    : { is: 'scalar', value: null };
}

function listOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return value === null || value === undefined ? [] : [value];
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
