import type { Core } from '@strapi/strapi';
import { z } from 'zod';

type Row = Record<string, unknown>;

/** What Strapi writes at each save: no change that a person made. */
const stamps = new Set([
  ...['id', 'createdAt', 'updatedAt', 'publishedAt', 'createdBy', 'updatedBy', 'localizations', 'locale'],
  'revision',
]);

const rowSchema = z.record(z.string(), z.unknown()).nullable();

/** Reads a document's draft with all that its form holds; null when there is none. */
export async function readForm(
  strapi: Core.Strapi,
  uid: string,
  documentId: string | undefined,
): Promise<Row | null> {
  if (documentId === undefined) return null;
  const builder = strapi.plugin('content-manager').service('populate-builder') as (uid: string) => {
    populateDeep(level: number): { build(): Promise<object> };
  };
  const populate = await builder(uid).populateDeep(Infinity).build();
  const found: unknown = await strapi
    .documents(uid as 'plugin::newsletter.issue')
    .findOne({ documentId, populate: populate as never });
  return rowSchema.parse(found);
}

/** Names of the fields in which two forms of a document differ, in the order of the later one. Pure. */
export function changedFields(before: Row | null, after: Row | null): string[] {
  const names = new Set([...Object.keys(after ?? {}), ...Object.keys(before ?? {})]);
  return [...names].filter(
    (name) =>
      !stamps.has(name) &&
      name !== 'documentId' &&
      JSON.stringify(said(before?.[name], 0)) !== JSON.stringify(said(after?.[name], 0)),
  );
}

/** A value without what a save changes by itself. Another document in it counts by its id alone: it has saves of its own. */
function said(value: unknown, depth: number): unknown {
  if (value === undefined || value === '') return null;
  if (Array.isArray(value)) return value.map((each) => said(each, depth + 1));
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  const row = value as Row;
  if (typeof row['documentId'] === 'string') return row['documentId'];
  return Object.entries(row)
    .filter(([key, each]) => !stamps.has(key) && each !== null && each !== undefined)
    .map(([key, each]) => [key, said(each, depth + 1)]);
}
