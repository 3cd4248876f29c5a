import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import Database from 'better-sqlite3';
import { keep, keptPath } from './kept-folders';
import { repositoryRoot } from './repository';

/**
 * A content database as the first start of the CMS leaves it: its tables, roles and permissions, and nothing that names an
 * installation. Making it is two thirds of a first start, so tests begin with a copy (4.2 s, and 1.2 s with it). It is kept in the
 * temporary folder under the hash of all compiled code, so no test meets what other code has made.
 */
export async function copyPreparedContent(databaseFile: string): Promise<void> {
  const prepared = keptPath(await preparedName());
  if (!existsSync(prepared) || existsSync(databaseFile)) return;
  await mkdir(path.dirname(databaseFile), { recursive: true });
  await copyFile(prepared, databaseFile);
}

/** Keeps the content of a CMS that has just been started for the first time, unless another test has done so. */
export async function keepPreparedContent(databaseFile: string): Promise<void> {
  await keep(await preparedName(), async (unfinished) => {
    const source = new Database(databaseFile);
    source.prepare('VACUUM INTO ?').run(unfinished);
    source.close();
    const copy = new Database(unfinished);
    // What ties the content to its ledger: each test has a ledger of its own.
    copy.exec('DELETE FROM newsletter_ledger_anchors');
    copy.close();
    // As the CMS makes it.
    await chmod(unfinished, 0o600);
  });
}

const preparedName = async (): Promise<string> => `content-${await hashOfCompiled()}.db`;

let known: Promise<string> | undefined;

/** Of what decides what a first start writes: our compiled code, and the versions of everybody else's. */
export function hashOfCompiled(): Promise<string> {
  return (known ??= readCompiled());
}

async function readCompiled(): Promise<string> {
  const hash = createHash('sha256').update(await readFile(path.join(repositoryRoot, 'package-lock.json')));
  for (const folder of ['cms/app/dist', 'cms/plugin/dist/cjs', 'delivery/dist']) {
    const entries = await readdir(path.join(repositoryRoot, folder), {
      recursive: true,
      withFileTypes: true,
    });
    const files = entries.filter((entry) => entry.isFile() && /\.(js|json)$/.test(entry.name));
    for (const file of files.map(({ parentPath, name }) => path.join(parentPath, name)).sort())
      hash.update(file).update(await readFile(file));
  }
  return hash.digest('hex').slice(0, 16);
}
