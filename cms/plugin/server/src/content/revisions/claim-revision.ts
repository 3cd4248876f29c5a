import type { Core } from '@strapi/strapi';
import type { Actor } from '../../common/journal';
import { Refusal } from '../../common/refusal';
import type { DocumentWrite } from '../checks/check-fields';
import { askedRevision, type RevisionRequest } from './asked-revision';
import type { RevisionHistory } from './history';
import { revisedWrite, type RevisedWrite } from './revised-write';
import { draftOf, heldRevision } from './schema';
import type { Sitting } from './sitting';

/** What is left to do after the write, in the same transaction. @returns the sitting that it goes on with; null for none */
type Settle = (result: unknown) => Promise<Sitting | null>;

/**
 * What each request has left behind, by document: publishing from a form is an update and a publication, or, of a document that
 * is not stored yet, a creation and a publication.
 */
const leftByRequest = new WeakMap<RevisionRequest, Map<string, number>>();

function leave(request: RevisionRequest | undefined, documentId: string, revision: number): void {
  if (request === undefined) return;
  leftByRequest.set(
    request,
    (leftByRequest.get(request) ?? new Map<string, number>()).set(documentId, revision),
  );
}

/**
 * Compares the revision that a write began from with the one there is, and raises it, in one statement: of two that began
 * from the same one, the second finds no row. Must run in the transaction of the write itself.
 *
 * @param by who writes; null for a script
 * @returns what keeps the document as it then is, for whoever comes too late
 * @throws {Refusal} `REVISION_MISSING`, `REVISION_STALE`
 */
export async function claimRevision(
  strapi: Core.Strapi,
  history: RevisionHistory,
  write: DocumentWrite,
  by: Actor | null,
): Promise<Settle> {
  const revised = revisedWrite(write);
  if (revised === null) return async () => null;
  if (revised.is === 'beginning') {
    write.params.data = { ...write.params.data, revision: 1 };
    return async (result) => {
      const { documentId } = (result ?? {}) as { documentId?: string };
      if (documentId === undefined) return null;
      leave(strapi.requestContext.get(), documentId, 1);
      return history.keep({ ...revised, documentId, revision: 1, by });
    };
  }
  const raised = await raise(strapi, history, revised, strapi.requestContext.get());
  delete write.params.revision;
  if (write.params.data !== undefined) {
    write.params.data = { ...write.params.data };
    delete write.params.data['revision'];
  }
  if (raised === null) return async () => null;
  return async () => {
    // Strapi discards a draft by copying the published version, with the revision that this had.
    if (revised.action === 'discardDraft')
      await strapi.db
        .query(revised.uid)
        .updateMany({ where: draftOf(strapi, revised.uid, revised.documentId), data: { revision: raised } });
    return history.keep({ ...revised, revision: raised, by });
  };
}

type ChangeWrite = Extract<RevisedWrite, { is: 'change' }>;

/** Null where there is no such document: what to say then is Strapi's to decide. */
async function raise(
  strapi: Core.Strapi,
  history: RevisionHistory,
  change: ChangeWrite,
  request: RevisionRequest | undefined,
): Promise<number | null> {
  const { uid, documentId } = change;
  const left = request && leftByRequest.get(request)?.get(documentId);
  const asked = left ?? askedRevision(change, request);
  const where = draftOf(strapi, uid, documentId);
  for (;;) {
    const held = await heldRevision(strapi, uid, documentId);
    if (held === null) return null;
    if (asked === null) throw new Refusal('REVISION_MISSING', {});
    if (asked !== 'any' && asked !== held)
      throw new Refusal('REVISION_STALE', await history.since({ uid, documentId, asked, held }));
    const raised = held + 1;
    const asHeld =
      held === 1 ? { $or: [{ revision: 1 }, { revision: { $null: true } }] } : { revision: held };
    const { count } = await strapi.db
      .query(uid)
      .updateMany({ where: { ...where, ...asHeld }, data: { revision: raised } });
    if (count === 0) continue;
    leave(request, documentId, raised);
    return raised;
  }
}
