/** Delivery's door: edition and audience → mailboxes, and what became of each message. Knows no CMS. */
export * from './audience';
export * from './bounce';
export * from './campaign';
export { readWorkerConfig, type WorkerConfig } from './config';
export * from './deliveries';
export * from './errors';
export * from './feedback';
export type { Language } from './language';
export { openLedger, type Ledger, type LedgerOptions } from './ledger';
export type { LogFields, Logger } from './logger';
export * from './metrics';
export * from './message';
export * from './smtp';
export * from './states';
export * from './suppression';
export * from './test-send';
export * from './unsubscribe';
export * from './worker';
