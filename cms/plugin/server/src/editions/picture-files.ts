import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { canonicalJson, openMemory, type ImagesOption } from '@nachra/renderer';
import type { AssetStore } from './asset-store';
import type { Cut } from './cut-picture';
import type { CutStore, KeptCut } from './cut-store';

/** How pictures reach the reader, which decides the format of an upload that is taken. */
export type ImagesMode = ImagesOption['mode'];

/** The pictures of the media library, as files. */
interface PictureFiles {
  /**
   * Copies the bytes that stand behind an address of an upload now into the asset store.
   *
   * @returns the name of the copy, which is a digest of its content; null when the address is no upload of ours, or its file is
   *   missing, too large or of a kind that is not served
   */
  nameOf(address: string, mode: ImagesMode): Promise<string | null>;
  /**
   * Cuts the file that stands behind an address of an upload now, or behind that of one of its formats.
   *
   * @returns null when the address is no upload of ours, or its file is missing, too large or cannot be cut
   */
  cutOf(address: string, cut: Cut): Promise<KeptCut | null>;
}

/** A larger picture is not even read. */
const mostBytes = 32 * 1024 * 1024;

/** Cuts that are remembered: an issue has some dozens, and each is asked for at each rendering. */
const mostCuts = 2_000;

/**
 * Reads the files of the media library from its folder. Only addresses of our own uploads are looked for, and only by a
 * file's name: an issue names any address its authors like, and a server that opens them all can be made to open its
 * neighbours' (SSRF).
 *
 * @param uploads Strapi's folder of uploads
 * @param publicUrl where readers reach it, without a final slash
 */
export function openPictureFiles(
  uploads: string,
  publicUrl: string,
  assets: Pick<AssetStore, 'keepPicture'>,
  cuts: CutStore,
): PictureFiles {
  const base = `${publicUrl}/uploads/`;
  /** Names by file, for as long as the file is the same: each rendering asks for all of them. */
  const known = new Map<string, { state: string; name: string | null }>();
  const knownCuts = openMemory<{ state: string; kept: KeptCut }>(mostCuts);

  async function nameOfFile(file: string): Promise<string | null> {
    const state = await stateOf(file);
    if (state === null) return null;
    const before = known.get(file);
    if (before?.state === state) return before.name;
    const kept = await assets.keepPicture(await readFile(file));
    const name = 'name' in kept ? kept.name : null;
    // A file that changed while it was read is read again next time.
    if ((await stateOf(file)) === state) known.set(file, { state, name });
    return name;
  }

  async function cutOfFile(file: string, cut: Cut): Promise<KeptCut | null> {
    const state = await stateOf(file);
    if (state === null) return null;
    const key = canonicalJson([file, cut]);
    const before = knownCuts.get(key);
    if (before?.state === state && (await cuts.holds(before.kept))) return before.kept;
    const kept = await cuts.keep(await readFile(file), cut);
    if (kept !== null && (await stateOf(file)) === state) knownCuts.set(key, { state, kept });
    return kept;
  }

  const fileOf = (address: string): string | null =>
    address.startsWith(base) ? nameIn(address.slice(base.length)) : null;

  return {
    async cutOf(address, cut) {
      const file = fileOf(address);
      if (file === null) return null;
      // The file itself has the most pixels; a body names the format of it that fits a mail.
      for (const name of new Set([file.replace(formatPrefix, ''), file])) {
        const kept = await cutOfFile(path.join(uploads, name), cut);
        if (kept !== null) return kept;
      }
      return null;
    },

    async nameOf(address, mode) {
      const file = fileOf(address);
      if (file === null) return null;
      for (const format of formatsOf(file, mode)) {
        const name = await nameOfFile(path.join(uploads, format));
        if (name !== null) return name;
      }
      return null;
    },
  };
}

/** Strapi keeps formats of a picture beside it, by prefix. */
const formatPrefix = /^(?:large|medium|small|thumbnail)_/;

function nameIn(rest: string): string | null {
  const [name = ''] = rest.split(/[?#]/);
  return /^[\w-][\w.-]*$/.test(name) ? name : null;
}

/**
 * To be embedded, `medium_`, 750 pixels wide, is sharp enough in a
 * mail of 600 and half the bytes of the one that is linked; a picture without formats is small itself.
 */
function formatsOf(name: string, mode: ImagesMode): string[] {
  return mode === 'embedded' ? [`medium_${name.replace(/^(?:large|medium)_/, '')}`, name] : [name];
}

/** What changes with every write to a file; null when there is none, or it is too large. */
async function stateOf(file: string): Promise<string | null> {
  try {
    const { ino, size, mtimeNs, ctimeNs } = await stat(file, { bigint: true });
    return size > mostBytes ? null : [ino, size, mtimeNs, ctimeNs].join('/');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
