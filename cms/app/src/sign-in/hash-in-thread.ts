import { createRequire } from 'node:module';
import path from 'node:path';
import { Piscina } from 'piscina';
import type { PasswordTask } from './password-thread';
import { TooManyAttempts } from './too-many-attempts';

type Hashing = (text: unknown, other: unknown, ...more: unknown[]) => unknown;
/** The part of `bcryptjs` that Strapi calls. */
type Bcrypt = Record<PasswordTask['name'], Hashing>;

/** More than sign-ins are let in at once: forms of the admin, and codes, need a password too. Ten seconds of waiting. */
const mostWaiting = 100;

let isMoved = false;

/**
 * Moves what Strapi hashes and compares passwords with to a thread. It is written in JavaScript, and one comparison takes a tenth of
 * a second of processor time: forty at once, which need no account, held everybody else's answer for five seconds. Strapi's own
 * packages share one copy of the library, and call it by its name each time. What comes while a hundred wait is answered 429. Called in `register`; idempotent.
 */
export function hashInThread(): void {
  if (isMoved) return;
  isMoved = true;
  const file = bcryptOfStrapi();
  const bcrypt = createRequire(__filename)(file) as Bcrypt;
  // Started by the first task and kept; it holds no process back while it has none. One, so that a core is left for the rest.
  const thread = new Piscina<PasswordTask, string | boolean>({
    filename: path.join(__dirname, 'password-thread.js'),
    workerData: file,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: Infinity,
    maxQueue: mostWaiting,
  });
  const inThread = (task: PasswordTask): Promise<string | boolean> =>
    thread.queueSize < mostWaiting ? thread.run(task) : Promise.reject(new TooManyAttempts(10));
  for (const name of ['hash', 'compare'] as const) {
    const own = bcrypt[name].bind(bcrypt);
    bcrypt[name] = (text, other, ...more) => {
      const isOurs = typeof text === 'string' && (typeof other === 'string' || typeof other === 'number');
      // What it refuses itself, and who wants to be called back, goes the old way.
      return isOurs && more.length === 0 ? inThread({ name, text, other }) : own(text, other, ...more);
    };
  }
}

function bcryptOfStrapi(): string {
  const strapi = createRequire(require.resolve('@strapi/strapi'));
  return createRequire(strapi.resolve('@strapi/core')).resolve('bcryptjs');
}
