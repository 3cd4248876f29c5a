import { createHash, randomInt } from 'node:crypto';

/** Chance that can be had again: the same seed and the same names give the same numbers. */
export interface Random {
  /** A whole number from `from` to `to`, both included. */
  int(from: number, to: number): number;
  /** True that often, 0 to 1. */
  chance(share: number): boolean;
  pick<T>(list: readonly [T, ...T[]]): T;
  /** A source of its own by a name, whatever was drawn here before. */
  of(name: string): Random;
}

export function randomFrom(seed: string): Random {
  let state = createHash('sha256').update(seed).digest().readUInt32LE(0);
  // mulberry32: small, and even enough for choosing moments.
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    int,
    chance: (share) => next() < share,
    pick: (list) => list[int(0, list.length - 1)] ?? list[0],
    of: (name) => randomFrom(`${seed}/${name}`),
  };
}

/** The seed of this run: `NACHRA_CHAOS_SEED`, or a fresh one. */
export function seedOfRun(): string {
  const wished = process.env.NACHRA_CHAOS_SEED ?? '';
  return wished === '' ? String(randomInt(1, 2 ** 31)) : wished;
}
