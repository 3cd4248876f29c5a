import { z } from 'zod';

/** Makes a worker wait for `{ type: 'settings' }` instead of reading its environment; an argument of {@link workerCommand}. */
export const settingsByIpc = '--settings-by-ipc';

/** What a worker's parent may tell it. `settings`: once, at the start; see `workerConfigSchema`. `wake`: there is something to send. */
export const toWorkerSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('settings'), settings: z.unknown() }),
  z.object({ type: z.literal('wake') }),
]);
/** A message from the parent to its worker, over the IPC channel. */
export type ToWorker = z.infer<typeof toWorkerSchema>;

/** What a worker tells its parent: a campaign made progress; whether it is waiting because no mail server can be used; that the ledger is damaged. */
export const fromWorkerSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), campaignId: z.string() }),
  z.object({ type: z.literal('breaker'), isOpen: z.boolean() }),
  z.object({ type: z.literal('damage') }),
]);
/** A message from a worker to its parent, over the IPC channel. */
export type FromWorker = z.infer<typeof fromWorkerSchema>;
