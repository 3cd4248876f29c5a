import type { RevisedType } from '../../../shared/lists';
import { uids } from '../../../shared/uids';

/** Name of the plugin: prefix of its admin routes, its texts and its permissions. */
export const PLUGIN_ID = 'newsletter';

/** Where the desk lives in the admin, without a slash at the end. */
export const DESK_PATH = `/plugins/${PLUGIN_ID}`;

export const deskPath = {
  issues: DESK_PATH,
  issue: (documentId: string) => `${DESK_PATH}/issues/${documentId}`,
  /** Where the issue is written; opened at a place of the contract or at an article, perhaps with a comment there. */
  compose: (documentId: string, open: { at?: string; documentId?: string; comment?: number } = {}) => {
    const query = new URLSearchParams({
      ...(open.at && { at: open.at }),
      ...(open.documentId && { article: open.documentId }),
      ...(open.comment && { comment: String(open.comment) }),
    }).toString();
    return `${DESK_PATH}/issues/${documentId}/compose${query && `?${query}`}`;
  },
  /** Where an article is written beside its original; `issue` is the one that somebody translates, article by article. */
  translate: (documentId: string, issue?: string) =>
    `${DESK_PATH}/articles/${documentId}/translate${issue === undefined ? '' : `?issue=${issue}`}`,
  /** From that number; from the newest one where none is named. */
  prepare: (from: number | 'blank' | null) =>
    `${DESK_PATH}/prepare${from === null ? '' : `?from=${String(from)}`}`,
  campaign: (id: string) => `${DESK_PATH}/campaigns/${id}`,
  suppressions: `${DESK_PATH}/suppressions`,
  journal: `${DESK_PATH}/journal`,
  notices: `${DESK_PATH}/notices`,
  invitations: `${DESK_PATH}/invitations`,
  roles: `${DESK_PATH}/roles`,
  holds: `${DESK_PATH}/holds`,
};

/** The content manager's pages that the desk points to. */
export const editPath = {
  issues: `/content-manager/collection-types/${uids.issue}`,
  issue: (documentId: string) => `/content-manager/collection-types/${uids.issue}/${documentId}`,
  article: (documentId: string) => `/content-manager/collection-types/${uids.article}/${documentId}`,
  articlePreview: (documentId: string) =>
    `/content-manager/collection-types/${uids.article}/${documentId}/preview`,
  dashboard: (documentId: string) => `/content-manager/collection-types/${uids.dashboard}/${documentId}`,
  brand: `/content-manager/single-types/${uids.brand}`,
};

/** Where the content manager's server takes saves of a document. */
export function contentPath(type: RevisedType, documentId: string): string {
  const uid = uids[type];
  return type === 'brand'
    ? `/content-manager/single-types/${uid}`
    : `/content-manager/collection-types/${uid}/${documentId}`;
}
