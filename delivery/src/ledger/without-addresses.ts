/**
 * Text that a person typed or a server said, without the addresses in it: for what is kept where an erasure cannot reach it. Pure.
 *
 * The signs beside `@` are those that an input method for wide letters writes for it.
 */
export function withoutAddresses(text: string): string {
  return text.replace(/[^\s<>()]+[@＠﹫][^\s<>()]+/g, '…');
}

/** The same for every text in some data, however deep; names of fields stay. Pure. */
export function dataWithoutAddresses<Data>(data: Data): Data {
  return scrubbed(data) as Data;
}

function scrubbed(value: unknown): unknown {
  if (typeof value === 'string') return withoutAddresses(value);
  if (Array.isArray(value)) return value.map(scrubbed);
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, scrubbed(part)]));
}
