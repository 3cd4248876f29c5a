import { createServer, type AddressInfo, type Socket } from 'node:net';

/** Where a session that is full refuses; `data` is the command, `dot` the whole message. */
export type RefusalPlace = 'mail' | 'rcpt' | 'data' | 'dot';

export interface LimitedServerOptions {
  /** Messages a session; Infinity for none. */
  limit: number;
  /** What is answered after them; null for closing without a word. */
  reply: string | null;
  at: RefusalPlace;
  /** Whom it refuses in whatever session, and how (`RCPT TO`). */
  refuse?: (address: string) => string | null;
  pipelining?: boolean;
  port?: number;
}

/** A mail server that takes so many messages a session, with the books of each. */
export interface LimitedServer {
  port: number;
  url: string;
  /** May be changed while it runs. */
  limit: number;
  /** How often a message was taken, by address. */
  readonly taken: ReadonlyMap<string, number>;
  /** How often `RCPT TO` named an address. */
  readonly named: ReadonlyMap<string, number>;
  /** Of each session, in the order in which they began. */
  readonly sessions: readonly { taken: number; refusals: number }[];
  close(): Promise<void>;
}

/** Starts one on the loopback interface. Whoever starts it closes it. */
export async function startLimitedServer(options: LimitedServerOptions): Promise<LimitedServer> {
  const sockets = new Set<Socket>();
  const books = {
    taken: new Map<string, number>(),
    named: new Map<string, number>(),
    sessions: [] as { taken: number; refusals: number }[],
  };
  const listening = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    converse(socket).catch(() => socket.destroy());
  });
  await new Promise<void>((resolve) => listening.listen(options.port ?? 0, '127.0.0.1', resolve));
  const { port } = listening.address() as AddressInfo;
  const server: LimitedServer = {
    port,
    url: `smtp://127.0.0.1:${port}`,
    limit: options.limit,
    ...books,
    close: () =>
      new Promise((resolve) => {
        sockets.forEach((socket) => socket.destroy());
        listening.close(() => resolve());
      }),
  };
  return server;

  async function converse(socket: Socket): Promise<void> {
    const session = { taken: 0, refusals: 0 };
    books.sessions.push(session);
    let [input, address, inBody]: [string, string, boolean] = ['', '', false];

    /** Answers one command or message. @returns whether the conversation goes on */
    function answer(part: string): boolean {
      const say = (line: string): true => socket.write(`${line}\r\n`) || true;
      const verb = part.slice(0, 4).toUpperCase();
      const place: RefusalPlace | null = inBody
        ? 'dot'
        : verb === 'MAIL' || verb === 'RCPT' || verb === 'DATA'
          ? (verb.toLowerCase() as RefusalPlace)
          : null;
      if (place === 'rcpt') {
        address = /<([^>]*)>/.exec(part)?.[1] ?? '';
        count(books.named, address);
      }
      inBody = false;
      if (place === options.at && session.taken >= server.limit) {
        session.refusals += 1;
        address = '';
        if (options.reply === null) return ended(() => socket.destroy());
        say(options.reply);
        if (options.reply.startsWith('421')) return ended(() => socket.end());
        return true;
      }
      if (place === 'dot') {
        session.taken += 1;
        count(books.taken, address);
        return say('250 2.0.0 Taken');
      }
      const refusal = place === 'rcpt' ? (options.refuse?.(address) ?? null) : null;
      if (refusal !== null) {
        address = '';
        return say(refusal);
      }
      if (verb === 'EHLO')
        return say(options.pipelining ? '250-limited.test\r\n250 PIPELINING' : '250 limited.test');
      if (verb === 'QUIT') return ended(() => socket.end('221 2.0.0 Bye\r\n'));
      if (verb !== 'DATA') return say('250 2.0.0 OK');
      inBody = address !== '';
      return say(inBody ? '354 Go on' : '503 5.5.1 To whom?');
    }

    socket.write('220 limited.test ESMTP\r\n');
    for await (const chunk of socket as AsyncIterable<Buffer>) {
      input += chunk.toString('latin1');
      for (;;) {
        const mark = inBody ? '\r\n.\r\n' : '\r\n';
        const end = input.indexOf(mark);
        if (end < 0) break;
        const part = input.slice(0, end);
        input = input.slice(end + mark.length);
        if (!answer(part)) return;
      }
    }
  }
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** Says that a conversation is over. */
function ended(end: () => unknown): false {
  end();
  return false;
}
