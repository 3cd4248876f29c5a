import { createRequire } from 'node:module';
import { workerData } from 'piscina';
import { z } from 'zod';

/** What the thread is given: a password, and the rounds or the salt to hash it with, or the hash to compare it with. */
export interface PasswordTask {
  name: 'hash' | 'compare';
  text: string;
  other: string | number;
}

/** The part of `bcryptjs` that a thread may call, which has nobody else to answer. */
interface Bcrypt {
  hashSync(text: string, rounds: number | string): string;
  compareSync(text: string, hash: string): boolean;
}

const bcrypt = createRequire(__filename)(z.string().parse(workerData)) as Bcrypt;

/** @returns the hash, or whether the password is the one of the hash. @throws what `bcryptjs` throws */
export default ({ name, text, other }: PasswordTask): string | boolean =>
  name === 'hash' ? bcrypt.hashSync(text, other) : bcrypt.compareSync(text, String(other));
