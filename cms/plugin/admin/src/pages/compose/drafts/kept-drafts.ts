import { PLUGIN_ID } from '../../../plugin/plugin-id';
import type { Changes, Kept } from './drafts';

/** What this browser keeps of one person's typing until the server has it. */
interface KeptDrafts {
  /** Everything that is kept, by the name of its document. */
  read(): Kept;
  keep(name: string, revision: number, changes: Changes): void;
  forget(name: string): void;
  /** Whether the browser took what it was given last: it has little room, and may have none. */
  isKeeping: () => boolean;
  /** Tells when that changes. @returns what ends the telling */
  subscribe: (listener: () => void) => () => void;
}

/** @param personId of whoever types: another person who signs in on this machine sees none of it */
export function keptDrafts(personId: string): KeptDrafts {
  const prefix = `${PLUGIN_ID}.typed.${personId}.`;
  const listeners = new Set<() => void>();
  let isTaken = true;
  const take = (now: boolean): void => {
    if (now === isTaken) return;
    isTaken = now;
    for (const listener of listeners) listener();
  };
  return {
    isKeeping: () => isTaken,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    read() {
      try {
        const names = Object.keys(window.localStorage).filter((key) => key.startsWith(prefix));
        return Object.fromEntries(
          names.flatMap((key) => {
            const entry = entryOf(window.localStorage.getItem(key));
            return entry === null ? [] : [[key.slice(prefix.length), entry] as const];
          }),
        );
      } catch {
        return {};
      }
    },
    keep(name, revision, changes) {
      try {
        window.localStorage.setItem(prefix + name, JSON.stringify({ revision, changes }));
        take(true);
      } catch {
        take(false);
      }
    },
    forget(name) {
      try {
        window.localStorage.removeItem(prefix + name);
      } catch {
        // Nothing is kept where storage is closed.
      }
    },
  };
}

function entryOf(text: string | null): Kept[string] | null {
  try {
    const { revision, changes } = JSON.parse(text ?? '') as Partial<Kept[string]>;
    return typeof revision === 'number' && typeof changes === 'object' && changes !== null
      ? { revision, changes }
      : null;
  } catch {
    return null;
  }
}
