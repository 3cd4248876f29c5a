import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import type { PasswordTask } from './hash-in-thread';

/** The part of `bcryptjs` that a thread may call, which has nobody else to answer. */
interface Bcrypt {
  hashSync(text: string, rounds: number | string): string;
  compareSync(text: string, hash: string): boolean;
}

const bcrypt = createRequire(__filename)(z.string().parse(workerData)) as Bcrypt;

parentPort?.on('message', ({ id, name, text, other }: PasswordTask) => {
  try {
    const result = name === 'hash' ? bcrypt.hashSync(text, other) : bcrypt.compareSync(text, String(other));
    parentPort?.postMessage({ id, result });
  } catch (error) {
    parentPort?.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  }
});
