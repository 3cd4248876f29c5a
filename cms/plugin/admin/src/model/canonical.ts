/**
 * A value as a text that is the same for the same value, whatever the order of its keys: PostgreSQL gives JSON back in an order of its
 * own. Pure.
 */
export function canonical(value: unknown): string {
  return JSON.stringify(value ?? null, (_name, inside: unknown) => inOrder(inside));
}

/** An object with its keys in order; anything else as it is. Pure. */
export function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
