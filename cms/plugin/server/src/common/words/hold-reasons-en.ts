import type { LedgerHold } from '@nachra/delivery';

/** Why all sending was held, after “because”. */
export const holdReasons: Record<LedgerHold, string> = {
  empty: 'the ledger is empty',
  another: 'it is another ledger',
  older: 'the ledger is older than the content',
  'rolled-back': 'the data has gone back in time',
  moved: 'the ledger lies in another place',
  'link-secret-changed': 'the key of the links has changed',
  'person-key-changed': 'the key of persons has changed',
  damaged: 'the ledger is damaged',
  restored: 'the data comes from a backup',
  'carried-over': 'the installation was carried over to PostgreSQL',
  'journal-changed': 'the journal is not what was written any more',
};
