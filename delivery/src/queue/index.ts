export { openAnnouncer, type Announcer } from './announcer';
export { chunkSize } from './due-chunks';
export { ledgerQueue } from './ledger-queue';
export type { QueueState, WorkQueue } from './queue';
export { redisQueue } from './redis-queue';
export {
  nameOfRedis,
  redisAdvice,
  redisSettings,
  redisVariables,
  type RedisSettings,
  type RedisVariables,
} from './redis-settings';
