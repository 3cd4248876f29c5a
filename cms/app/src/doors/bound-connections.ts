import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** How long a connection may take, in milliseconds. */
interface Patience {
  /** For a body that is no file: a megabyte at most. Files have as long as `requestTimeout` says. */
  body: number;
  /** For nothing to come or go while it is the client's turn. */
  silence: number;
  /** For an answer that lies whole in memory to be taken. */
  answer: number;
}

/** A megabyte in a minute is a modem's pace. */
const usual: Patience = { body: 60_000, silence: 60_000, answer: 120_000 };

/**
 * What Node itself bounds, for `http.createServer`: headers, the whole of a request with its files, and how long a connection stays open
 * for the next one. That is longer than proxies keep theirs (nginx and AWS: 60 s): they would send requests into connections that end at
 * that moment, which readers see as 502. In milliseconds.
 */
export const requestLimits = {
  keepAliveTimeout: 65_000,
  headersTimeout: 15_000,
  requestTimeout: 300_000,
  connectionsCheckingInterval: 2_000,
} as const;

/**
 * Ends connections whose clients send or take so slowly that each would be held, with what it has asked for, for as long as somebody
 * likes. Node bounds how long a request comes, and neither one that sends a byte now and then for five minutes, nor one that never reads
 * what it is answered. Called in `register`.
 */
export function boundConnections(server: Server, patience: Patience = usual): void {
  const current = new WeakMap<Socket, { request: IncomingMessage; response: ServerResponse }>();
  const endIn = (wait: number, { socket }: IncomingMessage) =>
    setTimeout(() => socket.destroy(), wait).unref();

  // First: an answer may be whole before another listener has seen the request.
  server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
    current.set(request.socket, { request, response });
    if (!/^multipart\//i.test(request.headers['content-type'] ?? '')) {
      const timer = endIn(patience.body, request);
      request.once('end', () => clearTimeout(timer));
      response.once('close', () => clearTimeout(timer));
    }
    response.once('prefinish', () => {
      const timer = endIn(patience.answer, request);
      response.once('close', () => clearTimeout(timer));
    });
  });
  // With a listener, Node leaves it to that to end the connection.
  server.setTimeout(patience.silence, (socket) => {
    const known = current.get(socket);
    const isOurTurn =
      known !== undefined &&
      known.request.complete &&
      !known.response.writableEnded &&
      socket.writableLength === 0;
    if (!isOurTurn) socket.destroy();
  });
}
