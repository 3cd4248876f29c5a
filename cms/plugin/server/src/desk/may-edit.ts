import type { Core } from '@strapi/strapi';
import { permissionChecker } from '../common/abilities';

/**
 * Whether somebody may save a document, as the content manager judges it: a role may allow it of some documents alone, such as her own.
 * True of one that is gone: that it is may be told.
 *
 * @param ability as Strapi puts it into a request's state
 */
export async function mayEditDocument(
  strapi: Core.Strapi,
  ability: unknown,
  { uid, documentId }: { uid: string; documentId: string },
): Promise<boolean> {
  const where = { documentId };
  // The conditions of a permission ask who made a document, and which roles that person has.
  const populate = { createdBy: { populate: ['roles'] } };
  const document: unknown = await strapi.db.query(uid).findOne({ where, populate });
  return document === null || permissionChecker(strapi, ability, uid).can.update(document);
}
