import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { pictureName } from './picture-kind';

/**
 * Looks for a picture among the uploads, by its content: for one whose copy was spoilt. Reads the whole folder, so it is asked only
 * where a file is known to be wrong.
 *
 * @param uploads Strapi's folder of uploads
 */
export async function pictureElsewhere(uploads: string, name: string): Promise<Buffer | null> {
  const files = await readdir(uploads).catch(() => []);
  for (const file of files) {
    if (path.extname(file) === '') continue;
    const bytes = await readFile(path.join(uploads, file)).catch(() => null);
    if (bytes !== null && pictureName(bytes) === name) return bytes;
  }
  return null;
}
