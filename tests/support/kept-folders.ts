import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Which other code may still be at work beside this run, in milliseconds; what is older is taken away. */
const keptFor = 24 * 60 * 60 * 1_000;

/** Where what is costly to make is kept for other tests and the next run. Its names say what it was made from. */
export const keptPath = (name: string): string => path.join(tmpdir(), 'nachra-tests', name);

/**
 * Keeps a file or folder under its name only once it is whole: other tests look for it at any moment. Nothing, where another has kept it.
 *
 * @param make writes it at the path that it is given
 */
export async function keep(name: string, make: (unfinished: string) => Promise<void>): Promise<void> {
  const kept = keptPath(name);
  if (existsSync(kept)) return;
  const folder = path.dirname(kept);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const unfinished = `${kept}.${randomUUID()}`;
  await make(unfinished);
  const now = new Date();
  await utimes(unfinished, now, now);
  // A folder, unlike a file, does not take the place of what was kept meanwhile.
  await rename(unfinished, kept).catch(() => rm(unfinished, { recursive: true, force: true }));
  for (const other of await readdir(folder))
    if (/^(?:content|postgres)-/.test(other)) {
      const file = path.join(folder, other);
      const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: Infinity }));
      if (mtimeMs < Date.now() - keptFor) await rm(file, { recursive: true, force: true });
    }
}

/** A folder with all that is in it, and whose it is: PostgreSQL opens no other. */
export function copyFolder(from: string, to: string): void {
  execFileSync('cp', ['-a', from, to]);
}
