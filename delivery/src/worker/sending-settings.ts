import path from 'node:path';
import { z } from 'zod';
import { mailboxSettings, mailboxSettingsSchema, mailboxVariables } from '../incoming/feedback/mailbox';
import { backOffOf, backOffSchema, retryVariables } from '../outgoing/dispatch';
import { limitVariables, sendingLimits, sendingLimitsSchema } from '../outgoing/limits';
import { dkimKeys, dkimKeySchema, dkimVariables } from '../outgoing/message';
import { redisSettings, redisSettingsSchema, redisVariables } from '../outgoing/redis/redis-settings';
import { mailServers, mailServerSchema, serversOf, serverVariables } from '../outgoing/servers';
import { smtpVariables } from '../outgoing/smtp';

/** The variables that say how messages leave and how answers come back, for whoever reads an environment. All may be missing. */
export const sendingVariables = {
  ...smtpVariables,
  ...serverVariables,
  ...limitVariables,
  ...retryVariables,
  ...dkimVariables,
  ...mailboxVariables,
  ...redisVariables,
};

type SendingVariables = {
  [Name in keyof typeof sendingVariables]?: z.output<(typeof sendingVariables)[Name]> | undefined;
};

/**
 * How messages leave and how answers come back, as plain JSON: what {@link readSending} makes of variables, and what may as well
 * be written by hand. Parsed once more it is the same, so that it can be handed on from process to process.
 */
export const sendingSettingsSchema = z.strictObject({
  /** The mail servers; a test message uses the first that answers. Without any everything works but sending. */
  servers: serversOf(mailServerSchema).default([]),
  limits: sendingLimitsSchema.prefault({}),
  /** When a refusal for now is tried again. */
  backOff: backOffSchema.prefault({}),
  /** What messages are signed with; nothing when it is empty. */
  dkim: z.array(dkimKeySchema).default([]),
  /** The mailbox that bounces come to. */
  mailbox: mailboxSettingsSchema.nullable().default(null),
  /** What wakes workers on all machines; null where each looks by itself. */
  redis: redisSettingsSchema.nullable().default(null),
});

/** See {@link sendingSettingsSchema}. It holds secrets, so it is never logged. */
export type SendingSettings = z.output<typeof sendingSettingsSchema>;

const filesNamed = ['DKIM_PRIVATE_KEY_FILE', 'DKIM_ED25519_PRIVATE_KEY_FILE', 'SMTP_SERVERS_FILE'] as const;

/**
 * Puts variables together that were parsed with {@link sendingVariables}, and reads the files that they name.
 *
 * @param folder what the paths of those files count from
 * @throws {DeliveryError} code `CONFIG_INVALID`: a mail server, a limit, Redis, DKIM or the mailbox is set to something unusable;
 *   names the variable and what to set, never a value
 */
export function readSending(variables: SendingVariables, folder = '.'): SendingSettings {
  const env = { ...variables };
  for (const name of filesNamed) {
    const file = env[name];
    if (file !== undefined) env[name] = path.resolve(folder, file);
  }
  return {
    servers: mailServers(env, { allowInsecure: env.SMTP_ALLOW_INSECURE, connections: env.SMTP_CONNECTIONS }),
    limits: sendingLimits(env),
    backOff: backOffOf(env),
    dkim: dkimKeys(env),
    mailbox: mailboxSettings(env),
    redis: redisSettings(env),
  };
}
