export type { Announcer } from './announcer';
export { chunkSize } from './due-chunks';
export { openAnnouncer, openWorkQueue } from './open';
export type { QueueState, WorkQueue } from './queue';
export {
  nameOfRedis,
  redisAdvice,
  redisSettings,
  redisVariables,
  type RedisSettings,
  type RedisVariables,
} from '../../outgoing/redis/redis-settings';
