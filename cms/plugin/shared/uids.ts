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
  journalEntry: 'plugin::newsletter.journal-entry',
} as const;
