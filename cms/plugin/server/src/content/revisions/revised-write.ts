import { uids } from '../../../../shared/uids';
import type { DocumentWrite } from '../checks/check-fields';

/** Content types whose saves are held to the revision they began from. */
export const revisedTypes: readonly string[] = [uids.article, uids.issue, uids.dashboard, uids.brand];

/** What changes a document that exists. */
const changes = ['update', 'delete', 'publish', 'unpublish', 'discardDraft'] as const;
export type Change = (typeof changes)[number];

/** What makes a new document. */
const beginnings = ['create', 'clone'] as const;
export type Beginning = (typeof beginnings)[number];

/** A write to one of the {@link revisedTypes}, told apart by whether there is something to compare with. */
export type RevisedWrite =
  | { is: 'change'; uid: string; action: Change; documentId: string; params: DocumentWrite['params'] }
  | { is: 'beginning'; uid: string; action: Beginning; params: DocumentWrite['params'] };

/** Reads a call of Strapi's document service; null where revisions have nothing to say. */
export function revisedWrite({ uid, action, params }: DocumentWrite): RevisedWrite | null {
  if (!revisedTypes.includes(uid)) return null;
  const change = changes.find((one) => one === action);
  if (change !== undefined)
    return params.documentId
      ? { is: 'change', uid, action: change, documentId: params.documentId, params }
      : null;
  const beginning = beginnings.find((one) => one === action);
  return beginning === undefined ? null : { is: 'beginning', uid, action: beginning, params };
}
