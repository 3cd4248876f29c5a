import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';

/** Everything in a data folder, by paths relative to it, with `/` between. */
interface FoundData {
  files: string[];
  folders: string[];
  /** What is no file and no folder: sockets, links that lead nowhere. */
  others: string[];
}

/** Finds whatever a folder holds. Links are followed, each folder once. */
export async function walkFolder(root: string): Promise<FoundData> {
  const found: FoundData = { files: [], folders: [], others: [] };
  const seen = new Set<string>();
  async function walk(folder: string): Promise<void> {
    const real = await realpath(path.join(root, folder));
    if (seen.has(real)) return void found.others.push(folder);
    seen.add(real);
    for (const name of (await readdir(real)).sort()) {
      const relative = folder === '' ? name : `${folder}/${name}`;
      const about = await stat(path.join(real, name)).catch(() => null);
      if (about?.isDirectory()) {
        found.folders.push(relative);
        await walk(relative);
      } else if (about?.isFile()) found.files.push(relative);
      else found.others.push(relative);
    }
  }
  await walk('');
  return found;
}

/** Whether one place lies in a folder or is it. Pure. */
export function isWithin(place: string, folder: string): boolean {
  const way = path.relative(folder, place);
  return way === '' || (!way.startsWith(`..${path.sep}`) && way !== '..' && !path.isAbsolute(way));
}
