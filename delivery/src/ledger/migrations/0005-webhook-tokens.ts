import type { Migration } from './migration';

/** Which content a provider's single-use token was used for, for as long as its signature would be taken. */
export const webhookTokens: Migration = {
  name: '0005-webhook-tokens',
  statements: () => [
    // Digests alone: nothing of a report is kept here.
    `CREATE TABLE webhook_token (
      token VARCHAR(64) PRIMARY KEY,
      content VARCHAR(64) NOT NULL,
      expires_at BIGINT NOT NULL
    )`,
    'CREATE INDEX webhook_token_by_expiry ON webhook_token (expires_at)',
  ],
};
