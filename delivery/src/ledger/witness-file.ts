import { lstat, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';

/**
 * A ledger's position in the system's folder for temporary files, outside every data folder: it finds a data folder that was
 * copied back in place, where the ledger and the content database still agree with each other. It knows nothing after the
 * folder was emptied, and then says nothing.
 *
 * The folder is ours alone, and one that belongs to somebody else or that others may write to is neither read nor written.
 */
interface WitnessFile {
  /** Null when nothing is known of this ledger. */
  read(): Promise<number | null>;
  /** Never throws: what it would have found is found by others too. */
  write(position: number): Promise<void>;
}

/** @param uid of the ledger */
export function witnessFile(uid: string): WitnessFile {
  const account = process.getuid?.() ?? userInfo().username;
  const folder = path.join(tmpdir(), `nachra-${account}`);
  const file = path.join(folder, `${uid}.position`);
  return {
    async read() {
      try {
        if (!(await isOurs(folder)) || !(await isOurs(file))) return null;
        const position = Number(await readFile(file, 'utf8'));
        return Number.isSafeInteger(position) ? position : null;
      } catch {
        return null;
      }
    },
    async write(position) {
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        if (!(await isOurs(folder))) return;
        const draft = `${file}.${process.pid}`;
        await writeFile(draft, String(position), { mode: 0o600 });
        await rename(draft, file);
      } catch {
        // A full or read-only folder: the content database is the other witness.
      }
    },
  };
}

/** A link is not followed, and what others may write is not believed. */
async function isOurs(place: string): Promise<boolean> {
  const found = await lstat(place);
  if (found.isSymbolicLink()) return false;
  if (process.getuid === undefined) return true;
  return found.uid === process.getuid() && (found.mode & 0o022) === 0;
}
