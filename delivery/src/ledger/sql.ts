/** One page of something. `page` counts from 1. */
export interface PageRequest {
  page: number;
  pageSize: number;
  /** Part of an address. */
  search?: string;
}

/** `'a', 'b'` for an `IN (…)`: only for words of our own (states), never for what came from outside. */
export function words(list: readonly string[]): string {
  return list.map((word) => `'${word}'`).join(', ');
}

/** A `LIKE` pattern that finds `text` anywhere and takes `%` and `_` literally; use with `ESCAPE '\'`. */
export function containing(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, (character) => `\\${character}`)}%`;
}

/** What the database itself said. knex puts the whole statement before it, which tells a person nothing. */
export function driverWords(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split(' - ').at(-1) ?? message;
}
