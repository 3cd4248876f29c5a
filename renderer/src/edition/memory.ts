/** Values by text, as many as there is room for. */
export interface Memory<Value> {
  get(key: string): Value | undefined;
  set(key: string, value: Value): void;
}

/** A memory that forgets what was asked for longest ago. */
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
      // A Map keeps its order: set again, a value is the youngest.
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
