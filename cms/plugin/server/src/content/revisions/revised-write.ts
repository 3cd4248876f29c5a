import { revisedTypeOf } from '../../../../shared/uids';
import type { DocumentWrite } from '../checks/check-fields';

/** What changes a document that exists. */
const changes = ['update', 'delete', 'publish', 'unpublish', 'discardDraft'] as const;
type Change = (typeof changes)[number];

/** What makes a new document. */
const beginnings = ['create', 'clone'] as const;
type Beginning = (typeof beginnings)[number];

/** A write to a document that has revisions, told apart by whether there is something to compare with. */
export type RevisedWrite =
  | { is: 'change'; uid: string; action: Change; documentId: string; params: DocumentWrite['params'] }
  | { is: 'beginning'; uid: string; action: Beginning; params: DocumentWrite['params'] };

/** Reads a call of Strapi's document service; null where revisions have nothing to say. */
export function revisedWrite({ uid, action, params }: DocumentWrite): RevisedWrite | null {
  if (revisedTypeOf(uid) === null) return null;
  const change = changes.find((one) => one === action);
  if (change !== undefined)
    return params.documentId
      ? { is: 'change', uid, action: change, documentId: params.documentId, params }
      : null;
  const beginning = beginnings.find((one) => one === action);
  return beginning === undefined ? null : { is: 'beginning', uid, action: beginning, params };
}
