import type { ColumnRules } from './column-styles';

/** A part of a mail, compiled and finished. */
export interface CompiledPart {
  html: string;
  /** The rules that its columns need in the head. */
  columns: ColumnRules;
}

/** Remembers what was compiled, by all that it was compiled from: its MJML, and a hash of what is common to all. */
export interface PartMemory {
  get(key: string): CompiledPart | undefined;
  set(key: string, part: CompiledPart): void;
}

/**
 * A memory that forgets what was asked for longest ago.
 *
 * @param room characters of MJML and HTML that it holds at most
 */
export function openPartMemory(room: number): PartMemory {
  const parts = new Map<string, CompiledPart>();
  let held = 0;
  const forget = (key: string) => {
    const part = parts.get(key);
    if (part === undefined) return;
    held -= key.length + part.html.length;
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
      held += key.length + part.html.length;
      for (const oldest of parts.keys()) {
        if (held <= room) break;
        forget(oldest);
      }
    },
  };
}
