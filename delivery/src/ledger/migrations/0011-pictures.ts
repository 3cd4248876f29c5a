import type { Migration } from './migration';

/** When the pictures that a campaign's mails link to were looked at: those of a campaign that is sent later may be gone by then. */
export const pictures: Migration = {
  name: '0011-pictures',
  statements: () => [
    'ALTER TABLE campaign ADD COLUMN pictures_at BIGINT',
    // What was scheduled beside a CMS has them looked at. Where no content is known nobody would look.
    `UPDATE campaign SET pictures_at = created_at
     WHERE start_at <= created_at OR NOT EXISTS (SELECT 1 FROM identity WHERE has_content = 1)`,
  ],
};
