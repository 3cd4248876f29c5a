import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Parser, type ReadEntry } from 'tar';
import { CmsError, messageOf } from '../settings/errors';
import { manifestName, parseManifest, sealedText, type Manifest, type Versions } from './manifest';

/** An archive whose entries are what its manifest says. */
interface ReadArchive {
  manifest: Manifest;
  /** What the seals of the manifest stand for. */
  text: string;
}

/**
 * Reads a whole archive and compares each entry with the manifest. Nothing is written. Whether the manifest is the one that was written
 * once, its seals say.
 *
 * @throws {CmsError} code `BACKUP_DAMAGED`, or one of `parseManifest`
 */
export async function verifyArchive(file: string, here: Versions): Promise<ReadArchive> {
  const found = new Map<string, string>();
  let text = '';
  await eachEntry(file, async (entry) => {
    const digest = createHash('sha256');
    let size = 0;
    const parts: Buffer[] = [];
    for await (const chunk of entry) {
      digest.update(chunk);
      size += chunk.length;
      if (entry.path === manifestName) parts.push(chunk);
    }
    if (entry.path === manifestName) text = Buffer.concat(parts).toString('utf8');
    else found.set(entry.path, `${size} ${digest.digest('hex')}`);
  });
  const manifest = parseManifest(text, here);
  const wrong = [
    ...manifest.entries.flatMap(({ name, size, sha256 }) =>
      found.get(name) === `${size} ${sha256}` ? [] : [name],
    ),
    ...[...found.keys()].filter((name) => !manifest.entries.some((entry) => entry.name === name)),
  ];
  if (wrong.length > 0)
    throw damaged(`${wrong.length} entries are not what was archived, such as ${wrong[0]}`);
  return { manifest, text: sealedText(text) };
}

/**
 * Writes the entries of a verified archive into files, and compares each once more: the archive may have been exchanged since.
 *
 * @param placeOf the file of an entry
 * @throws {CmsError} code `BACKUP_DAMAGED`
 */
export async function unpackArchive(
  file: string,
  { entries }: Manifest,
  placeOf: (name: string) => string,
): Promise<void> {
  const missing = new Map(entries.map((entry) => [entry.name, entry]));
  await eachEntry(file, async (entry) => {
    const known = missing.get(entry.path);
    if (known === undefined) {
      if (entry.path !== manifestName) throw damaged(`${entry.path} was not there a moment ago`);
      entry.resume();
      return;
    }
    missing.delete(entry.path);
    const place = placeOf(entry.path);
    await mkdir(path.dirname(place), { recursive: true });
    const digest = createHash('sha256');
    const mode = known.mode & 0o777;
    await pipeline(
      entry,
      async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          digest.update(chunk);
          yield chunk;
        }
      },
      createWriteStream(place, { mode, flags: 'wx', flush: true }),
    );
    if (digest.digest('hex') !== known.sha256) throw damaged(`${entry.path} has changed since it was read`);
  });
  const [gone] = missing.keys();
  if (gone !== undefined) throw damaged(`${gone} is gone`);
}

/** One entry after the other. */
async function eachEntry(file: string, work: (entry: ReadEntry) => Promise<void>): Promise<void> {
  let failed: unknown = null;
  const works: Promise<void>[] = [];
  const parser = new Parser({
    strict: true,
    onReadEntry(entry) {
      works.push(
        work(entry).catch((error: unknown) => {
          failed ??= error;
          entry.resume();
        }),
      );
    },
  });
  try {
    await pipeline(createReadStream(file), parser as unknown as NodeJS.WritableStream);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new CmsError('BACKUP_NOT_FOUND', `There is no file ${file}.`);
    throw damaged(messageOf(error));
  }
  await Promise.all(works);
  if (failed !== null) throw failed as Error;
}

function damaged(how: string): CmsError {
  return new CmsError(
    'BACKUP_DAMAGED',
    `The archive is damaged or is no backup (${how}). Nothing was restored. Take another copy of it, or an earlier backup.`,
  );
}
