import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';

/** How often somebody who waits asks again, in milliseconds. */
const askAgainMs = 200;

/**
 * Does a piece of work while no other process or thread of this machine does any under the same file. A lock of SQLite, because the
 * system takes it back when its holder ends, however it ends.
 *
 * @param lockFile in a folder that exists; it is made, and stays
 * @param waits called once, when another one is at work
 */
export async function whileAlone<T>(
  lockFile: string,
  { work, waits }: { work: () => Promise<T>; waits: () => void },
): Promise<T> {
  const lock = new Database(lockFile, { timeout: 0 });
  try {
    if (!isTaken(lock)) {
      waits();
      while (!isTaken(lock)) await wait(askAgainMs);
    }
    return await work();
  } finally {
    lock.close();
  }
}

/** Whether the lock is now this connection's. */
function isTaken(lock: Database.Database): boolean {
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return true;
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return false;
    throw error;
  }
}
