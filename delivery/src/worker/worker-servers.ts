import type { WorkerConfig } from './settings-by-ipc';
import type { WorkerDependencies, WorkerTiming } from './dependencies';
import type { Ledger } from '../ledger';
import { openPaces, openTokens } from '../outgoing/limits';
import { openMailServers, openSessionLimits, troubleNotes, type MailServers } from '../outgoing/servers';
import { createSmtpTransport, type ServerTrouble } from '../outgoing/smtp';
import { self } from './owner';

/** Opens the mail servers that a worker was given; trouble and recovery are logged, and recorded in the ledger for the desk to show. */
export async function openServers(
  ledger: Ledger,
  timing: WorkerTiming,
  config: WorkerConfig,
  { logger, transport, now = () => new Date() }: WorkerDependencies,
): Promise<MailServers> {
  const notes = troubleNotes(ledger, self);
  await notes.clear();
  const sessionLimits = await openSessionLimits(ledger);
  return openMailServers({
    servers: config.servers,
    transportOf: ({ name, smtp }) =>
      transport ??
      createSmtpTransport(smtp, {
        sessionLimit: sessionLimits.known.get(name) ?? null,
        onSessionLimit(messages) {
          logger.info(
            { event: 'smtp.session-limit', server: name, messages },
            sessionSentence(name, messages),
          );
          // What could not be written is learnt again after the next start, for one refusal or two and nobody's attempt.
          void sessionLimits.keep(name, messages, now()).catch(() => undefined);
        },
      }),
    limits: config.limits,
    tokens: await openTokens(ledger, config.redis),
    paces: openPaces(ledger),
    waits: timing.troubleMs,
    onTrouble({ name }, { trouble, code, reply }, againInMs) {
      logger.error(
        { event: 'smtp.unavailable', server: name, trouble, code, againInMs },
        troubleSentence(name, trouble, reply),
      );
      // A note that could not be written only affects what the desk shows.
      void notes.note(name, trouble, now()).catch(() => undefined);
    },
    onRecovery({ name }) {
      logger.info({ event: 'smtp.back', server: name }, `The mail server ${name} takes messages again.`);
      void notes.clear(name).catch(() => undefined);
    },
  });
}

const remedies: Record<ServerTrouble, string> = {
  unreachable: 'Check the host and port of SMTP_URL, and that the server runs.',
  'sign-in-refused': 'Correct the name and password in SMTP_URL.',
  insecure:
    'The server offers no TLS that can be trusted: use one that does, or set SMTP_ALLOW_INSECURE=true knowingly.',
  'sender-refused':
    'The server does not let us send as this sender: correct the sender in the brand, or the account in SMTP_URL.',
  closing:
    'It takes nothing from anybody for now, and its answer says why. If that speaks of connections, lower SMTP_CONNECTIONS; otherwise wait.',
  'breaking-off':
    'Connections to it break in the middle of messages: a size limit, a virus scanner or a firewall may cause that.',
  'ascii-only':
    'It does not offer SMTPUTF8, which a non-ASCII address needs: use a server that does for such addresses.',
  stopped: 'The connection was closed because we are shutting down.',
};

function sessionSentence(server: string, messages: number | null): string {
  return messages === null
    ? `The mail server ${server} takes as many messages a session as it is given.`
    : `The mail server ${server} takes ${messages} messages a session: from now on a session ends there, and the next begins.`;
}

/** What the log says about a mail server that takes nothing, and what to do about it. */
function troubleSentence(server: string, trouble: ServerTrouble, reply: string): string {
  return `The mail server ${server} takes no messages (${reply}). ${remedies[trouble]} No messages are lost: they stay queued.`;
}
