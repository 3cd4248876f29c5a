/** How many of the newest values are known as an editor's own when they are handed in again, which may be a moment later. */
const keptValues = 10;

/** The values that an editor has handed out and not got back, with one more. Pure. */
export function withWritten(written: readonly string[], value: string): string[] {
  return [...written.slice(1 - keptValues), value];
}

/**
 * What an editor has still to get back, once it was handed a value that it has handed out itself: values come back in their order, so
 * one of before that comes later comes from outside. Null for what is not its own. Pure.
 */
export function afterEcho(written: readonly string[], value: string): string[] | null {
  const at = written.indexOf(value);
  return at < 0 ? null : written.slice(at + 1);
}
