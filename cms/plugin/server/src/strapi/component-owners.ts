import type { Core } from '@strapi/strapi';
import { z } from 'zod';

/** A content type that holds a component, perhaps within other components. */
export interface ComponentOwner {
  uid: string;
  /** The field of the content type, and below it those of the components between: `['sections', 'entries']`. */
  path: readonly string[];
  /** The row that holds the component that was asked about; null where only its kind was. */
  row: number | null;
}

interface Attribute {
  type: string;
  component?: string;
  components?: readonly string[];
}
interface Schema {
  attributes: Record<string, Attribute>;
}

const rowsSchema = z.array(z.object({ entity_id: z.coerce.number() }));

/**
 * Finds which content types hold a component: a component has no permissions of its own, and is read by whoever may read what
 * it stands in.
 *
 * @param id row of one component; without it every content type that may hold one of that kind
 */
export async function componentOwners(
  strapi: Core.Strapi,
  component: string,
  id: number | null,
): Promise<ComponentOwner[]> {
  const found: ComponentOwner[] = [];
  await walk(component, id, [], new Set());
  return found;

  async function walk(uid: string, at: number | null, below: readonly string[], seen: ReadonlySet<string>) {
    if (seen.has(uid)) return;
    const within = new Set([...seen, uid]);
    for (const [holder, isComponent] of holders())
      for (const [field, attribute] of Object.entries(holder.schema.attributes)) {
        if (attribute.component !== uid && !(attribute.components ?? []).includes(uid)) continue;
        const path = [field, ...below];
        for (const row of at === null ? [null] : await rowsThatHold(strapi, holder.uid, field, uid, at)) {
          if (isComponent) await walk(holder.uid, row, path, within);
          else found.push({ uid: holder.uid, path, row });
        }
      }
  }

  function holders(): [{ uid: string; schema: Schema }, boolean][] {
    const of = (schemas: unknown, isComponent: boolean) =>
      Object.entries(schemas as Record<string, Schema>).map(
        ([uid, schema]) => [{ uid, schema }, isComponent] as [{ uid: string; schema: Schema }, boolean],
      );
    return [...of(strapi.contentTypes, false), ...of(strapi.components, true)];
  }
}

/** Components and dynamic zones have one table for each holder, with the same columns. */
async function rowsThatHold(
  strapi: Core.Strapi,
  holder: string,
  field: string,
  component: string,
  id: number,
): Promise<number[]> {
  const attribute = strapi.db.metadata.get(holder).attributes[field] as {
    joinTable?: { name: string };
  };
  if (attribute.joinTable === undefined) return [];
  const rows: unknown = await strapi.db
    .connection(attribute.joinTable.name)
    .where({ cmp_id: id, component_type: component, field })
    .select('entity_id');
  return rowsSchema.parse(rows).map((row) => row.entity_id);
}
