import path from 'node:path';
import {
  mailboxSettings,
  parseSmtpUrl,
  type LedgerOptions,
  type SmtpSettings,
  type WebhookKeys,
} from '@nachra/delivery';
import type { Settings } from '../../../../settings';

/** What the plugin needs to know of the process's settings. */
export interface NewsletterSettings {
  /** Where readers reach the public pages, without a final slash. */
  publicUrl: string;
  ledger: LedgerOptions;
  /** Where the pictures of editions that were sent lie. */
  assetsDir: string;
  linkSecret: string;
  /** Null when no mail server is set: everything works but sending. */
  smtp: SmtpSettings | null;
  /** What each mail provider's webhook is verified by. */
  webhooks: WebhookKeys;
  /** What `/metrics` wants to be asked with; null while it is off. */
  metricsToken: string | null;
  /** Whether the CMS keeps a worker beside itself. */
  embeddedWorker: boolean;
  /** The whole environment of that worker. */
  workerEnvironment: Record<string, string>;
}

/** Takes the plugin's part out of the process's settings. Pure. @throws {ConfigError} when `SMTP_URL` or `BOUNCE_IMAP_URL` cannot be used */
export function newsletterSettings(settings: Settings): NewsletterSettings {
  const {
    publicUrl,
    dataDir,
    databaseUrl,
    ledgerFile,
    smtpUrl,
    smtpAllowInsecure,
    smtpConnections,
    secrets,
    worker,
    logLevel,
  } = settings;
  mailboxSettings(settings.bounceMailbox);
  return {
    publicUrl,
    ledger:
      databaseUrl === null
        ? { client: 'sqlite', filename: ledgerFile }
        : { client: 'postgres', url: databaseUrl },
    assetsDir: path.join(dataDir, 'assets'),
    linkSecret: secrets.linkSecret,
    smtp:
      smtpUrl === null
        ? null
        : parseSmtpUrl(smtpUrl, { allowInsecure: smtpAllowInsecure, connections: smtpConnections }),
    webhooks: settings.webhooks,
    metricsToken: settings.metricsToken,
    embeddedWorker: worker === 'embedded' && smtpUrl !== null,
    workerEnvironment: {
      NODE_ENV: settings.environment,
      LEDGER_FILE: ledgerFile,
      DATABASE_URL: databaseUrl ?? '',
      PUBLIC_URL: publicUrl,
      NACHRA_LINK_SECRET: secrets.linkSecret,
      SMTP_URL: smtpUrl ?? '',
      SMTP_ALLOW_INSECURE: String(smtpAllowInsecure),
      SMTP_CONNECTIONS: String(smtpConnections),
      ...Object.fromEntries(
        Object.entries(settings.bounceMailbox).filter(([, value]) => value !== undefined),
      ),
      LOG_LEVEL: logLevel === 'http' ? 'info' : logLevel,
    },
  };
}
