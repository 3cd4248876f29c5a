import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, copyFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Header, Pack, ReadEntry } from 'tar';
import { CmsError } from '../settings/errors';
import { manifestName, type ManifestEntry } from './manifest';

/** A gzipped tar that is being written. */
export interface ArchiveWriter {
  /** What is in it so far. */
  readonly entries: readonly ManifestEntry[];
  /** Adds a file that nobody changes meanwhile. */
  addFile(name: string, source: string, mode?: number): Promise<void>;
  /** Adds a file that others may write to: what is archived is one state of it. @returns false when it is gone */
  addLiveFile(name: string, source: string): Promise<boolean>;
  /** Adds the manifest and ends the archive. */
  finish(manifest: string): Promise<void>;
}

/** Secrets may be among what is archived. */
const ownerOnly = 0o600;

/** @param scratch a folder for private copies, on the disk of the archive */
export function writeArchive(file: string, scratch: string): ArchiveWriter {
  const pack = new Pack({ gzip: true, strict: true });
  const written = pipeline(pack, createWriteStream(file, { mode: ownerOnly, flags: 'wx', flush: true }));
  // Awaited in `finish`; until then whoever waits for room hears of it by the race below.
  written.catch(() => undefined);
  const entries: ManifestEntry[] = [];

  async function add(name: string, size: number, mode: number, body: AsyncIterable<Buffer>): Promise<string> {
    const entry = new ReadEntry(new Header({ path: name, size, mode, mtime: new Date(), type: 'File' }));
    pack.add(entry);
    const digest = createHash('sha256');
    for await (const chunk of body) {
      digest.update(chunk);
      if (!entry.write(chunk)) await Promise.race([once(entry, 'drain'), written]);
    }
    entry.end();
    return digest.digest('hex');
  }

  const writer: ArchiveWriter = {
    entries,
    async addFile(name, source, mode = ownerOnly) {
      const { size } = await stat(source);
      entries.push({ name, size, mode, sha256: await add(name, size, mode, createReadStream(source)) });
    },
    async addLiveFile(name, source) {
      const copy = path.join(scratch, 'file');
      const mode = await copyStill(source, copy);
      if (mode === null) return false;
      await writer.addFile(name, copy, mode);
      return true;
    },
    async finish(manifest) {
      const body = Buffer.from(manifest);
      await add(manifestName, body.length, ownerOnly, piecesOf(body));
      pack.end();
      await written;
    },
  };
  return writer;
}

async function* piecesOf(body: Buffer): AsyncGenerator<Buffer> {
  yield body;
}

const attempts = 5;

/** Copies one state of a file. @returns its mode; null when it is gone @throws {CmsError} code `BACKUP_RESTLESS` */
async function copyStill(source: string, copy: string): Promise<number | null> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    try {
      const before = await stat(source, { bigint: true });
      await copyFile(source, copy);
      await chmod(copy, ownerOnly);
      const after = await stat(source, { bigint: true });
      const isStill = (['ino', 'size', 'mtimeNs'] as const).every((field) => before[field] === after[field]);
      if (isStill) return Number(before.mode & 0o777n);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }
  throw new CmsError(
    'BACKUP_RESTLESS',
    `The file ${source} changes faster than it can be copied. No archive was written. Find out which program writes to it, and try again.`,
  );
}
