import type { Migration } from './migration';

/** Has the journal witnessed anew: on PostgreSQL an entry's instant was witnessed as the time zone of a process read it. */
export const journalAnew: Migration = {
  name: '0010-journal-anew',
  statements: () => ['DELETE FROM journal_head', 'DELETE FROM journal_witness'],
};
