import path from 'node:path';
import { z } from 'zod';
import { configError, DeliveryError, type ConfigFault } from '../errors';
import { logVariables } from '../logger';
import { adviceOf, type SettingDescription } from '../setting-description';
import { workerDescriptions } from './descriptions';
import { readPersonKey } from './person-key';
import { readSending, sendingVariables } from './sending-settings';
import type { WorkerConfig } from './settings-by-ipc';

const schema = z.object({
  NACHRA_DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  LEDGER_FILE: z.string().min(1).optional(),
  NACHRA_LINK_SECRET: z.string().min(16),
  NACHRA_PERSON_KEY: z.string().min(16).optional(),
  ...sendingVariables,
  // For the breaking suite, which cannot wait a minute for each lease to run out; nobody else need set these two.
  NACHRA_LEASE_MS: z.coerce.number().int().min(500).max(600_000).optional(),
  NACHRA_TROUBLE_MS: z.coerce.number().int().min(10).max(300_000).optional(),
  ...logVariables,
});

const descriptions: Record<keyof z.input<typeof schema>, Pick<SettingDescription, 'advice' | 'meaning'>> = {
  ...workerDescriptions,
  NACHRA_LEASE_MS: {
    meaning: 'how long a lease lasts without renewal, 500 to 600000 milliseconds (better left out)',
  },
  NACHRA_TROUBLE_MS: {
    meaning:
      'the first wait when the mail server cannot be used, 10 to 300000 milliseconds (better left out)',
  },
};

/**
 * Parses a worker's environment, once, into a frozen config.
 *
 * @throws {DeliveryError} code `CONFIG_INVALID`: one line a variable, saying what to set; never a value
 */
export function readWorkerConfig(environment: Record<string, string | undefined>): WorkerConfig {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => (value ?? '') !== ''));
  const severalServers = given['SMTP_SERVERS'] ?? given['SMTP_SERVERS_FILE'];
  const result = (severalServers === undefined ? schema.required({ SMTP_URL: true }) : schema).safeParse(
    given,
  );
  if (!result.success) {
    const problems = result.error.issues.map(({ path: [name] }) => {
      const variable = String(name) as keyof typeof descriptions;
      const fault: ConfigFault = given[variable] === undefined ? 'missing' : 'unusable';
      return { variable, fault };
    });
    const lines = problems.map(({ variable, fault }) => {
      const what = fault === 'missing' ? 'is missing' : 'has a value that cannot be used';
      return `  ${variable} ${what}. Set it to ${adviceOf(descriptions[variable])}.`;
    });
    throw new DeliveryError('CONFIG_INVALID', { problems }, `The worker cannot start:\n${lines.join('\n')}`);
  }
  const env = result.data;
  const sending = readSending(env);
  if (sending.servers.length === 0)
    throw configError(
      'SMTP_URL',
      'missing',
      `SMTP_URL is missing. Set it to ${adviceOf(descriptions.SMTP_URL)}.`,
    );
  const personKey = env.NACHRA_PERSON_KEY ?? readPersonKey(env.NACHRA_DATA_DIR);
  if (personKey === undefined)
    throw configError(
      'NACHRA_PERSON_KEY',
      'missing',
      `NACHRA_PERSON_KEY is missing. Set it to ${adviceOf(descriptions.NACHRA_PERSON_KEY)}.`,
    );
  return Object.freeze({
    ledger: env.DATABASE_URL
      ? { client: 'postgres' as const, url: env.DATABASE_URL }
      : {
          client: 'sqlite' as const,
          filename: env.LEDGER_FILE ?? path.join(env.NACHRA_DATA_DIR, 'ledger.db'),
        },
    linkSecret: env.NACHRA_LINK_SECRET,
    personKey,
    examines: true,
    ...sending,
    timing: { leaseMs: env.NACHRA_LEASE_MS, firstTroubleMs: env.NACHRA_TROUBLE_MS },
    // A worker serves no HTTP.
    logLevel: env.LOG_LEVEL === 'http' ? 'info' : env.LOG_LEVEL,
  });
}
