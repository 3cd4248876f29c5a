import { readdirSync, watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';

/** A save is several events: editors truncate and write, or write beside and rename. */
const quiet = 12;

/**
 * Watches folders and all below them, and says so once for each save.
 *
 * @param changed called `quiet` ms after the last event of a save, with the files and the moment of the first event (ms since 1970)
 * @returns stops watching
 */
export function watchFolders(
  folders: readonly string[],
  isOurs: (file: string) => boolean,
  changed: (files: readonly string[], since: number) => void,
): () => void {
  const watchers = new Map<string, FSWatcher>();
  let timer: NodeJS.Timeout | undefined;
  let since = 0;
  const touched = new Set<string>();

  function heard(folder: string, file: string | null): void {
    if (file !== null && !isOurs(join(folder, file))) return;
    if (!timer) since = Date.now();
    if (file !== null) touched.add(join(folder, file));
    clearTimeout(timer);
    timer = setTimeout(() => {
      timer = undefined;
      folders.forEach(add);
      const files = [...touched];
      touched.clear();
      changed(files, since);
    }, quiet);
  }

  /** Each folder has a watcher of its own: not every system can watch what is below. One that is gone is forgotten. */
  function add(folder: string): void {
    let below: string[];
    try {
      below = readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules')
        .map(({ name }) => join(folder, name));
      if (!watchers.has(folder)) {
        const watcher = watch(folder, (_event, file) => heard(folder, file));
        watcher.on('error', () => forget(folder));
        watchers.set(folder, watcher);
      }
    } catch {
      return forget(folder);
    }
    below.forEach(add);
  }

  function forget(folder: string): void {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  }

  folders.forEach(add);
  return () => {
    clearTimeout(timer);
    [...watchers.keys()].forEach(forget);
  };
}
