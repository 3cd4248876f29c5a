import type { Core } from '@strapi/strapi';
import { mainFields } from '../../../../shared/field-labels';
import { rowsOf, type Row } from '../documents/stored-rows';
import { attributesIn, draftOf, type Attribute, type AttributesOf } from './schema';

/** A file of the media library, as far as a person needs to recognise it. */
export interface Picture {
  id: number;
  url: string;
  name: string;
  alternativeText: string | null;
}

/** A document that another one names. */
export interface Linked {
  documentId: string;
  title: string | null;
}

/** One component: `id` is missing while it was never saved; `__component` stands in a dynamic zone. */
export interface Item {
  id?: number;
  __component?: string;
  content: Content;
}

/** A field's value. Relations, media and components are lists, whether the schema allows one or several. */
export type Value =
  | { is: 'scalar'; value: unknown }
  | { is: 'media'; pictures: Picture[] }
  | { is: 'relation'; linked: Linked[] }
  | { is: 'items'; items: Item[] };

/** What a document holds, field by field, without what Strapi and the stage machine add. */
export type Content = Record<string, Value>;

/** Reads the version that is edited; null where there is none. */
export async function readSnapshot(
  strapi: Core.Strapi,
  uid: string,
  documentId: string,
): Promise<Content | null> {
  const attributesOf = attributesIn(strapi);
  const row = (await strapi.db.query(uid).findOne({
    where: draftOf(strapi, uid, documentId),
    populate: populateOf(uid, attributesOf),
  })) as Row | null;
  return row && contentOf(row, uid, attributesOf);
}

function populateOf(uid: string, attributesOf: AttributesOf): Record<string, unknown> {
  const loaded: [string, unknown][] = [];
  for (const [name, attribute] of attributesOf(uid)) {
    const { type, component, target } = attribute;
    if (type === 'media') loaded.push([name, { select: ['id', 'url', 'name', 'alternativeText'] }]);
    else if (type === 'relation' && target)
      loaded.push([name, { select: ['id', 'documentId', mainFieldOf(target)] }]);
    else if (type === 'component' && component)
      loaded.push([name, { populate: populateOf(component, attributesOf) }]);
    else if (type === 'dynamiczone') {
      const on = (attribute.components ?? []).map((one) => [
        one,
        { populate: populateOf(one, attributesOf) },
      ]);
      loaded.push([name, { on: Object.fromEntries(on) as Row }]);
    }
  }
  return Object.fromEntries(loaded);
}

function mainFieldOf(uid: string): string {
  return mainFields[uid] ?? 'documentId';
}

/** What a document is called; null where it has no text of that kind, as the brand. Pure. */
export function titleOf(content: Content, uid: string): string | null {
  const title = content[mainFields[uid] ?? ''];
  return title?.is === 'scalar' && typeof title.value === 'string' ? title.value : null;
}

function contentOf(row: Row, uid: string, attributesOf: AttributesOf): Content {
  const fields = [...attributesOf(uid)].map(
    ([name, attribute]) => [name, valueOf(row[name], attribute, attributesOf)] as const,
  );
  return Object.fromEntries(fields);
}

function valueOf(value: unknown, attribute: Attribute, attributesOf: AttributesOf): Value {
  const { type, target = '', component = '' } = attribute;
  if (type === 'media') return { is: 'media', pictures: rowsOf(value).map(pictureOf) };
  if (type === 'relation') return { is: 'relation', linked: linkedOf(rowsOf(value), target) };
  if (type === 'component')
    return { is: 'items', items: rowsOf(value).map((row) => itemOf(row, component, attributesOf)) };
  if (type === 'dynamiczone')
    return {
      is: 'items',
      items: rowsOf(value).map((row) => ({
        ...itemOf(row, String(row['__component']), attributesOf),
        __component: String(row['__component']),
      })),
    };
  return { is: 'scalar', value: value ?? null };
}

function itemOf(row: Row, uid: string, attributesOf: AttributesOf): Item {
  return { id: Number(row['id']), content: contentOf(row, uid, attributesOf) };
}

/** What is read of a row of the media library. */
export function pictureOf({ id, url, name, alternativeText }: Row): Picture {
  const alt = typeof alternativeText === 'string' ? alternativeText : null;
  return { id: Number(id), url: String(url), name: String(name), alternativeText: alt };
}

/** Documents by their rows; a draft and its published version are one document. */
export function linkedOf(rows: readonly Row[], target: string): Linked[] {
  const found = new Map<string, Linked>();
  for (const row of rows) {
    const documentId = String(row['documentId']);
    const title = row[mainFieldOf(target)];
    if (!found.has(documentId))
      found.set(documentId, {
        documentId,
        title: typeof title === 'string' || typeof title === 'number' ? String(title) : null,
      });
  }
  return [...found.values()];
}
