/** One page of something. `page` counts from 1. */
export interface PageRequest {
  page: number;
  pageSize: number;
  /** A part of the address to look for. */
  search?: string;
}

/** `'a', 'b'` for an `IN (…)`: only for our own words (states), never for input from outside. */
export function words(list: readonly string[]): string {
  return list.map((word) => `'${word}'`).join(', ');
}

/** A `LIKE` pattern that finds `text` anywhere and takes `%` and `_` literally; use with `ESCAPE '\'`. */
export function containing(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, (character) => `\\${character}`)}%`;
}

/** What the database itself said. knex puts the whole statement before it, which does not help a person. */
export function driverWords(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split(' - ').at(-1) ?? message;
}
