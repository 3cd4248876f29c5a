import path from 'node:path';

export type { WorkerDependencies, WorkerTiming } from './dependencies';
export { fromWorkerSchema, settingsByIpc, toWorkerSchema, type FromWorker, type ToWorker } from './messages';
export { runWorker } from './run-worker';
export {
  readWorkerSettings,
  toWorkerSettings,
  workerConfigSchema,
  type WorkerSettings,
} from './settings-by-ipc';
export { wakeSignal, type WakeSignal } from './queue/wake-signal';

/** Absolute path of the worker's program, for `fork()`. */
export const workerCommand = path.join(__dirname, 'main.js');
