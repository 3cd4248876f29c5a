import { z } from 'zod';
import { DeliveryError } from '../errors';
import { mailboxSettingsSchema } from '../incoming/feedback/mailbox';
import { ledgerOptionsSchema } from '../ledger';
import { logLevelSchema } from '../logger';
import { backOffSchema } from '../outgoing/dispatch';
import { sendingLimitsSchema } from '../outgoing/limits';
import { dkimKeySchema } from '../outgoing/message';
import { redisSettingsSchema } from '../outgoing/redis/redis-settings';
import { mailServerSchema } from '../outgoing/servers';
import { smtpSettingsSchema } from '../outgoing/smtp';

/**
 * Everything a worker process is told from outside. It is read from plain JSON, for whoever has read the settings already
 * and starts a worker: the CMS. Instants are milliseconds; keys are PEM text.
 */
export const workerConfigSchema = z.object({
  ledger: ledgerOptionsSchema,
  linkSecret: z.string().min(16),
  /** What persons are named by in the ledger. */
  personKey: z.string().min(16),
  /** The mail server when there is but one. */
  smtp: smtpSettingsSchema,
  /** All of them, when there are several or one is limited. */
  servers: z.array(mailServerSchema).optional(),
  /** How fast may be sent; not limited but by what servers answer when left out. */
  limits: sendingLimitsSchema.optional(),
  /** When a refusal for now is tried again; as RFC 5321 advises when left out. */
  backOff: backOffSchema.optional(),
  /** What messages are signed with; nothing when left out. */
  dkim: z.array(dkimKeySchema).optional(),
  /** The mailbox that bounces come to; none when it is left out or null. */
  mailbox: mailboxSettingsSchema.nullish(),
  /** What wakes workers on all machines; when it is left out or null each looks by itself. */
  redis: redisSettingsSchema.nullish(),
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

/** Puts a config into the plain form that {@link readWorkerSettings} reads. Pure. */
export function toWorkerSettings(config: WorkerConfig): WorkerSettings {
  const { limits, dkim, servers, ...plain } = config;
  return {
    ...plain,
    servers: servers?.map((server) => ({
      ...server,
      domains: [...server.domains],
      exceptDomains: [...server.exceptDomains],
    })),
    limits: limits && { sender: limits.sender, domains: Object.fromEntries(limits.domains) },
    dkim: dkim?.map(({ domain, selector, key }) => ({
      domain,
      selector,
      key: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
    })),
  };
}

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
    `The worker cannot start: the settings it was handed cannot be used (${places.join(', ')}). Hand it what toWorkerSettings makes of a config.`,
  );
}
