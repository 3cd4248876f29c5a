import path from 'node:path';

export type { WorkerDependencies } from './dependencies';
export { runWorker } from './run-worker';
export { wakeSignal } from './queue/wake-signal';

/** Absolute path of the worker's program, for `fork()`. */
export const workerCommand = path.join(__dirname, 'main.js');
