import type { Migration } from './migration';

/** How often a server refused a message because mail came too fast, at no cost of an attempt. */
export const rateRefusals: Migration = {
  name: '0012-rate-refusals',
  statements: () => ['ALTER TABLE delivery ADD COLUMN rate_refusals INTEGER NOT NULL DEFAULT 0'],
};
