import { lstat, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { homedir, tmpdir, userInfo } from 'node:os';
import path from 'node:path';

/**
 * A ledger's position with this machine, outside every data folder: it finds a data folder that was copied back in place, where the
 * ledger and the content database still agree with each other.
 *
 * It is kept in several places, because none of them is always there: what systemd or the account keeps for programs survives a
 * restart but may be restored along with the data, the folders for temporary files may be emptied. The furthest position counts, and
 * where all is gone nothing is said. A folder that belongs to somebody else, or that others may write to, is neither read nor
 * written.
 */
interface WitnessFile {
  /** Null when nothing is known of this ledger. */
  read(): Promise<number | null>;
  /** Never throws: what it would have found is found by others too. */
  write(position: number): Promise<void>;
}

/** A position that no ledger reaches: one that was held under this uid has another since, so whatever still has it is an old copy. */
export const positionOfHeld = Number.MAX_SAFE_INTEGER;

/** @param uid of the ledger */
export function witnessFile(uid: string): WitnessFile {
  const folders = witnessFolders();
  const name = `${uid}.position`;
  return {
    async read() {
      const found = await Promise.all(folders.map((folder) => readPosition(folder, name)));
      const known = found.filter((position) => position !== null);
      return known.length === 0 ? null : Math.max(...known);
    },
    async write(position) {
      await Promise.all(folders.map((folder) => writePosition(folder, name, position)));
    },
  };
}

/** Where positions are kept, the longest-lived first. */
function witnessFolders(): string[] {
  const account = `nachra-${process.getuid?.() ?? userInfo().username}`;
  // What the system says of its folders, as `homedir` and `tmpdir` ask it, and no setting of ours.
  // eslint-disable-next-line no-restricted-properties
  const { STATE_DIRECTORY: ofUnits = '', XDG_STATE_HOME: state = '' } = process.env;
  const [ofUnit] = ofUnits.split(':');
  return [
    ...(ofUnit ? [path.join(ofUnit, 'witness')] : []),
    path.join(path.isAbsolute(state) ? state : path.join(homedir(), '.local', 'state'), 'nachra'),
    // Where there is one, a restart does not empty it.
    ...(process.platform === 'win32' ? [] : [path.join('/var/tmp', account)]),
    path.join(tmpdir(), account),
  ];
}

async function readPosition(folder: string, name: string): Promise<number | null> {
  try {
    const file = path.join(folder, name);
    if (!(await isOurs(folder)) || !(await isOurs(file))) return null;
    const position = Number(await readFile(file, 'utf8'));
    return Number.isSafeInteger(position) ? position : null;
  } catch {
    return null;
  }
}

async function writePosition(folder: string, name: string, position: number): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    if (!(await isOurs(folder))) return;
    const file = path.join(folder, name);
    const draft = `${file}.${process.pid}`;
    await writeFile(draft, String(position), { mode: 0o600 });
    await rename(draft, file);
  } catch {
    // A full or read-only folder: there are others, and the content database.
  }
}

/** A link is not followed, and what others may write is not believed. */
async function isOurs(place: string): Promise<boolean> {
  const found = await lstat(place);
  if (found.isSymbolicLink()) return false;
  if (process.getuid === undefined) return true;
  return found.uid === process.getuid() && (found.mode & 0o022) === 0;
}
