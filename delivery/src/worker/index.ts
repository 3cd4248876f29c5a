import path from 'node:path';

export { runWorker, type WorkerDependencies, type WorkerTiming } from './run-worker';
export { wakeSignal, type WakeSignal } from './queue/wake-signal';

/** Absolute path of the worker's program, for `fork()`. */
export const workerCommand = path.join(__dirname, 'main.js');
