import approval from './approval.json';
import article from './article.json';
import brand from './brand.json';
import comment from './comment.json';
import dashboard from './dashboard.json';
import issue from './issue.json';
import journalEntry from './journal-entry.json';
import ledgerAnchor from './ledger-anchor.json';
import list from './list.json';
import notice from './notice.json';
import noticePreference from './notice-preference.json';
import presence from './presence.json';
import readerMemory from './reader-memory.json';
import reviewRequest from './review-request.json';
import revision from './revision.json';
import segment from './segment.json';
import setAside from './set-aside.json';
import subscriber from './subscriber.json';

/** What people write and approve. */
const written = {
  ...{ approval, article, brand, comment, dashboard, issue, list, segment, subscriber },
  'set-aside': setAside,
};

/** With what the plugin keeps for itself; people never see it in the content manager. */
const schemas = {
  ...written,
  presence,
  notice,
  revision,
  'notice-preference': noticePreference,
  'review-request': reviewRequest,
  'journal-entry': journalEntry,
  'ledger-anchor': ledgerAnchor,
  'reader-memory': readerMemory,
};

/** The database tables that hold people's work, whatever installation they lie in. */
export const contentTables: readonly string[] = Object.values(written).map(
  ({ collectionName }) => collectionName,
);

/** The content types as Strapi takes them from a plugin. A fresh copy each time, because Strapi writes into what it is given. */
export function contentTypes(): Record<string, { schema: object }> {
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, { schema: structuredClone(schema) }]),
  );
}
