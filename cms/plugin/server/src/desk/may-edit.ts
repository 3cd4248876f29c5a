import type { Core } from '@strapi/strapi';
import { permissionChecker } from '../common/abilities';

interface Asked {
  uid: string;
  documentId: string;
}

// The conditions of a permission ask who made a document, and which roles that person has.
const populate = { createdBy: { populate: ['roles'] } };

/** Whether somebody may read a document, as the content manager judges it. False of one that is gone. */
export async function mayReadDocument(
  strapi: Core.Strapi,
  ability: unknown,
  { uid, documentId }: Asked,
): Promise<boolean> {
  const document: unknown = await strapi.db.query(uid).findOne({ where: { documentId }, populate });
  return document !== null && permissionChecker(strapi, ability, uid).can.read(document);
}

/**
 * Whether somebody may save a document, as the content manager judges it: a role may allow it of some documents alone, such as her own.
 * True of one that is gone: that it is may be told.
 *
 * @param ability as Strapi puts it into a request's state
 */
export async function mayEditDocument(
  strapi: Core.Strapi,
  ability: unknown,
  { uid, documentId }: Asked,
): Promise<boolean> {
  const where = { documentId };
  const document: unknown = await strapi.db.query(uid).findOne({ where, populate });
  return document === null || permissionChecker(strapi, ability, uid).can.update(document);
}
