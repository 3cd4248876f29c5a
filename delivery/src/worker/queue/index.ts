export type { Announcer } from './announcer';
export { chunkSize } from './due-chunks';
export { openAnnouncer, openWorkQueue } from './open';
export type { QueueState, WorkQueue } from './work-queue';
