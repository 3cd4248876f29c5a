import { spawn, type ChildProcess } from 'node:child_process';
import { watch } from 'node:fs';
import { readdir, stat, utimes } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { appDir, repositoryDir } from '../settings/paths';
import { isListening } from './ports';

/** What the compiler reads. */
const sources = ['renderer/src', 'delivery/src', 'cms/plugin/server/src', 'cms/plugin/shared'];

/** What Strapi has loaded from other packages, as it is built. The admin's half is followed by its bundler. */
const loaded = ['renderer/dist', 'delivery/dist', 'cms/plugin/dist/cjs'];

/** A build writes many files; Strapi starts again once, when it has been quiet for so long. */
const quietMs = 800;

/**
 * Rebuilds the plugin and the libraries as their sources change, and lets Strapi start again with them: Strapi watches the
 * application's own folder alone, so a file there is touched.
 *
 * @param strapi where it listens once it has started
 * @returns stops both
 */
export function rebuildPackages(strapi: { host: string; port: number }): () => void {
  const stopping = new AbortController();
  const { signal } = stopping;
  compile(signal);
  const startAgain = restarter(strapi, signal);
  let timer: NodeJS.Timeout | undefined;
  const watchers = loaded.map((folder) =>
    watch(path.join(repositoryDir, folder), { recursive: true }, (_event, file) => {
      if (!file?.endsWith('.js') && !file?.endsWith('.json')) return;
      clearTimeout(timer);
      timer = setTimeout(startAgain, quietMs);
    }),
  );
  return () => {
    clearTimeout(timer);
    watchers.forEach((watcher) => watcher.close());
    stopping.abort();
  };
}

/**
 * Compiles what has changed, and follows the sources. The compiler begins to follow them when its first build is over: if one
 * was saved in the meantime, it begins anew, and finds what was built already.
 */
function compile(signal: AbortSignal): void {
  const begun = Date.now();
  const tsc = createRequire(__filename).resolve('typescript/bin/tsc');
  const compiler: ChildProcess = spawn(
    process.execPath,
    [tsc, '-b', '--watch', '--preserveWatchOutput', 'cms/plugin/server', 'cms/plugin/admin'],
    { cwd: repositoryDir, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const stop = (): boolean => compiler.kill();
  signal.addEventListener('abort', stop, { once: true });
  let isFirst = true;
  compiler.stdout?.on('data', (text: Buffer) => {
    process.stdout.write(text);
    if (!isFirst || !text.includes('Watching for file changes')) return;
    isFirst = false;
    void (async () => {
      // It says so a moment before it does.
      await delay(quietMs);
      if (signal.aborted || (await lastSave()) < begun) return;
      signal.removeEventListener('abort', stop);
      stop();
      compile(signal);
    })();
  });
}

/** When a source was saved last, in ms since 1970. */
async function lastSave(): Promise<number> {
  const saves = sources.map(async (folder) => {
    const entries = await readdir(path.join(repositoryDir, folder), { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    return Promise.all(
      files.map(async ({ parentPath, name }) => (await stat(path.join(parentPath, name))).mtimeMs),
    );
  });
  return Math.max(...(await Promise.all(saves)).flat());
}

/**
 * Makes Strapi start again. It follows its files only once it is about to listen: whatever is built while it starts, which
 * it may have loaded before, it is told of again when it listens.
 */
function restarter(strapi: { host: string; port: number }, signal: AbortSignal): () => void {
  const file = path.join(appDir, 'src', 'index.ts');
  let isWaiting = false;
  const touch = (): Promise<void> => utimes(file, new Date(), new Date());
  return () => {
    void (async () => {
      if (isWaiting) return;
      isWaiting = true;
      const wasListening = await isListening(strapi);
      await touch();
      if (!wasListening) {
        while (!signal.aborted && !(await isListening(strapi))) await delay(500);
        // The folder is read through before changes in it are seen.
        await delay(2_000);
        if (!signal.aborted) await touch();
      }
      isWaiting = false;
    })();
  };
}
