import { mkdtemp, rm } from 'node:fs/promises';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CommandError } from './run-command';

/** A message that the mailbox holds: who it was for (the SMTP envelope), its subject and its HTML part as it shows it. */
export interface HeldMessage {
  recipients: string[];
  subject: string;
  html: string;
}

export interface Mailbox {
  /** Everything that has arrived so far, oldest first. */
  messages(): Promise<HeldMessage[]>;
  close(): Promise<void>;
}

/** What is used of maildev. Its own types are missing where only what production needs is installed, and this file is compiled there too. */
interface MailDevModule {
  MailDev: new (options: {
    mailDirectory: string;
    smtp: number;
    ip: string;
    web: number;
    webIp: string;
    silent: boolean;
  }) => {
    start(): Promise<{
      storage: { getAll(): Promise<readonly KeptMail[]> };
      api?: { server: { server: Server } };
    }>;
    stop(): Promise<void>;
  };
}

interface KeptMail {
  envelope: { to: readonly { address: string }[] };
  subject?: string;
  html?: string;
}

/**
 * Starts a local mailbox: a real SMTP server that keeps what it is given and shows it on a web page. It hands nothing
 * on, so a demonstration can never mail a real person.
 *
 * @param ports loopback ports for SMTP and for the page
 * @throws {CommandError} code `MAILBOX_MISSING`: where only what production needs is installed
 * @see https://github.com/maildev/maildev
 */
export async function startMailbox(ports: { smtp: number; web: number }): Promise<Mailbox> {
  const { MailDev } = await loadMailDev();
  // Its own would be one folder for all users of the machine, writable by the first of them.
  const folder = await mkdtemp(path.join(tmpdir(), 'nachra-mailbox-'));
  const maildev = new MailDev({
    mailDirectory: folder,
    smtp: ports.smtp,
    ip: '127.0.0.1',
    web: ports.web,
    webIp: '127.0.0.1',
    silent: true,
  });
  const { storage, api } = await maildev.start();
  if (api) closeToOthers(api.server.server);
  return {
    messages: async () =>
      (await storage.getAll()).map((mail) => ({
        recipients: mail.envelope.to.map((recipient) => recipient.address),
        subject: mail.subject ?? '',
        html: mail.html ?? '',
      })),
    close: async () => {
      await maildev.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** `localhost`, `127.0.0.1` or `[::1]`, with any port. */
const ownHost = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i;

/**
 * Whether a page of the mailbox itself asks, or a person's address bar. Any page on the web can make its own name resolve to this
 * machine (DNS rebinding), and maildev lets every origin read what it holds.
 */
function isOwn({ headers: { host = '', origin } }: IncomingMessage): boolean {
  return ownHost.test(host) && (origin === undefined || origin === `http://${host}`);
}

/** Answers others before maildev sees them, sockets included. */
function closeToOthers(server: Server): void {
  type Listener = (...given: unknown[]) => void;
  const guard = (event: 'request' | 'upgrade', refuse: (asked: Duplex | { end(): void }) => void): void => {
    const listeners = server.listeners(event) as Listener[];
    server.removeAllListeners(event);
    server.on(event, (request: IncomingMessage, answer: Duplex, ...more: unknown[]) => {
      if (isOwn(request)) for (const listener of listeners) listener.call(server, request, answer, ...more);
      else refuse(answer);
    });
  };
  guard('request', (response) => {
    Object.assign(response, { statusCode: 403 }).end();
  });
  guard('upgrade', (socket) => socket.end());
}

/**
 * Fails before anything is built or deleted.
 *
 * @throws {CommandError} code `MAILBOX_MISSING`: where only what production needs is installed
 */
export async function assertMailboxInstalled(): Promise<void> {
  await loadMailDev();
}

/** maildev is an ES module; a CommonJS program reaches it by import(). Named by a variable, so that the compiler needs no types. */
async function loadMailDev(): Promise<MailDevModule> {
  const name: string = 'maildev';
  try {
    return (await import(name)) as MailDevModule;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw cause;
    const sentence =
      'The local mailbox (maildev) is not installed here, because production does not need it. Run `npm ci --include=dev`, then this command again.';
    throw new CommandError('MAILBOX_MISSING', sentence, { cause });
  }
}
