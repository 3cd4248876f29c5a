import { readdirSync, watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';

/** ms without an event after which a save is complete: editors truncate and write, or write a second file and rename it. */
const quiet = 12;

/**
 * Watches folders with their subfolders, and reports each save once.
 *
 * @param isOurs whether a path is one to report
 * @param changed called `quiet` ms after the last event of a save, with the files and the time of the first event (ms since 1970)
 * @returns a function that stops watching
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

  /** Adds a watcher for each folder, because not every system can watch subfolders. Deleted folders are dropped. */
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
