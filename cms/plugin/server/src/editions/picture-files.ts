import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';

/** The bytes of uploaded pictures, by the address they have in an issue: what the renderer embeds. */
export type PictureFiles = (addresses: readonly string[]) => Promise<ReadonlyMap<string, Buffer>>;

/** Larger ones are not even read: twelve of them would be a hundred megabytes, and none may be embedded. */
const mostBytes = 8 * 1024 * 1024;

/**
 * Reads the files of the media library from its folder. Only addresses of our own uploads are looked for, and only by a
 * file's name: an issue names any address its authors like, and a server that opens them all can be made to open its
 * neighbours' (SSRF). What is not found stays out, and so stays linked.
 *
 * @param uploads Strapi's folder of uploads
 * @param publicUrl where readers reach it, without a final slash
 */
export function openPictureFiles(uploads: string, publicUrl: string): PictureFiles {
  const base = `${publicUrl}/uploads/`;
  return async (addresses) => {
    const files = new Map<string, Buffer>();
    for (const address of addresses) {
      const name = address.startsWith(base) ? nameIn(address.slice(base.length)) : null;
      const file = name && (await lightest(uploads, name));
      if (file) files.set(address, file);
    }
    return files;
  };
}

function nameIn(rest: string): string | null {
  const [name = ''] = rest.split(/[?#]/);
  return /^[\w-][\w.-]*$/.test(name) ? name : null;
}

/**
 * Strapi keeps renditions of a picture beside it, by prefix. `medium_`, 750 pixels wide, is sharp enough in a mail of 600
 * and half the bytes of the one that is linked; a picture without renditions is small itself.
 */
async function lightest(uploads: string, name: string): Promise<Buffer | null> {
  const original = name.replace(/^(?:large|medium)_/, '');
  return (await read(path.join(uploads, `medium_${original}`))) ?? (await read(path.join(uploads, name)));
}

async function read(file: string): Promise<Buffer | null> {
  try {
    return (await stat(file)).size > mostBytes ? null : await readFile(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
