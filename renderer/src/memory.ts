/** A cache with limited room. */
export interface Memory<Value, Key = string> {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): void;
  delete(key: Key): void;
}

/**
 * A cache that drops the least recently used values: the one of all packages, for keys that have no end, such as contents,
 * campaigns and domains. What was dropped is made or read again.
 *
 * @param room the most that it holds: entries, or whatever `sizeOf` counts
 * @param sizeOf how much room an entry takes; characters of text, as a rule
 */
export function openMemory<Value, Key = string>(
  room: number,
  sizeOf: (value: Value, key: Key) => number = () => 1,
): Memory<Value, Key> {
  const values = new Map<Key, { value: Value; size: number }>();
  let held = 0;
  const forget = (key: Key): void => {
    held -= values.get(key)?.size ?? 0;
    values.delete(key);
  };
  return {
    get(key) {
      const kept = values.get(key);
      if (kept === undefined) return undefined;
      // A Map keeps insertion order: a value that is set again is the newest.
      values.delete(key);
      values.set(key, kept);
      return kept.value;
    },
    set(key, value) {
      forget(key);
      const size = sizeOf(value, key);
      values.set(key, { value, size });
      held += size;
      for (const oldest of values.keys()) {
        if (held <= room) break;
        forget(oldest);
      }
    },
    delete: forget,
  };
}
