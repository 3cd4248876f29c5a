import { newPageName } from '../../../model/page-name';
import { PLUGIN_ID } from '../../../plugin/plugin-id';
import type { Changes, Kept } from './drafts';

/** What this browser keeps of one person's typing until the server has it. */
interface KeptDrafts {
  /** Everything that is kept, by the name of its document: of several windows what was typed last. */
  read(): Kept;
  keep(name: string, revision: number, changes: Changes): void;
  /** Forgets what this page has kept, and what it has read; another window's typing is left alone. */
  forget(name: string): void;
  /** Whether the browser took what it was given last: it has little room, and may have none. */
  isKeeping: () => boolean;
  /** Tells when that changes. @returns what ends the telling */
  subscribe: (listener: () => void) => () => void;
}

interface Entry {
  key: string;
  text: string;
  at: number;
  kept: Kept[string];
}

/** What a browser's storage does that is used here. */
export type TextStore = {
  readonly length: number;
  key(at: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
};

/**
 * Two windows of one person keep apart what is typed in each: the save of one must not take the other's away.
 *
 * @param personId of whoever types: another person who signs in on this machine sees none of it
 * @param store where it is kept; throws where the browser keeps nothing
 */
export function keptDrafts(personId: string, store: () => TextStore): KeptDrafts {
  const prefix = `${PLUGIN_ID}.typed.${personId}.`;
  const ownKey = `@${newPageName()}`;
  /** What was read, by the name of its document: this page goes on with it. */
  const taken = new Map<string, Entry>();
  const listeners = new Set<() => void>();
  let isTaken = true;
  const take = (now: boolean): void => {
    if (now === isTaken) return;
    isTaken = now;
    for (const listener of listeners) listener();
  };
  /** What was read is this page's own by now, unless somebody has typed on in the window that it came from. */
  const dropTaken = (name: string): void => {
    const entry = taken.get(name);
    if (entry === undefined) return;
    if (store().getItem(entry.key) === entry.text) store().removeItem(entry.key);
    taken.delete(name);
  };
  return {
    isKeeping: () => isTaken,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    read() {
      try {
        const keys = Array.from({ length: store().length }, (_, at) => store().key(at) ?? '');
        for (const key of keys.filter((one) => one.startsWith(prefix))) {
          const entry = entryOf(key, store().getItem(key));
          const [name = ''] = key.slice(prefix.length).split('@');
          if (entry !== null && entry.at >= (taken.get(name)?.at ?? 0)) taken.set(name, entry);
        }
        return Object.fromEntries([...taken].map(([name, { kept }]) => [name, kept]));
      } catch {
        return {};
      }
    },
    keep(name, revision, changes) {
      try {
        store().setItem(prefix + name + ownKey, JSON.stringify({ revision, changes, at: Date.now() }));
        dropTaken(name);
        take(true);
      } catch {
        take(false);
      }
    },
    forget(name) {
      try {
        store().removeItem(prefix + name + ownKey);
        dropTaken(name);
      } catch {
        // Nothing is kept where storage is closed.
      }
    },
  };
}

function entryOf(key: string, text: string | null): Entry | null {
  if (text === null) return null;
  try {
    const { revision, changes, at } = JSON.parse(text) as Partial<Kept[string] & { at: number }>;
    return typeof revision === 'number' && typeof changes === 'object' && changes !== null
      ? { key, text, at: at ?? 0, kept: { revision, changes } }
      : null;
  } catch {
    return null;
  }
}
