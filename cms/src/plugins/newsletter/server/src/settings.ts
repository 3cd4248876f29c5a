import path from 'node:path';
import {
  dkimKeys,
  mailboxSettings,
  mailServers,
  redisSettings,
  sendingLimits,
  type DkimKey,
  type LedgerOptions,
  type MailServer,
  type RedisSettings,
  type WebhookKeys,
} from '@nachra/delivery';
import type { Settings } from '../../../../settings';

/** What the plugin needs to know of the process's settings. */
export interface NewsletterSettings {
  /** Where readers reach the public pages, without a final slash. */
  publicUrl: string;
  ledger: LedgerOptions;
  /** What wakes workers on all machines; null where there is none. */
  redis: RedisSettings | null;
  /** Where the pictures of editions that were sent lie. */
  assetsDir: string;
  linkSecret: string;
  /** What mail leaves by; test messages by the first that can be reached. None is set: everything works but sending. */
  mailServers: readonly MailServer[];
  /** What messages are signed with; nothing when it is empty. */
  dkim: readonly DkimKey[];
  /** What each mail provider's webhook is verified by. */
  webhooks: WebhookKeys;
  /** What `/metrics` wants to be asked with; null while it is off. */
  metricsToken: string | null;
  /** Whether the CMS keeps a worker beside itself. */
  embeddedWorker: boolean;
  /** The whole environment of that worker. */
  workerEnvironment: Record<string, string>;
}

/** Takes the plugin's part out of the process's settings. Reads the files of DKIM's keys. @throws {DeliveryError} when `SMTP_URL`, `SMTP_SERVERS`, a limit, `REDIS_URL`, a `DKIM_` or a `BOUNCE_IMAP_` variable cannot be used */
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
  // Read here as well as by the worker, so that a mistake stops the CMS too.
  mailboxSettings(settings.passedOn);
  sendingLimits(settings.passedOn);
  const servers = mailServers(
    { ...settings.passedOn, SMTP_URL: smtpUrl ?? undefined },
    { allowInsecure: smtpAllowInsecure, connections: smtpConnections },
  );
  return {
    publicUrl,
    ledger:
      databaseUrl === null
        ? { client: 'sqlite', filename: ledgerFile }
        : { client: 'postgres', url: databaseUrl },
    redis: redisSettings(settings.passedOn),
    assetsDir: path.join(dataDir, 'assets'),
    linkSecret: secrets.linkSecret,
    mailServers: servers,
    dkim: dkimKeys(settings.passedOn),
    webhooks: settings.webhooks,
    metricsToken: settings.metricsToken,
    embeddedWorker: worker === 'embedded' && servers.length > 0,
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
        Object.entries(settings.passedOn)
          .filter(([, value]) => value !== undefined)
          .map(([name, value]) => [name, String(value)]),
      ),
      LOG_LEVEL: logLevel === 'http' ? 'info' : logLevel,
    },
  };
}
