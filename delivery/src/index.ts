/** Delivery's door: edition and audience → mailboxes, and what became of each message. Knows no CMS. */
export * from './campaigns/candidates';
export * from './incoming/bounce';
export * from './campaigns/editions';
export * from './campaigns/freeze';
export * from './campaigns/progress';
export { readWorkerConfig, type WorkerConfig } from './worker/config';
export { workerDescriptions } from './worker/descriptions';
export {
  decideDeliveries,
  decisions,
  type Decision,
  type DecisionResult,
} from './campaigns/changes/decide-deliveries';
export * from './campaigns/deliveries';
export {
  backOffOf,
  largestGroup,
  retryVariables,
  type BackOff,
  type RetryVariables,
} from './outgoing/dispatch';
export * from './errors';
export * from './incoming/feedback';
export type { Language } from '@nachra/renderer';
export {
  limitVariables,
  sendingLimits,
  type Limit,
  type LimitVariables,
  type SendingLimits,
} from './outgoing/limits';
export { openLedger, type Ledger, type LedgerOptions } from './ledger';
export type { PageRequest } from './ledger/sql';
export type { LogFields, Logger } from './logger';
export { adviceOf, type DeliverySettingGroup, type SettingDescription } from './setting-description';
export * from './outgoing/message';
export {
  nameOfRedis,
  redisSettings,
  redisVariables,
  type RedisSettings,
  type RedisVariables,
} from './outgoing/redis/redis-settings';
export * from './worker/queue';
export {
  mailServers,
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
