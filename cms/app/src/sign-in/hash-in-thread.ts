import { createRequire } from 'node:module';
import path from 'node:path';
import { Worker } from 'node:worker_threads';

/** What the thread is given: a password, and the rounds or the salt to hash it with, or the hash to compare it with. */
export interface PasswordTask {
  id: number;
  name: 'hash' | 'compare';
  text: string;
  other: string | number;
}
interface Done {
  id: number;
  result?: unknown;
  error?: string;
}
interface Waiting {
  resolve: (result: unknown) => void;
  reject: (error: Error) => void;
}

type Hashing = (text: unknown, other: unknown, ...more: unknown[]) => unknown;
/** The part of `bcryptjs` that Strapi calls. */
type Bcrypt = Record<PasswordTask['name'], Hashing>;

let isMoved = false;

/**
 * Moves what Strapi hashes and compares passwords with to a thread. It is written in JavaScript, and one comparison takes a tenth of
 * a second of processor time: forty at once, which need no account, held everybody else's answer for five seconds. Strapi's own
 * packages share one copy of the library, and call it by its name each time. Called in `register`; idempotent.
 */
export function hashInThread(): void {
  if (isMoved) return;
  isMoved = true;
  const file = bcryptOfStrapi();
  const bcrypt = createRequire(__filename)(file) as Bcrypt;
  const run = openThread(file);
  for (const name of ['hash', 'compare'] as const) {
    const own = bcrypt[name].bind(bcrypt);
    bcrypt[name] = (text, other, ...more) => {
      const isOurs = typeof text === 'string' && ['string', 'number'].includes(typeof other);
      // What it refuses itself, and who wants to be called back, goes the old way.
      return isOurs && more.length === 0
        ? run(name, text, other as string | number)
        : own(text, other, ...more);
    };
  }
}

function bcryptOfStrapi(): string {
  const strapi = createRequire(require.resolve('@strapi/strapi'));
  return createRequire(strapi.resolve('@strapi/core')).resolve('bcryptjs');
}

/** Starts with the first task, keeps no process alive while it has none, and is replaced if it ends. One after the other. */
function openThread(bcrypt: string) {
  const waiting = new Map<number, Waiting>();
  let thread: Worker | null = null;
  let last = 0;

  const start = (): Worker => {
    const worker = new Worker(path.join(__dirname, 'password-thread.js'), { workerData: bcrypt });
    worker.on('message', ({ id, result, error }: Done) => {
      const asked = waiting.get(id);
      waiting.delete(id);
      if (waiting.size === 0) worker.unref();
      if (error === undefined) asked?.resolve(result);
      else asked?.reject(new Error(error));
    });
    const end = (error: Error) => {
      if (thread === worker) thread = null;
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
    };
    worker.on('error', end);
    worker.on('exit', () => end(new Error('The thread of passwords has ended.')));
    return worker;
  };

  return (name: PasswordTask['name'], text: string, other: string | number): Promise<unknown> =>
    new Promise((resolve, reject) => {
      thread ??= start();
      thread.ref();
      last += 1;
      waiting.set(last, { resolve, reject });
      thread.postMessage({ id: last, name, text, other } satisfies PasswordTask);
    });
}
