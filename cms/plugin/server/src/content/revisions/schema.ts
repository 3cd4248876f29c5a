import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { revisedTypes } from '../../../../shared/lists';
import { uids } from '../../../../shared/uids';

/** What a snapshot needs to know of an attribute of Strapi's schemas. */
export interface Attribute {
  type: string;
  customField?: string;
  /** Of a relation. */
  target?: string;
  /** Of a relation that the other side holds: a list is filled in with its readers, who may be a hundred thousand. */
  mappedBy?: string;
  /** Of a component. */
  component?: string;
  repeatable?: boolean;
  /** Of media: several files. */
  multiple?: boolean;
  /** Of a dynamic zone. */
  components?: string[];
  /** False where no form shows it: the revision itself, and what the stage machine writes. */
  visible?: boolean;
}

/** The attributes of a content type or component that it holds itself and people fill in, in the order of its form. */
export type AttributesOf = (uid: string) => ReadonlyMap<string, Attribute>;

interface Schema {
  info?: { displayName?: string };
  attributes: Record<string, Attribute>;
  options?: { draftAndPublish?: boolean };
  config?: { attributes?: Record<string, { visible?: boolean }> };
}

const heldSchema = z.object({ revision: z.number().nullable() }).nullable();

/** What Strapi adds to every type by itself. */
const strapisOwn = ['createdBy', 'updatedBy', 'locale', 'localizations', 'publishedAt', 'firstPublishedAt'];
const times = ['createdAt', 'updatedAt'];

export function attributesIn(strapi: Core.Strapi): AttributesOf {
  const known = new Map<string, ReturnType<AttributesOf>>();
  const read: AttributesOf = (uid) => {
    const { attributes, config } = schemaOf(strapi, uid);
    const filledIn = Object.entries(attributes).filter(
      ([name, { visible, mappedBy }]) =>
        mappedBy === undefined &&
        ![...strapisOwn, ...times].includes(name) &&
        visible !== false &&
        config?.attributes?.[name]?.visible !== false,
    );
    return new Map(filledIn);
  };
  return (uid) => {
    const found = known.get(uid) ?? read(uid);
    known.set(uid, found);
    return found;
  };
}

/** Relations of a content type that the other side holds: what its own document contains does not tell of them. */
export function heldByOthers(strapi: Core.Strapi, uid: string): string[] {
  const { attributes } = schemaOf(strapi, uid);
  return Object.keys(attributes).filter((name) => attributes[name]?.mappedBy !== undefined);
}

/** Where the version that is edited lies: of a type that can be published, the draft. */
export function draftOf(strapi: Core.Strapi, uid: string, documentId: string): Record<string, unknown> {
  const { draftAndPublish } = schemaOf(strapi, uid).options ?? {};
  return draftAndPublish ? { documentId, publishedAt: null } : { documentId };
}

/** The revision of a document, which is the first where none was ever written; null where there is no such document. */
export async function heldRevision(
  strapi: Core.Strapi,
  uid: string,
  documentId: string,
): Promise<number | null> {
  const where = draftOf(strapi, uid, documentId);
  const row: unknown = await strapi.db.query(uid).findOne({ where, select: ['revision'] });
  const held = heldSchema.parse(row);
  return held && (held.revision ?? 1);
}

/** Writes the first revision where none was ever written: a form that shows none could not be saved. Idempotent. */
export async function backfillRevisions({ db }: Pick<Core.Strapi, 'db'>): Promise<void> {
  for (const name of revisedTypes)
    await db.query(uids[name]).updateMany({ where: { revision: { $null: true } }, data: { revision: 1 } });
}

/** What people see a content type or component called. */
export function displayNameOf(strapi: Core.Strapi, uid: string): string {
  return schemaOf(strapi, uid).info?.displayName ?? uid;
}

function schemaOf(strapi: Core.Strapi, uid: string): Schema {
  return strapi.getModel(uid as 'plugin::newsletter.issue');
}
