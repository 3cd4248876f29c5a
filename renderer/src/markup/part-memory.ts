import type { ColumnRules } from './column-styles';

/** A part of a mail, compiled and finished. */
export interface CompiledPart {
  html: string;
  /** The rules that its columns need in the head. */
  columns: ColumnRules;
}

/** Remembers what was compiled, by the hash of all that it was compiled from. */
export interface PartMemory {
  get(key: string): CompiledPart | undefined;
  set(key: string, part: CompiledPart): void;
}

/**
 * A memory that forgets what was asked for longest ago.
 *
 * @param room characters of HTML that it holds at most
 */
export function openPartMemory(room: number): PartMemory {
  const parts = new Map<string, CompiledPart>();
  let held = 0;
  const forget = (key: string) => {
    held -= parts.get(key)?.html.length ?? 0;
    parts.delete(key);
  };
  return {
    get(key) {
      const part = parts.get(key);
      // A Map keeps its order: set again, a part is the youngest.
      if (part !== undefined) parts.delete(key);
      if (part !== undefined) parts.set(key, part);
      return part;
    },
    set(key, part) {
      forget(key);
      parts.set(key, part);
      held += part.html.length;
      for (const oldest of parts.keys()) {
        if (held <= room) break;
        forget(oldest);
      }
    },
  };
}
