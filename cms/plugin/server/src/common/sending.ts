import {
  backOffOf,
  dkimKeys,
  mailboxSettings,
  mailServers,
  redisSettings,
  sendingLimits,
  toWorkerSettings,
  type DkimKey,
  type MailServer,
  type RedisSettings,
  type WorkerSettings,
} from '@nachra/delivery';
import type { NewsletterSettings } from './settings';

/** What the plugin sends with, made from its settings. */
interface Sending {
  /** Servers that mail is sent through; test messages use the first that answers. Empty: everything works but sending. */
  mailServers: readonly MailServer[];
  /** What messages are signed with; nothing when it is empty. */
  dkim: readonly DkimKey[];
  /** What wakes workers on all machines; null where there is none. */
  redis: RedisSettings | null;
  /** All of it in the plain form that a worker is handed by IPC; null while no mail server is set. Holds secrets. */
  worker: WorkerSettings | null;
}

/**
 * Reads the delivery's part of the settings once, for Strapi and for the worker beside it, files of DKIM keys included. A
 * mistake in what only the worker needs stops Strapi too.
 *
 * @throws {DeliveryError} code `CONFIG_INVALID` when a mail server, a limit, Redis, DKIM or the mailbox of bounces is set to
 *   something unusable
 */
export function sendingOf(settings: NewsletterSettings): Sending {
  const { ledger, linkSecret, personKey, smtp, delivery, workerLogLevel: logLevel } = settings;
  const { url, ...ofConnections } = smtp;
  const servers = mailServers({ ...delivery, SMTP_URL: url ?? undefined }, ofConnections);
  const dkim = dkimKeys(delivery);
  const redis = redisSettings(delivery);
  const mailbox = mailboxSettings(delivery);
  const limits = sendingLimits(delivery);
  const backOff = backOffOf(delivery);
  const [first] = servers;
  const worker =
    first &&
    toWorkerSettings({
      ledger,
      linkSecret,
      personKey,
      smtp: first.smtp,
      servers,
      limits,
      backOff,
      dkim,
      mailbox,
      redis,
      logLevel,
    });
  return { mailServers: servers, dkim, redis, worker: worker ?? null };
}
