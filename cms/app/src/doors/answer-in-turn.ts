import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Core } from '@strapi/strapi';

/** The requests of one connection. */
interface Line {
  isBusy: boolean;
  /** Those that came before the one in work was answered, each told whether the connection is still there. */
  waiting: ((isThere: boolean) => void)[];
}

/**
 * Works on one request of a connection at a time, and reads no further while another waits. Node hands over all that one piece of a
 * connection brings (64 kB: two thousand requests that are pipelined), and keeps their answers in order: begun together, they
 * hold the process for whoever else asks, also once nobody reads the answers. Others have their turn between two. Called in `register`;
 * before the middlewares that plugins have added by then.
 */
export function answerInTurn(strapi: Core.Strapi): void {
  const lines = new WeakMap<Socket, Line>();

  strapi.server.app.middleware.unshift(async (context, next) => {
    const { socket } = context.req;
    let line = lines.get(socket);
    if (line === undefined) lines.set(socket, (line = openLine(socket)));
    if (line.isBusy && !(await myTurn(line, socket))) {
      context.respond = false;
      return;
    }
    line.isBusy = true;
    passOn(line, socket, context.res);
    await next();
  });
}

function openLine(socket: Socket): Line {
  const line: Line = { isBusy: false, waiting: [] };
  // Node resumes a connection by itself once a request is read.
  socket.on('resume', () => {
    if (line.waiting.length > 0) socket.pause();
  });
  socket.once('close', () => {
    for (const go of line.waiting.splice(0)) go(false);
  });
  return line;
}

function myTurn(line: Line, socket: Socket): Promise<boolean> {
  socket.pause();
  return new Promise((resolve) => line.waiting.push(resolve));
}

/** Once the answer has left. Not at once: what is answered from memory would never let the event loop go. */
function passOn(line: Line, socket: Socket, response: ServerResponse): void {
  response.once('close', () => {
    const go = line.waiting.shift();
    line.isBusy = go !== undefined;
    if (go === undefined) return;
    setImmediate(() => {
      if (line.waiting.length === 0) socket.resume();
      go(true);
    });
  });
}
