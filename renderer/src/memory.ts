import type { CompiledPart } from './markup/compiled-part';

/** Values by text, as many as there is room for. */
export interface Memory<Value> {
  get(key: string): Value | undefined;
  set(key: string, value: Value): void;
}

/** What an `issueRenderer` remembers from one rendering to the next. Nothing of it changes a byte. */
export interface RenderMemory {
  /** Parts of a mail, by the MJML they were compiled from and a hash of what is common to all. */
  parts: Memory<CompiledPart>;
  /** What templates made of sections, by all that they were given. */
  sections: Memory<string>;
}

/** @param room characters that each of the two holds at most, keys and values together */
export function openRenderMemory(room: number): RenderMemory {
  return {
    parts: openMemory(room, ({ html }) => html.length),
    sections: openMemory(room, (text) => text.length),
  };
}

/** A memory that forgets what was asked for longest ago. */
function openMemory<Value>(room: number, sizeOf: (value: Value) => number): Memory<Value> {
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
