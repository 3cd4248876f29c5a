/**
 * Base of every error this package throws. `code` is for programs and never changes; `message` is for people: what
 * happened, why, and what to do.
 */
export class DeliveryError extends Error {
  constructor(
    readonly code: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = new.target.name;
  }
}

/**
 * The ledger cannot be opened, written or brought to its newest shape. Codes `LEDGER_UNREACHABLE`, `LEDGER_UNWRITABLE`,
 * `LEDGER_MIGRATION`.
 */
export class LedgerError extends DeliveryError {}

/** A setting is missing or wrong. Code `CONFIG_INVALID`; the message names each variable and how to set it. */
export class ConfigError extends DeliveryError {
  constructor(message: string) {
    super('CONFIG_INVALID', message);
  }
}

/**
 * A campaign cannot be frozen or changed as asked. Codes `CAMPAIGN_UNKNOWN`, `CAMPAIGN_CANCELLED`, `EDITION_MISSING`,
 * `SENDER_INVALID`, `AUDIENCE_UNBALANCED`.
 */
export class CampaignError extends DeliveryError {}

/** A message cannot be made of an edition. Code `MESSAGE_INVALID`. */
export class MessageError extends DeliveryError {}
