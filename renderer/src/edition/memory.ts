/** A cache of values by text, with limited room. */
export interface Memory<Value> {
  get(key: string): Value | undefined;
  set(key: string, value: Value): void;
}

/**
 * A cache that drops the least recently used values. By hand, because the room counts characters and not entries.
 *
 * @param room characters at most, of keys and values together
 * @param sizeOf characters of a value
 */
export function openMemory<Value>(room: number, sizeOf: (value: Value) => number): Memory<Value> {
  const values = new Map<string, Value>();
  let held = 0;
  const forget = (key: string) => {
    const value = values.get(key);
    if (value === undefined) return;
    held -= key.length + sizeOf(value);
    values.delete(key);
  };
  return {
    get(key) {
      const value = values.get(key);
      if (value === undefined) return undefined;
      // A Map keeps insertion order: a value that is set again is the newest.
      values.delete(key);
      values.set(key, value);
      return value;
    },
    set(key, value) {
      forget(key);
      values.set(key, value);
      held += key.length + sizeOf(value);
      for (const oldest of values.keys()) {
        if (held <= room) break;
        forget(oldest);
      }
    },
  };
}
