import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

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

/**
 * Starts a local mailbox: a real SMTP server that keeps what it is given and shows it on a web page. It hands nothing
 * on, so a demonstration can never mail a real person.
 *
 * @param ports loopback ports for SMTP and for the page
 * @see https://github.com/maildev/maildev
 */
export async function startMailbox(ports: { smtp: number; web: number }): Promise<Mailbox> {
  // maildev is an ES module; a CommonJS program reaches it by import().
  const { MailDev } = await import('maildev');
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
  const { storage } = await maildev.start();
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
