import {
  dkimKeys,
  mailboxSettings,
  mailServers,
  redisSettings,
  sendingLimits,
  type DkimKey,
  type MailServer,
  type RedisSettings,
} from '@nachra/delivery';
import type { NewsletterSettings } from './settings';

/** What the plugin sends with, made from its settings. */
export interface Sending {
  /** What mail leaves by; test messages by the first that can be reached. None is set: everything works but sending. */
  mailServers: readonly MailServer[];
  /** What messages are signed with; nothing when it is empty. */
  dkim: readonly DkimKey[];
  /** What wakes workers on all machines; null where there is none. */
  redis: RedisSettings | null;
}

/**
 * Reads the delivery's part of the settings, files of DKIM keys included. What only the worker needs is read too, so that
 * a mistake stops Strapi and not a process behind it.
 *
 * @throws {DeliveryError} `CONFIG_INVALID` when a mail server, a limit, Redis, DKIM or the mailbox of bounces is set to what cannot be used
 */
export function sendingOf({ smtp, delivery }: NewsletterSettings): Sending {
  mailboxSettings(delivery);
  sendingLimits(delivery);
  const { allowInsecure, connections } = smtp;
  return {
    mailServers: mailServers(
      { ...delivery, SMTP_URL: smtp.url ?? undefined },
      { allowInsecure, connections },
    ),
    dkim: dkimKeys(delivery),
    redis: redisSettings(delivery),
  };
}
