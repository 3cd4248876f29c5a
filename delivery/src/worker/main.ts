import pino from 'pino';
import { configError, DeliveryError } from '../errors';
import { readWorkerConfig } from './config';
import { settingsByIpc, toWorkerSchema, type FromWorker } from './messages';
import { wakeSignal } from './queue/wake-signal';
import { runWorker } from './run-worker';
import { readWorkerSettings, type WorkerConfig } from './settings-by-ipc';

/** How long a parent may take to hand over the settings, in ms. */
const settingsWithinMs = 30_000;

/**
 * The worker process: `nachra-worker`, or a child of the CMS. Started by hand it reads the environment; with
 * `--settings-by-ipc` it reads none, and waits for its parent's `{ type: 'settings' }`. Woken by `{ type: 'wake' }`, it answers
 * with `{ type: 'progress' }`, and says by `{ type: 'breaker' }` whether its mail servers can be used,
 * by `{ type: 'damage' }` that the ledger is damaged. It ends when its parent
 * goes away, so that a crash of the CMS leaves no orphan that sends.
 */
async function main(): Promise<void> {
  const stop = new AbortController();
  const wake = wakeSignal();
  for (const name of ['SIGTERM', 'SIGINT'] as const) process.on(name, () => stop.abort());
  process.on('disconnect', () => stop.abort());
  process.on('message', (message: unknown) => {
    if (toWorkerSchema.safeParse(message).data?.type === 'wake') wake.wake();
  });
  const config = process.argv.includes(settingsByIpc)
    ? await settingsOfParent(stop.signal)
    : readWorkerConfig(process.env);
  if (config === null) return;
  const logger = pino({ level: config.logLevel, base: { process: 'nachra-worker', pid: process.pid } });
  const tell = (message: FromWorker): void => {
    if (process.connected) process.send?.(message, () => undefined);
  };
  let isOpen = false;
  await runWorker(config, {
    logger,
    signal: stop.signal,
    wake,
    onProgress: (campaignId) => tell({ type: 'progress', campaignId }),
    onDamage: () => tell({ type: 'damage' }),
    onBreaker(now) {
      if (now !== isOpen) tell({ type: 'breaker', isOpen: now });
      isOpen = now;
    },
  });
}

/** @returns null when the worker was asked to stop before it received its settings */
async function settingsOfParent(signal: AbortSignal): Promise<WorkerConfig | null> {
  if (!process.connected) {
    throw configError(
      settingsByIpc,
      'unusable',
      `The worker cannot start: ${settingsByIpc} is for a process that is forked and handed its settings. Start it without, and it reads the environment.`,
    );
  }
  const handed = await new Promise<{ settings: unknown } | null>((resolve, reject) => {
    const overdue = setTimeout(() => {
      const within = `within ${settingsWithinMs / 1_000} seconds`;
      reject(
        configError(
          settingsByIpc,
          'missing',
          `The worker cannot start: its parent sent no settings ${within}.`,
        ),
      );
    }, settingsWithinMs);
    signal.addEventListener('abort', () => resolve(null), { once: true });
    const listen = (message: unknown): void => {
      const { data: told } = toWorkerSchema.safeParse(message);
      if (told?.type !== 'settings') return;
      clearTimeout(overdue);
      process.off('message', listen);
      resolve({ settings: told.settings });
    };
    process.on('message', listen);
  });
  return handed && readWorkerSettings(handed.settings);
}

function leave(error: unknown): never {
  const isForPeople = error instanceof DeliveryError;
  process.stderr.write(
    `${isForPeople ? error.message : error instanceof Error ? error.stack : String(error)}\n`,
  );
  process.exit(1);
}

main().then(() => process.exit(0), leave);
