import type { AddressInfo, Socket } from 'node:net';
import { domainToASCII } from 'node:url';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import { until } from './until';

/**
 * What the server does with a message to one recipient.
 * - `accept`: 250
 * - `{ reply, at }`: that answer to `RCPT TO` or after the message; its first three digits are the code
 * - `cut-before-answer`: takes the whole message and breaks the connection before the 250
 * - `cut-in-data`: breaks the connection after the first bytes of the message
 * - `{ waitMs }`: accepts after a while
 */
export type SinkAnswer =
  | 'accept'
  | { reply: string; at: 'rcpt' | 'data' }
  | 'cut-before-answer'
  | 'cut-in-data'
  | { waitMs: number };

/** One message whose bytes came in full, whether or not the server then said so. */
export interface ReceivedMessage {
  from: string;
  to: string;
  raw: Buffer;
  accepted: boolean;
  /** When its last byte came, in milliseconds since 1970. */
  at: number;
}

export interface SmtpSinkOptions {
  /** Asked for each recipient of each attempt; accepts everything when left out. */
  answer?: (address: string, attempt: number) => SinkAnswer;
  /** The only name and password that are let in; without it nobody is asked. */
  account?: { user: string; password: string };
  /** The answer to `MAIL FROM`, when it is to be refused. */
  refuseSender?: string;
  /** The largest message the server announces to take, in bytes. */
  size?: number;
  /** Whether it announces SMTPUTF8; it does when left out. */
  utf8?: boolean;
  /** A fixed port, to come back on the same one; a free one when left out. */
  port?: number;
}

/** A real SMTP server that keeps what it is given and misbehaves as it is told. */
export interface SmtpSink {
  port: number;
  /** As `SMTP_URL` wants it, with the account. */
  url: string;
  received: readonly ReceivedMessage[];
  /** How many times a message to this address was begun (`RCPT TO`). */
  attempts(address: string): number;
  /** What was accepted for an address, read back with mailparser. */
  messagesTo(address: string): Promise<ParsedMail[]>;
  /** The first message accepted for an address, once it is there. @throws when none comes while {@link until} waits */
  messageTo(address: string): Promise<ParsedMail>;
  /** Bytes of the first message accepted for an address. */
  rawTo(address: string): Buffer;
  close(): Promise<void>;
}

/** Starts a sink on the loopback interface. Whoever starts it closes it. */
export async function startSmtpSink(options: SmtpSinkOptions = {}): Promise<SmtpSink> {
  const { account, answer = () => 'accept' } = options;
  const received: ReceivedMessage[] = [];
  const attempts = new Map<string, number>();
  const sockets = new Map<number, Socket>();

  const answerTo = (address: string): SinkAnswer => answer(address, attempts.get(address) ?? 0);
  const cut = (session: SMTPServerSession): void => void sockets.get(session.remotePort)?.destroy();

  const server = new SMTPServer({
    disabledCommands: account ? ['STARTTLS'] : ['STARTTLS', 'AUTH'],
    authOptional: account === undefined,
    allowInsecureAuth: true,
    // nodemailer would wait for a name that no resolver on a test machine has.
    disableReverseLookup: true,
    onAuth({ username, password }, _session, done) {
      if (username === account?.user && password === account?.password) return done(null, { user: username });
      done(smtpError('535 5.7.8 Authentication credentials invalid'));
    },
    hideSMTPUTF8: options.utf8 === false,
    ...(options.size === undefined ? {} : { size: options.size }),
    onMailFrom(_address, _session, done) {
      done(options.refuseSender === undefined ? undefined : smtpError(options.refuseSender));
    },
    onRcptTo(recipient, _session, done) {
      const address = asOnTheWire(recipient.address);
      attempts.set(address, (attempts.get(address) ?? 0) + 1);
      const wanted = answerTo(address);
      if (typeof wanted === 'object' && 'reply' in wanted && wanted.at === 'rcpt')
        return done(smtpError(wanted.reply));
      done();
    },
    onData(stream, session, done) {
      const to = asOnTheWire(session.envelope.rcptTo[0]?.address ?? '');
      const from = session.envelope.mailFrom === false ? '' : session.envelope.mailFrom.address;
      const wanted = answerTo(to);
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        if (wanted === 'cut-in-data') cut(session);
      });
      stream.on('end', () => {
        const message = { from, to, raw: Buffer.concat(chunks), accepted: false, at: Date.now() };
        received.push(message);
        if (wanted === 'cut-before-answer' || wanted === 'cut-in-data') return cut(session);
        if (typeof wanted === 'object' && 'reply' in wanted) return done(smtpError(wanted.reply));
        const accept = (): void => {
          message.accepted = true;
          done();
        };
        if (typeof wanted === 'object') setTimeout(accept, wanted.waitMs);
        else accept();
      });
    },
  });
  server.on('error', () => undefined);
  server.server.on('connection', (socket: Socket) => {
    const { remotePort } = socket;
    if (remotePort === undefined) return;
    sockets.set(remotePort, socket);
    socket.on('close', () => sockets.delete(remotePort));
  });
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.server.address() as AddressInfo;

  const acceptedFor = (address: string): ReceivedMessage[] =>
    received.filter((message) => message.accepted && message.to === address);
  const parse = ({ raw }: ReceivedMessage): Promise<ParsedMail> =>
    simpleParser(raw, { skipHtmlToText: true, skipTextToHtml: true, skipTextLinks: true });

  return {
    port,
    url: `smtp://${account ? `${encodeURIComponent(account.user)}:${encodeURIComponent(account.password)}@` : ''}127.0.0.1:${port}`,
    received,
    attempts: (address) => attempts.get(address) ?? 0,
    messagesTo: (address) => Promise.all(acceptedFor(address).map(parse)),
    async messageTo(address) {
      const [first] = await until(
        () => acceptedFor(address),
        ({ length }) => length > 0,
        `a message to ${address}`,
      );
      return parse(first as ReceivedMessage);
    },
    rawTo(address) {
      const [first] = acceptedFor(address);
      if (!first) throw new Error(`No message to ${address} was accepted.`);
      return first.raw;
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets.values()) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

/** The address a mail's one-click unsubscribe posts to (RFC 8058). */
export function unsubscribeUrlOf(mail: ParsedMail): string {
  const line = mail.headerLines.find(({ key }) => key === 'list-unsubscribe')?.line ?? '';
  const url = /<(https?:[^>]+)>/.exec(line.replaceAll(/\r?\n\s+/g, ''))?.[1];
  if (url === undefined) throw new Error(`No address to post to in “${line}”.`);
  return url;
}

/** smtp-server hands addresses over with their domain decoded (`xn--…`); what was sent is what counts here. */
function asOnTheWire(address: string): string {
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1);
  return `${address.slice(0, at + 1)}${domainToASCII(domain) || domain}`;
}

function smtpError(reply: string): Error {
  return Object.assign(new Error(reply.slice(4)), { responseCode: Number(reply.slice(0, 3)) });
}
