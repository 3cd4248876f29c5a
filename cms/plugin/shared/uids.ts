import { revisedTypes, type RevisedType } from './lists';

/** Names of the plugin's content types, as Strapi's document service and permissions know them. */
export const uids = {
  issue: 'plugin::newsletter.issue',
  article: 'plugin::newsletter.article',
  dashboard: 'plugin::newsletter.dashboard',
  brand: 'plugin::newsletter.brand',
  list: 'plugin::newsletter.list',
  subscriber: 'plugin::newsletter.subscriber',
  segment: 'plugin::newsletter.segment',
  ledgerAnchor: 'plugin::newsletter.ledger-anchor',
  readerMemory: 'plugin::newsletter.reader-memory',
  revision: 'plugin::newsletter.revision',
  presence: 'plugin::newsletter.presence',
  approval: 'plugin::newsletter.approval',
  reviewRequest: 'plugin::newsletter.review-request',
  comment: 'plugin::newsletter.comment',
  setAside: 'plugin::newsletter.set-aside',
  notice: 'plugin::newsletter.notice',
  noticePreference: 'plugin::newsletter.notice-preference',
  journalEntry: 'plugin::newsletter.journal-entry',
} as const;

/** What a document of that content type is; null for those whose saves are not held to a revision. */
export function revisedTypeOf(uid: string): RevisedType | null {
  return revisedTypes.find((type) => uids[type] === uid) ?? null;
}
