import pino from 'pino';
import { readWorkerConfig, type WorkerConfig } from './config';
import { DeliveryError } from '../errors';
import { runWorker } from './run-worker';
import { wakeSignal } from './queue/wake-signal';

/**
 * The worker process: `nachra-worker`, or a child of the CMS. Woken by its parent's `{ type: 'wake' }`, it answers with
 * `{ type: 'progress' }`, and says by `{ type: 'breaker' }` whether the mail server can be used; it ends when its parent goes away, so that a crash of the CMS leaves no orphan that sends.
 */
async function main(): Promise<void> {
  const config = readConfigOrLeave();
  const logger = pino({ level: config.logLevel, base: { process: 'nachra-worker', pid: process.pid } });
  const stop = new AbortController();
  const wake = wakeSignal();
  for (const name of ['SIGTERM', 'SIGINT'] as const) process.on(name, () => stop.abort());
  process.on('disconnect', () => stop.abort());
  process.on('message', (message: unknown) => {
    if (typeof message === 'object' && message !== null && 'type' in message && message.type === 'wake')
      wake.wake();
  });
  const tell = (message: object): void => {
    if (process.connected) process.send?.(message, () => undefined);
  };
  let isOpen = false;
  await runWorker(config, {
    logger,
    signal: stop.signal,
    wake,
    onProgress: (campaignId) => tell({ type: 'progress', campaignId }),
    onBreaker(now) {
      if (now !== isOpen) tell({ type: 'breaker', isOpen: now });
      isOpen = now;
    },
  });
}

function readConfigOrLeave(): WorkerConfig {
  try {
    return readWorkerConfig(process.env);
  } catch (error) {
    leave(error);
  }
}

function leave(error: unknown): never {
  const isForPeople = error instanceof DeliveryError;
  process.stderr.write(
    `${isForPeople ? error.message : error instanceof Error ? error.stack : String(error)}\n`,
  );
  process.exit(1);
}

main().then(() => process.exit(0), leave);
