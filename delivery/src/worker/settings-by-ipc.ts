import { z } from 'zod';
import { DeliveryError } from '../errors';
import { ledgerOptionsSchema } from '../ledger';
import { logLevelSchema } from '../logger';
import { sendingSettingsSchema } from './sending-settings';

/**
 * Everything a worker process is told from outside. It is plain JSON, for whoever has read the settings already and starts a
 * worker: the CMS. Instants are milliseconds; keys are PEM text.
 */
const workerConfigSchema = z.object({
  ...sendingSettingsSchema.shape,
  ledger: ledgerOptionsSchema,
  linkSecret: z.string().min(16),
  /** What persons are named by in the ledger. */
  personKey: z.string().min(16),
  servers: sendingSettingsSchema.shape.servers.unwrap().min(1),
  /** Whether the worker compares the ledger with what it knows before it sends: one that no CMS has started, after doing so itself. */
  examines: z.boolean().optional(),
  /** Milliseconds in place of the worker's own; for tests that cannot wait so long. */
  timing: z.object({ leaseMs: z.number().optional(), firstTroubleMs: z.number().optional() }).optional(),
  logLevel: logLevelSchema,
});

/** A worker's settings, parsed. See {@link workerConfigSchema}. */
export type WorkerConfig = z.output<typeof workerConfigSchema>;

/** What {@link workerConfigSchema} reads: JSON that goes through an IPC channel. It holds secrets, so it is never logged. */
export type WorkerSettings = z.input<typeof workerConfigSchema>;

/**
 * Reads settings that came by IPC.
 *
 * @throws {DeliveryError} `CONFIG_INVALID`: names each place that is wrong, and never a value
 */
export function readWorkerSettings(settings: unknown): WorkerConfig {
  const result = workerConfigSchema.safeParse(settings);
  if (result.success) return Object.freeze(result.data);
  const places = result.error.issues.map(({ path }) => path.join('.') || 'the whole');
  throw new DeliveryError(
    'CONFIG_INVALID',
    { problems: places.map((variable) => ({ variable, fault: 'unusable' })) },
    `The worker cannot start: the settings it was handed cannot be used (${places.join(', ')}). Hand it what workerConfigSchema reads.`,
  );
}
