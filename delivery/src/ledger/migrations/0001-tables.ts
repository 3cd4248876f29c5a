import type { Migration } from './migration';

/**
 * The tables. Instants are BIGINT milliseconds since 1970; JSON is text, read through zod. Written in the SQL
 * that SQLite and PostgreSQL share.
 */
export const tables: Migration = {
  name: '0001-tables',
  statements: (dialect) => [
    // `uid` is what the world sees (links, Message-ID); `id` keeps the million delivery rows narrow.
    `CREATE TABLE campaign (
      id ${dialect.identity},
      uid VARCHAR(20) NOT NULL UNIQUE,
      key VARCHAR(200) NOT NULL UNIQUE,
      issue_id VARCHAR(64) NOT NULL,
      issue_number INTEGER NOT NULL,
      issue_title TEXT NOT NULL,
      created_by TEXT NOT NULL,
      created_at BIGINT NOT NULL,
      start_at BIGINT NOT NULL,
      intent VARCHAR(10) NOT NULL,
      default_language VARCHAR(8) NOT NULL,
      sender TEXT NOT NULL,
      recipients INTEGER NOT NULL,
      exclusions INTEGER NOT NULL
    )`,
    'CREATE INDEX campaign_by_issue ON campaign (issue_id)',
    // The frozen text of one language: a later edit of the issue changes nothing of a campaign.
    `CREATE TABLE edition (
      campaign_id INTEGER NOT NULL REFERENCES campaign (id),
      language VARCHAR(8) NOT NULL,
      hash VARCHAR(64) NOT NULL,
      content TEXT NOT NULL,
      PRIMARY KEY (campaign_id, language)
    )`,
    // All a worker needs to make and send the message, so that it never asks the CMS. `language` is the edition's. No
    // foreign key here and in `exclusion`: rows come only in the transaction that makes their campaign, no campaign is ever
    // deleted, and checking a million rows one by one took PostgreSQL a third of a freeze.
    `CREATE TABLE delivery (
      id ${dialect.identity},
      campaign_id INTEGER NOT NULL,
      subscriber_id VARCHAR(64) NOT NULL,
      address VARCHAR(254) NOT NULL,
      address_key VARCHAR(254) NOT NULL,
      first_name TEXT,
      language VARCHAR(8) NOT NULL,
      state VARCHAR(10) NOT NULL,
      attempts INTEGER NOT NULL DEFAULT 0,
      next_attempt_at BIGINT NOT NULL,
      lease_owner VARCHAR(120),
      lease_until BIGINT,
      outcome TEXT,
      updated_at BIGINT NOT NULL
    )`,
    'CREATE UNIQUE INDEX delivery_once ON delivery (campaign_id, subscriber_id)',
    // Counts and lists by state, without touching the rows.
    'CREATE INDEX delivery_by_state ON delivery (campaign_id, state)',
    // The three partial indexes hold only rows that are still on their way, and shrink to nothing as a campaign ends.
    `CREATE INDEX delivery_due ON delivery (campaign_id, next_attempt_at, id) WHERE state IN ('queued', 'deferred')`,
    `CREATE INDEX delivery_pending_address ON delivery (address_key) WHERE state IN ('queued', 'claimed', 'deferred')`,
    `CREATE INDEX delivery_leased ON delivery (lease_until) WHERE state IN ('claimed', 'sending')`,
    `CREATE TABLE exclusion (
      campaign_id INTEGER NOT NULL,
      subscriber_id VARCHAR(64) NOT NULL,
      reason VARCHAR(24) NOT NULL
    )`,
    'CREATE INDEX exclusion_by_reason ON exclusion (campaign_id, reason)',
    // `source` is a code, `made_by` the person where one decided it, `why` JSON of what a report said.
    `CREATE TABLE suppression (
      id ${dialect.identity},
      address VARCHAR(254) NOT NULL,
      scope VARCHAR(64) NOT NULL,
      reason VARCHAR(24) NOT NULL,
      source VARCHAR(64) NOT NULL,
      made_by TEXT,
      why TEXT,
      delivery_id BIGINT,
      created_at BIGINT NOT NULL,
      lifted_at BIGINT,
      lifted_by TEXT
    )`,
    // One suppression in force per address and scope; lifted ones stay on record.
    'CREATE UNIQUE INDEX suppression_in_force ON suppression (address, scope) WHERE lifted_at IS NULL',
    // Append-only: what happened to campaigns, deliveries and suppressions, and when; of the answers, those that were no acceptance.
    `CREATE TABLE event (
      id ${dialect.identity},
      at BIGINT NOT NULL,
      name VARCHAR(64) NOT NULL,
      campaign_id INTEGER,
      delivery_id BIGINT,
      data TEXT
    )`,
    'CREATE INDEX event_by_campaign ON event (campaign_id, id)',
    // What came back, one row a message or a provider's event.
    // `uid` is the message's identity: what comes in twice is one row.
    `CREATE TABLE feedback (
      id ${dialect.identity},
      uid VARCHAR(120) NOT NULL UNIQUE,
      at BIGINT NOT NULL,
      source VARCHAR(24) NOT NULL,
      kind VARCHAR(16) NOT NULL,
      severity VARCHAR(16),
      status VARCHAR(16),
      is_delay INTEGER NOT NULL,
      address VARCHAR(254) NOT NULL,
      delivery_id BIGINT,
      reason TEXT NOT NULL
    )`,
    'CREATE INDEX feedback_by_delivery ON feedback (delivery_id)',
    // The bytes of editions' pictures, once each: three languages of ten campaigns carry the same logo.
    // In base64, as an edition has it: in the ledger's SQL a value is a text or a number.
    `CREATE TABLE asset (
      sha256 VARCHAR(64) PRIMARY KEY,
      base64 TEXT NOT NULL
    )`,
    // Which content a provider's single-use token was used for, for as long as its signature would be taken.
    // Digests alone: nothing of a report is kept here.
    `CREATE TABLE webhook_token (
      token VARCHAR(64) PRIMARY KEY,
      content VARCHAR(64) NOT NULL,
      expires_at BIGINT NOT NULL
    )`,
    'CREATE INDEX webhook_token_by_expiry ON webhook_token (expires_at)',
    // What was sent in the running window of each limit, and how fast each recipient domain takes our mail.
    `CREATE TABLE rate (
      name VARCHAR(300) PRIMARY KEY,
      points BIGINT NOT NULL,
      expire BIGINT NOT NULL
    )`,
    `CREATE TABLE pace (
      domain VARCHAR(254) PRIMARY KEY,
      per_minute BIGINT NOT NULL,
      changed_at BIGINT NOT NULL,
      lowered_at BIGINT NOT NULL
    )`,
    // Mail servers that a worker leaves alone for now: one row for each worker and server, as long as the trouble lasts.
    `CREATE TABLE server_trouble (
      worker VARCHAR(150) NOT NULL,
      server VARCHAR(300) NOT NULL,
      trouble VARCHAR(30) NOT NULL,
      since BIGINT NOT NULL,
      seen_at BIGINT NOT NULL,
      PRIMARY KEY (worker, server)
    )`,
  ],
};
