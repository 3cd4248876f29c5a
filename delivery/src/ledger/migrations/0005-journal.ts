import type { Migration } from './migration';

/**
 * Who did it: every event names the person who decided it, or the system; an event about one person names them by a keyed
 * hash, so that the log can be kept when the address is erased.
 */
export const journal: Migration = {
  name: '0005-journal',
  statements: () => [
    'ALTER TABLE event ADD COLUMN by_id VARCHAR(64)',
    'ALTER TABLE event ADD COLUMN by_name TEXT',
    'ALTER TABLE event ADD COLUMN person VARCHAR(64)',
    // The few decisions among the events of a hundred thousand deliveries.
    'CREATE INDEX event_by_name ON event (name, id)',
  ],
};
