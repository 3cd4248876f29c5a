import { createPublicKey } from 'node:crypto';
import path from 'node:path';
import {
  adviceOf,
  logVariables,
  readSending,
  sendingVariables,
  type SendingSettings,
  type WebhookKeys,
  type WebhookProvider,
} from '@nachra/delivery';
import { languageSchema, type Language } from '@nachra/renderer';
import { z } from 'zod';
import { trustedProxiesSchema, type TrustedProxies } from '../doors/trusted-proxies';
import { settingDescriptions, type DescribedSetting } from './descriptions';
import { SettingsError } from './errors';
import { repositoryDir } from './paths';

const port = z.coerce.number().int().min(1).max(65535);
const secret = z.string().min(16);
/** Separated by commas. */
const namesSchema = z.string().transform((text) =>
  text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== ''),
);
const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

/** Every variable that the CMS reads. A group of the reference lists them in this order. */
export const environmentSchema = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('production'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: port.default(1337),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  TRUST_PROXY: trustedProxiesSchema.default(null),
  NACHRA_DEFAULT_LANGUAGE: languageSchema.default('fr'),
  NACHRA_DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_FILE: z.string().min(1).optional(),
  LEDGER_FILE: z.string().min(1).optional(),
  APP_KEYS: secret,
  API_TOKEN_SALT: secret,
  ADMIN_JWT_SECRET: secret,
  TRANSFER_TOKEN_SALT: secret,
  ENCRYPTION_KEY: secret,
  NACHRA_LINK_SECRET: secret,
  NACHRA_PERSON_KEY: secret.optional(),
  ...sendingVariables,
  WEBHOOK_SES_TOPIC_ARN: z
    .string()
    .regex(/^arn:aws[a-z-]{0,10}:sns:[a-z0-9-]{4,30}:\d{12}:[\w-]{1,256}(?:\s*,\s*arn:\S+)*$/)
    .optional(),
  WEBHOOK_BREVO_SECRET: secret.optional(),
  WEBHOOK_MAILGUN_SECRET: secret.optional(),
  WEBHOOK_POSTMARK_SECRET: secret.regex(/^[^:]+:.+$/).optional(),
  WEBHOOK_SENDGRID_PUBLIC_KEY: z.string().refine(isPublicKey).optional(),
  WEBHOOK_GENERIC_SECRET: secret.optional(),
  NACHRA_PICTURE_MEGAPIXELS: z.coerce.number().int().min(1).max(268).default(50),
  NACHRA_METRICS_TOKEN: secret.optional(),
  NACHRA_WORKER: z.enum(['embedded', 'none']).default('embedded'),
  NACHRA_SIGN_IN_LIMIT: flag.default(true),
  NACHRA_SECOND_FACTOR_ROLES: namesSchema.default([]),
  ...logVariables,
});

/** The name of a variable that the CMS reads. */
export type SettingName = keyof z.input<typeof environmentSchema>;

/** What people are told about each. The compiler asks for those that are missing. */
const descriptions: Record<SettingName, DescribedSetting> = settingDescriptions;

/** Everything the CMS process is told from outside, parsed once and frozen. Paths are absolute. */
export interface Settings {
  environment: 'production' | 'development' | 'test';
  host: string;
  port: number;
  /** Absolute address without a slash at its end: what links in mails begin with. */
  publicUrl: string;
  /** The proxies whose word about the client is believed. */
  trustedProxies: TrustedProxies;
  /** Of documents and subscribers that name none, and of people who ask for no other. */
  defaultLanguage: Language;
  dataDir: string;
  /** The PostgreSQL database of content and ledger; null where they lie in the two files. */
  databaseUrl: string | null;
  databaseFile: string;
  ledgerFile: string;
  secrets: {
    appKeys: string[];
    apiTokenSalt: string;
    adminJwtSecret: string;
    transferTokenSalt: string;
    encryptionKey: string;
    linkSecret: string;
    /** Null where it is kept in the data folder. */
    personKey: string | null;
  };
  /** The mail server that password resets of the admin leave by. */
  smtpUrl: string | null;
  /** How newsletters leave and how answers come back: for the plugin and its worker alike. */
  sending: SendingSettings;
  /** What each provider's webhook is verified by; those that are not here are closed. */
  webhooks: WebhookKeys;
  /** What a picture may have, in millions of pixels. */
  pictureMegapixels: number;
  /** What `/metrics` wants to be asked with; null while it is off. */
  metricsToken: string | null;
  worker: 'embedded' | 'none';
  signInLimit: boolean;
  /** Codes or names of the roles whose people must have a second factor. */
  secondFactorRoles: readonly string[];
  logLevel: z.output<typeof environmentSchema>['LOG_LEVEL'];
}

/**
 * Parses the environment. Relative paths count from the repository's root, wherever the process was started.
 *
 * @throws {SettingsError} code `SETTINGS_INVALID`: one line a variable, saying what to set
 * @throws {DeliveryError} code `CONFIG_INVALID`: the same of what {@link readSending} puts together
 */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const result = environmentSchema.safeParse(withoutEmpty(environment));
  if (!result.success)
    throw new SettingsError(result.error.issues.map((issue) => describe(issue, environment)));
  const env = result.data;
  const dataDir = path.resolve(repositoryDir, env.NACHRA_DATA_DIR);
  return Object.freeze({
    environment: env.NODE_ENV,
    host: env.HOST,
    port: env.PORT,
    publicUrl: (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, ''),
    trustedProxies: env.TRUST_PROXY,
    defaultLanguage: env.NACHRA_DEFAULT_LANGUAGE,
    dataDir,
    databaseUrl: env.DATABASE_URL ?? null,
    databaseFile: env.DATABASE_FILE
      ? path.resolve(repositoryDir, env.DATABASE_FILE)
      : path.join(dataDir, 'nachra.db'),
    ledgerFile: env.LEDGER_FILE
      ? path.resolve(repositoryDir, env.LEDGER_FILE)
      : path.join(dataDir, 'ledger.db'),
    secrets: Object.freeze({
      appKeys: env.APP_KEYS.split(','),
      apiTokenSalt: env.API_TOKEN_SALT,
      adminJwtSecret: env.ADMIN_JWT_SECRET,
      transferTokenSalt: env.TRANSFER_TOKEN_SALT,
      encryptionKey: env.ENCRYPTION_KEY,
      linkSecret: env.NACHRA_LINK_SECRET,
      personKey: env.NACHRA_PERSON_KEY ?? null,
    }),
    smtpUrl: env.SMTP_URL ?? null,
    sending: readSending(env, repositoryDir),
    webhooks: Object.freeze({
      ses: env.WEBHOOK_SES_TOPIC_ARN,
      brevo: env.WEBHOOK_BREVO_SECRET,
      mailgun: env.WEBHOOK_MAILGUN_SECRET,
      postmark: env.WEBHOOK_POSTMARK_SECRET,
      sendgrid: env.WEBHOOK_SENDGRID_PUBLIC_KEY,
      generic: env.WEBHOOK_GENERIC_SECRET,
    } satisfies Record<WebhookProvider, string | undefined>),
    pictureMegapixels: env.NACHRA_PICTURE_MEGAPIXELS,
    metricsToken: env.NACHRA_METRICS_TOKEN ?? null,
    worker: env.NACHRA_WORKER,
    signInLimit: env.NACHRA_SIGN_IN_LIMIT,
    secondFactorRoles: Object.freeze(env.NACHRA_SECOND_FACTOR_ROLES),
    logLevel: env.LOG_LEVEL,
  });
}

let current: Settings | null = null;

/** Makes these the settings of the process; for commands and tests that bring their own. */
export function useSettings(settings: Settings): void {
  current = settings;
}

/**
 * The settings of this process: the ones handed to {@link useSettings}, else the environment's, read once.
 *
 * @throws {SettingsError} see {@link readSettings}
 */
export function settings(): Settings {
  current ??= readSettings(process.env);
  return current;
}

/** Tells libraries that look at NODE_ENV while they are loaded, as Strapi does, what this process is. */
export function enterEnvironment(environment: Settings['environment']): void {
  process.env['NODE_ENV'] = environment;
}

/** The variables that a child process inherits: its PATH, its locale, its proxies. */
export function inheritedEnvironment(): Readonly<Record<string, string | undefined>> {
  return process.env;
}

/** Whether a text is a public key as SendGrid shows it: DER in base 64. */
function isPublicKey(text: string): boolean {
  try {
    return (
      createPublicKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'spki' }).type === 'public'
    );
  } catch {
    return false;
  }
}

/** `SMTP_URL=` in a file means “not set”. */
function withoutEmpty(environment: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter((entry): entry is [string, string] => (entry[1] ?? '') !== ''),
  );
}

function describe(issue: z.core.$ZodIssue, environment: Record<string, string | undefined>): string {
  const name = String(issue.path[0]) as SettingName;
  const isMissing = (environment[name] ?? '') === '';
  return `${name} ${isMissing ? 'is missing' : 'has a value that cannot be used'}. Set it to ${adviceOf(descriptions[name])}.`;
}
