import type { Migration } from './migration';

/** What makes a number reach a person once: who somebody is, in which round, and who waits for which language. */
export const numbers: Migration = {
  name: '0004-numbers',
  statements: () => [
    // `round` is 0, or n for the n-th correction of the issue that the campaign was started from. `audience` is JSON: the lists
    // and segments that were chosen, and what was decided for languages without an edition.
    'ALTER TABLE campaign ADD COLUMN round INTEGER NOT NULL DEFAULT 0',
    'ALTER TABLE campaign ADD COLUMN correction_reason TEXT',
    'ALTER TABLE campaign ADD COLUMN audience TEXT',
    'CREATE INDEX campaign_by_number ON campaign (issue_number)',
    // A campaign may carry a corrected edition in one language and an uncorrected one in another.
    'ALTER TABLE edition ADD COLUMN round INTEGER NOT NULL DEFAULT 0',
    // Each edition leaves as it was approved: from the sender of its own approval, which `approval` names, and not from that of
    // the issue that the campaign was started from.
    'ALTER TABLE edition ADD COLUMN approval VARCHAR(120)',
    `ALTER TABLE edition ADD COLUMN sender TEXT NOT NULL DEFAULT '{}'`,
    'UPDATE edition SET sender = (SELECT c.sender FROM campaign c WHERE c.id = edition.campaign_id)',
    'ALTER TABLE campaign DROP COLUMN sender',
    `ALTER TABLE delivery ADD COLUMN person_id VARCHAR(64) NOT NULL DEFAULT ''`,
    // Counts by edition are answered by the index alone, as those by state are.
    'DROP INDEX delivery_by_state',
    'CREATE INDEX delivery_by_state ON delivery (campaign_id, state, language)',
    // The reader's own, so that those who wait for it are found.
    'ALTER TABLE exclusion ADD COLUMN language VARCHAR(8)',
  ],
};
