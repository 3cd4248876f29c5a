import { createPrivateKey } from 'node:crypto';
import { z } from 'zod';
import { DeliveryError } from '../errors';
import type { WorkerConfig } from './config';

const count = z.number().int();
const limitSchema = z.object({ messages: count.min(1), seconds: count.min(1) });
const smtpSchema = z.object({
  host: z.string(),
  port: count,
  secure: z.boolean(),
  requireTls: z.boolean(),
  user: z.string().optional(),
  password: z.string().optional(),
  connections: count.min(1).max(100),
});

/**
 * A worker's settings as plain JSON, for whoever has read them already and starts a worker: the CMS. What comes out is a
 * {@link WorkerConfig}. Instants are milliseconds; keys are PEM text.
 */
export const workerConfigSchema = z.object({
  ledger: z.discriminatedUnion('client', [
    z.object({ client: z.literal('sqlite'), filename: z.string().min(1) }),
    z.object({ client: z.literal('postgres'), url: z.string().min(1) }),
  ]),
  linkSecret: z.string().min(16),
  smtp: smtpSchema,
  servers: z
    .array(
      z.object({
        name: z.string(),
        smtp: smtpSchema,
        weight: count.min(1),
        limit: limitSchema.nullable(),
        domains: z.array(z.string()),
        exceptDomains: z.array(z.string()),
      }),
    )
    .optional(),
  limits: z
    .object({
      sender: limitSchema.nullable(),
      domains: z
        .record(z.string(), limitSchema)
        .transform((domains) => new Map(Object.entries(domains)) as ReadonlyMap<string, Limit>),
    })
    .optional(),
  backOff: z.object({ firstMs: z.number(), longestMs: z.number(), giveUpMs: z.number() }).optional(),
  dkim: z
    .array(
      z.object({
        domain: z.string(),
        selector: z.string(),
        key: z.string().transform((pem, context) => {
          try {
            return createPrivateKey(pem);
          } catch {
            context.addIssue({ code: 'custom', message: 'expected a private key as PEM text' });
            return z.NEVER;
          }
        }),
      }),
    )
    .optional(),
  mailbox: z
    .object({
      host: z.string(),
      port: count,
      secure: z.boolean(),
      user: z.string(),
      password: z.string(),
      folder: z.string(),
      oauth: z
        .object({
          tokenUrl: z.string(),
          clientId: z.string(),
          clientSecret: z.string(),
          refreshToken: z.string().nullable(),
          scope: z.string().nullable(),
        })
        .nullable(),
    })
    .nullish(),
  redis: z
    .object({
      host: z.string(),
      port: count,
      user: z.string(),
      password: z.string(),
      database: count,
      secure: z.boolean(),
      prefix: z.string(),
    })
    .nullish(),
  timing: z.object({ leaseMs: z.number().optional(), firstTroubleMs: z.number().optional() }).optional(),
  logLevel: z.enum(['error', 'warn', 'info', 'debug', 'silent']),
});

type Limit = z.infer<typeof limitSchema>;

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
