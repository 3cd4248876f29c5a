import type { Core } from '@strapi/strapi';
import type { RevisedType, Versions } from '../../../../shared/desk';
import { uids } from '../../../../shared/uids';
import { Refusal } from '../../common/refusal';
import { fieldLabel } from '../../common/words/contract-fields';
import type { DeskLanguage } from '../../common/words/words-of';
import type { RevisionHistory } from './history';
import { heldRevision } from './schema';

/**
 * The saves of a document, the newest first, for whoever may edit it: who, when, and which fields, as far as she may read them.
 *
 * @throws {Refusal} `DOCUMENT_DELETED`
 */
export async function listVersions(
  strapi: Core.Strapi,
  history: Pick<RevisionHistory, 'changesAfter'>,
  { type, documentId }: { type: RevisedType; documentId: string },
  { language, mayRead }: { language: DeskLanguage; mayRead: (uid: string, field: string) => boolean },
): Promise<Versions> {
  const uid = uids[type];
  const current = await heldRevision(strapi, uid, documentId);
  const changes = await history.changesAfter(documentId, 0);
  if (current === null) {
    const deleted = changes.find(({ action }) => action === 'delete');
    const at = deleted?.at.toISOString() ?? null;
    throw new Refusal('DOCUMENT_DELETED', { type, by: deleted?.by ?? null, at });
  }
  return {
    current,
    versions: changes.map(({ revision, by, at, action, fields }) => ({
      ...{ revision, by, action, at: at.toISOString() },
      fields: fields.filter((field) => mayRead(uid, field)).map((field) => fieldLabel(uid, field, language)),
    })),
  };
}
