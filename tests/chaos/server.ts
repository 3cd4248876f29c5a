import { createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { createServer as createTlsServer, type SecureContextOptions } from 'node:tls';
import { within } from '../support/slowness.mts';

/**
 * What the server does to one attempt.
 * - `reply`: that answer to `RCPT TO`, or after the final dot; its first digit says for now or for good
 * - `cut` at `body`: resets the connection in the middle of the message
 * - `cut` at `dot`: takes the whole message and is gone before the 250
 * - `stallMs`: takes the whole message and thinks for so long before the 250
 */
export type Fault =
  { reply: string; at: 'rcpt' | 'dot' } | { cut: 'body' | 'dot' } | { stallMs: number } | null;

/** What the server does once a session has taken so many messages; a reply of null is a connection closed without a word. */
export interface SessionEnd {
  after: number;
  at: 'mail' | 'rcpt' | 'data';
  reply: string | null;
}

/** A mail server whose mood can be changed while it runs, and which keeps the books that a ledger is judged by. */
export interface HostileServer {
  port: number;
  /** Drawn for each attempt at a recipient; `attempt` counts from 1. */
  mood: (address: string, attempt: number) => Fault;
  /** Asked for each session as it begins; null for one without an end. */
  sessionEnd: () => SessionEnd | null;
  /** The most refusals at the end of one session, and how many sessions there were. */
  readonly sessions: { count: number; mostRefusals: number };
  /** In place of the greeting, when it lets nobody in. */
  refuseAll: string | null;
  /** `asked`: a sign-in is wanted and offered. `forgotten`: wanted and not offered. */
  auth: 'none' | 'asked' | 'forgotten';
  /** How often a message was taken, by Message-ID: said so, or whole and cut off before it could be said. */
  readonly takenById: ReadonlyMap<string, number>;
  readonly takenByAddress: ReadonlyMap<string, number>;
  /** Whom a 5xx was said to. */
  readonly refused: ReadonlySet<string>;
  /** How many messages were taken. */
  taken(): number;
  /** How many connections it broke with a message begun or whole: each may leave one doubt. */
  cuts(): number;
  /** Resolves when `count` more were taken, or when none came for `patienceMs`. */
  more(count: number, patienceMs?: number): Promise<void>;
  /** Breaks every connection there is. */
  cutAll(): void;
  /** Shows this certificate from now on; only for a server that was started with one. */
  show(certificate: SecureContextOptions): void;
  close(): Promise<void>;
}

/** @param certificate TLS from the first byte with it; plain without */
export async function startHostileServer(certificate?: SecureContextOptions): Promise<HostileServer> {
  const sockets = new Set<Socket>();
  const books = {
    takenById: new Map<string, number>(),
    takenByAddress: new Map<string, number>(),
    refused: new Set<string>(),
    attempts: new Map<string, number>(),
    taken: 0,
    cuts: 0,
  };
  const tell = new Set<() => void>();
  const listener = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    // A connection that breaks in the middle of a word ends the conversation; that is what this is about.
    converse(socket).catch(() => socket.destroy());
  };
  const tls = certificate && createTlsServer(certificate, listener);
  const listening = tls ?? createServer(listener);
  tls?.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));

  const server: HostileServer = {
    port: (listening.address() as AddressInfo).port,
    mood: () => null,
    sessionEnd: () => null,
    sessions: { count: 0, mostRefusals: 0 },
    refuseAll: null,
    auth: 'none',
    takenById: books.takenById,
    takenByAddress: books.takenByAddress,
    refused: books.refused,
    taken: () => books.taken,
    cuts: () => books.cuts,
    async more(count, patienceMs = within(5_000)) {
      const goal = books.taken + count;
      for (let before = -1; books.taken < goal && books.taken > before;) {
        before = books.taken;
        await oneMore(patienceMs);
      }
    },
    cutAll: () => sockets.forEach((socket) => socket.destroy()),
    show: (shown) => tls?.setSecureContext(shown),
    close: () =>
      new Promise((resolve) => {
        sockets.forEach((socket) => socket.destroy());
        listening.close(() => resolve());
      }),
  };
  return server;

  function oneMore(patienceMs: number): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        tell.delete(done);
        resolve();
      };
      const timer = setTimeout(done, patienceMs);
      tell.add(done);
    });
  }

  function take(address: string, message: Buffer): void {
    const id =
      /^message-id:\s*<([^>]+)>/im.exec(message.toString('latin1', 0, 16_384))?.[1] ?? `none, to ${address}`;
    books.takenById.set(id, (books.takenById.get(id) ?? 0) + 1);
    books.takenByAddress.set(address, (books.takenByAddress.get(address) ?? 0) + 1);
    books.taken += 1;
    for (const each of [...tell]) each();
  }

  function breakOff(socket: Socket): void {
    books.cuts += 1;
    if (tls) socket.destroy();
    else socket.resetAndDestroy();
  }

  /** One connection, from the greeting to its end. */
  async function converse(socket: Socket): Promise<void> {
    const say = (line: string): void => void socket.write(`${line}\r\n`);
    if (server.refuseAll !== null) return void socket.end(`${server.refuseAll}\r\n`);
    say('220 hostile.test ESMTP');
    let input: Buffer = Buffer.alloc(0);
    let signedIn = false;
    let hasSender = false;
    const end = server.sessionEnd();
    const here = { taken: 0, refusals: 0 };
    server.sessions.count += 1;
    let address: string | null = null;
    let fault: Fault = null;
    let inBody = false;
    for await (const chunk of socket as AsyncIterable<Buffer>) {
      input = Buffer.concat([input, chunk]);
      for (;;) {
        if (inBody && fault && 'cut' in fault && fault.cut === 'body' && input.length > 200)
          return breakOff(socket);
        const mark: string = inBody ? '\r\n.\r\n' : '\r\n';
        const length = input.indexOf(mark);
        if (length < 0) break;
        const part = input.subarray(0, length);
        input = input.subarray(length + mark.length);
        if (inBody) {
          inBody = false;
          const to: string = address ?? '';
          const answer: string | null = await receive(to, part, fault);
          if (answer === null) return breakOff(socket);
          address = null;
          here.taken += Number(answer.startsWith('250'));
          say(answer);
          continue;
        }
        const line = part.toString('latin1');
        const verb = line.slice(0, 4).toUpperCase();
        if (end && verb === end.at.toUpperCase() && here.taken >= end.after) {
          here.refusals += 1;
          server.sessions.mostRefusals = Math.max(server.sessions.mostRefusals, here.refusals);
          hasSender = false;
          address = null;
          if (end.reply === null) return void socket.destroy();
          say(end.reply);
          if (end.reply.startsWith('421')) return void socket.end();
        } else if (verb === 'EHLO' || verb === 'HELO') {
          const offers = ['PIPELINING', '8BITMIME', ...(server.auth === 'asked' ? ['AUTH PLAIN'] : [])];
          socket.write(
            `250-hostile.test\r\n${offers.map((offer) => `250-${offer}\r\n`).join('')}250 HELP\r\n`,
          );
        } else if (verb === 'AUTH') {
          signedIn = server.auth === 'asked';
          say(signedIn ? '235 2.7.0 Welcome' : '503 5.5.1 I know no AUTH');
        } else if (verb === 'MAIL') {
          address = null;
          hasSender = true;
          say(server.auth !== 'none' && !signedIn ? '530 5.7.0 Sign in first' : '250 2.1.0 OK');
        } else if (verb === 'RCPT' && !hasSender) {
          say('503 5.5.1 From whom?');
        } else if (verb === 'RCPT') {
          const to = /<([^>]*)>/.exec(line)?.[1] ?? '';
          const attempt = (books.attempts.get(to) ?? 0) + 1;
          books.attempts.set(to, attempt);
          fault = server.mood(to, attempt);
          if (fault && 'reply' in fault && fault.at === 'rcpt') {
            if (fault.reply.startsWith('5')) books.refused.add(to);
            say(fault.reply);
            // RFC 5321 §3.8: 421 is the last word on a connection.
            if (fault.reply.startsWith('421')) return void socket.end();
          } else {
            address = to;
            say('250 2.1.5 OK');
          }
        } else if (verb === 'DATA') {
          inBody = address !== null;
          say(inBody ? '354 Go on' : '503 5.5.1 To whom?');
        } else if (verb === 'QUIT') {
          return void socket.end('221 2.0.0 Bye\r\n');
        } else {
          say('250 2.0.0 OK');
        }
      }
    }
  }

  /** What is answered to a whole message; null when the connection breaks instead. */
  async function receive(to: string, message: Buffer, fault: Fault): Promise<string | null> {
    if (fault && 'reply' in fault) {
      if (fault.reply.startsWith('5')) books.refused.add(to);
      return fault.reply;
    }
    take(to, message);
    if (fault && 'cut' in fault) return null;
    await delay(fault ? fault.stallMs : paceMs);
    return '250 2.0.0 Taken';
  }
}

/** A server on the same machine would be done before anything could be broken. */
const paceMs = 3;
