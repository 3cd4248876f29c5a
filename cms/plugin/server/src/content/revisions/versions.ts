import type { Core } from '@strapi/strapi';
import type { RevisedType, Versions } from '../../../../shared/desk';
import { uids } from '../../../../shared/uids';
import { readableFields, type FieldReader } from '../../common/person';
import { deletedRefusal, type RevisionHistory } from './history';
import { heldRevision } from './schema';

/**
 * The saves of a document, the newest first and those of one sitting as one, for whoever may edit it: who, when, and which fields, as far as she may read them.
 *
 * @throws {Refusal} `DOCUMENT_DELETED`
 */
export async function listVersions(
  strapi: Core.Strapi,
  history: Pick<RevisionHistory, 'changesAfter'>,
  { type, documentId }: { type: RevisedType; documentId: string },
  reader: FieldReader,
): Promise<Versions> {
  const uid = uids[type];
  const current = await heldRevision(strapi, uid, documentId);
  const changes = await history.changesAfter(documentId, 0);
  if (current === null) throw deletedRefusal(type, changes);
  return {
    current,
    versions: changes.map(({ revision, by, since, at, action, fields }) => ({
      ...{ revision, by, action, since: since?.toISOString() ?? null, at: at.toISOString() },
      fields: readableFields(uid, fields, reader),
    })),
  };
}
