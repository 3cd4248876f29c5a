/** Delivery's door: edition and audience → mailboxes, and what became of each message. Knows no CMS. */
export * from './audience';
export * from './bounce';
export * from './campaign';
export { readWorkerConfig, type WorkerConfig } from './config';
export * from './deliveries';
export {
  backOffOf,
  largestGroup,
  retryAdvice,
  retryVariables,
  type BackOff,
  type RetryVariables,
} from './dispatch';
export * from './errors';
export * from './feedback';
export type { Language } from './language';
export {
  limitAdvice,
  limitVariables,
  sendingLimits,
  type Limit,
  type LimitVariables,
  type SendingLimits,
} from './limits';
export { openLedger, type Ledger, type LedgerOptions } from './ledger';
export type { LogFields, Logger } from './logger';
export * from './metrics';
export * from './message';
export * from './queue';
export {
  mailServers,
  serverAdvice,
  serverVariables,
  troubledServers,
  type MailServer,
  type ServerVariables,
  type TroubledServer,
} from './servers';
export * from './smtp';
export * from './states';
export * from './suppression';
export * from './test-send';
export * from './unsubscribe';
export * from './worker';
