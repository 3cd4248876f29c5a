import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { chmod, link, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Where the key is kept that persons are named by, unless `NACHRA_PERSON_KEY` says it. In the data folder, so in its backup. */
const fileName = 'person.key';

/** Reads the key of a data folder; undefined where there is none. */
export function readPersonKey(dataDir: string): string | undefined {
  try {
    return readFileSync(path.join(dataDir, fileName), 'utf8').trim() || undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * Makes the key of a data folder at the first start: random, readable for its owner alone. Idempotent: a key that is there is
 * never replaced, not even by a process that starts at the same moment.
 *
 * @throws what the file system throws
 */
export async function ensurePersonKey(dataDir: string): Promise<void> {
  const file = path.join(dataDir, fileName);
  if (readPersonKey(dataDir) !== undefined) return void (await chmod(file, 0o600));
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 });
  try {
    // A link appears whole or not at all, and fails where a file is: a crash leaves no key cut in half.
    await link(draft, file);
  } catch (error) {
    if (readPersonKey(dataDir) === undefined) throw error;
  } finally {
    await rm(draft, { force: true });
  }
}
