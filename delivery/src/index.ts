/** Delivery's door: edition and audience → mailboxes, and what became of each message. Knows no CMS. */
export * from './campaigns/candidates';
export * from './incoming/bounce';
export * from './campaigns/campaign';
export { readWorkerConfig, type WorkerConfig } from './worker/config';
export * from './campaigns/deliveries';
export { backOffOf, retryAdvice, retryVariables, type BackOff, type RetryVariables } from './outgoing/dispatch';
export * from './errors';
export * from './incoming/feedback';
export type { Language } from './language';
export {
  limitAdvice,
  limitVariables,
  sendingLimits,
  type Limit,
  type LimitVariables,
  type SendingLimits,
} from './outgoing/limits';
export { openLedger, type Ledger, type LedgerOptions } from './ledger';
export type { LogFields, Logger } from './logger';
export * from './campaigns/ledger-figures';
export * from './outgoing/message';
export * from './worker/queue';
export {
  mailServers,
  serverAdvice,
  serverVariables,
  troubledServers,
  type MailServer,
  type ServerVariables,
  type TroubledServer,
} from './outgoing/servers';
export * from './outgoing/smtp';
export * from './campaigns/states';
export * from './campaigns/suppressions';
export * from './outgoing/send-test';
export * from './incoming/unsubscribe';
export * from './worker';
