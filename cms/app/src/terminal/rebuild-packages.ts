import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { utimes } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { appDir, repositoryDir } from '../settings/paths';

/** What Strapi has loaded from other packages, as it is built. The admin's half is followed by its bundler. */
const loaded = ['renderer/dist', 'delivery/dist', 'cms/plugin/dist/cjs'];

/** A build writes many files; Strapi starts again once, when it has been quiet for so long. */
const quietMs = 800;

/**
 * Rebuilds the plugin and the libraries as their sources change, and lets Strapi start again with them: Strapi watches the
 * application's own folder alone, so a file there is touched.
 *
 * @returns stops both
 */
export function rebuildPackages(): () => void {
  const compiler = spawn(
    process.execPath,
    [
      createRequire(__filename).resolve('typescript/bin/tsc'),
      ...['-b', '--watch', '--preserveWatchOutput'],
      ...['cms/plugin/server', 'cms/plugin/admin'],
    ],
    { cwd: repositoryDir, stdio: ['ignore', 'inherit', 'inherit'] },
  );
  let timer: NodeJS.Timeout | undefined;
  const startAgain = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const now = new Date();
      void utimes(path.join(appDir, 'src', 'index.ts'), now, now);
    }, quietMs);
  };
  const watchers = loaded.map((folder) =>
    watch(path.join(repositoryDir, folder), { recursive: true }, (_event, file) => {
      if (file?.endsWith('.js') || file?.endsWith('.json')) startAgain();
    }),
  );
  return () => {
    clearTimeout(timer);
    watchers.forEach((watcher) => watcher.close());
    compiler.kill();
  };
}
