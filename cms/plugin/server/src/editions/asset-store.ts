import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { drawingName, openMemory, type Edition } from '@nachra/renderer';
import type { EventLog } from '../common/log';
import { judgePicture, type PictureVerdict } from './judge-picture';
import { isPictureName, pictureName } from './picture-kind';
import { decodingInTurn, uprightBytes } from './write-anew';

/**
 * The pictures of editions, where mails and pages find them: `<publicUrl>/assets/<name>`. A name is a digest of what the
 * picture shows, so what stands behind it never changes, and it is kept for as long as somebody may open the mail.
 */
export interface AssetStore {
  /** Keeps the pictures drawn for an edition in memory: a preview shows them, and the next keystroke may replace them. */
  remember(edition: Edition): void;
  /** Writes those to disk. Call it before anything leaves that names them. Idempotent by name. */
  keep(edition: Edition): Promise<void>;
  /**
   * Writes a picture somebody uploaded, under the name of its content. Idempotent by that name.
   *
   * @returns its name, or what is wrong with it
   */
  keepPicture(bytes: Buffer): Promise<{ name: string } | PictureVerdict>;
  /**
   * Writes a picture of another server, which nobody has looked at: upright, and without what its camera noted, as an upload is stored.
   * Idempotent by its bytes.
   *
   * @returns its name, or what is wrong with it
   */
  keepForeign(bytes: Buffer): Promise<{ name: string } | PictureVerdict>;
  /** Whether a picture that was uploaded can be found whole: its name is a digest of its bytes. Drawings are named by their pixels. */
  holds(name: string): Promise<boolean>;
  /**
   * Whether a picture is where mails find it, after it was put back from wherever its bytes are known: also one whose file is gone. It may
   * read all uploads, so it is not for what anybody may ask.
   */
  putBack(name: string): Promise<boolean>;
  /**
   * A picture as its name says it is. A file that holds anything else is not handed out: it is put back from wherever its bytes are
   * known, or counts as lost, and the log says so.
   *
   * @returns null when no such picture is known
   */
  find(name: string): Promise<Buffer | null>;
}

/** What is known of kept files, for as long as each is the same. */
const mostKnown = 10_000;

/** What a store is opened with, besides its folder. */
interface AssetOptions {
  log: Pick<EventLog, 'error' | 'warn'>;
  /** Looks for a picture elsewhere, by its name: asked only where its file is spoilt. */
  elsewhere: (name: string) => Promise<Buffer | null>;
}

/** Whether a picture is what its name says: an upload by its bytes, a drawing by its pixels. Pure. */
function isNamed(bytes: Buffer, name: string): boolean {
  return pictureName(bytes) === name || drawingName(bytes) === name;
}

/**
 * @param directory where kept pictures lie; made when the first one comes
 * @param mostPixels of an uploaded picture: what nobody's mail client could show is not served
 * @param capacity characters of base64 held in memory; a chart is some ten thousand, an embedded photograph a hundred thousand
 */
export function openAssetStore(
  directory: string,
  mostPixels: number,
  { log, elsewhere }: AssetOptions,
  capacity = 32 * 1024 * 1024,
): AssetStore {
  const shown = openMemory<string>(capacity, (base64) => base64.length);
  const fileOf = (name: string) => path.join(directory, name);

  async function kept(name: string): Promise<Buffer | null> {
    try {
      return await readFile(fileOf(name));
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
      throw error;
    }
  }

  /** States of files whose content is, or is not, what the name says: a picture is asked for by every reader, and compared once. */
  const judged = openMemory<{ state: string; isSound: boolean }>(mostKnown);

  async function stateOf(name: string): Promise<string> {
    const found = await stat(fileOf(name), { bigint: true }).catch(() => null);
    return found === null ? '' : [found.ino, found.size, found.mtimeNs, found.ctimeNs].join('/');
  }

  async function isSound(name: string, bytes: Buffer): Promise<boolean> {
    const state = await stateOf(name);
    const before = judged.get(name);
    if (before?.state === state) return before.isSound;
    const sound = isNamed(bytes, name);
    judged.set(name, { state, isSound: sound });
    return sound;
  }

  /** A kept picture, put back if its file is spoilt; null where it is nowhere. */
  async function sound(name: string): Promise<Buffer | null> {
    const written = await kept(name);
    if (written === null) return null;
    const knew = judged.get(name)?.isSound === false;
    if (await isSound(name, written)) return written;
    // Looked for among the uploads once for each state of the file: the question is everybody's.
    const bytes = await broughtBack(name, knew ? 'remembered' : 'anywhere');
    if (bytes !== null) return bytes;
    if (!knew)
      log.error(
        { event: 'picture.spoilt', picture: name },
        'A picture is not what its name says, and is not shown any more: somebody or a damaged disk has changed its file. Put it back from a backup.',
      );
    return null;
  }

  /** A picture from wherever its bytes are known, written anew; null where they are not. */
  async function broughtBack(name: string, from: 'remembered' | 'anywhere'): Promise<Buffer | null> {
    const base64 = shown.get(name);
    const known = base64 === undefined ? null : Buffer.from(base64, 'base64');
    const bytes = known ?? (from === 'anywhere' ? await elsewhere(name) : null);
    if (bytes === null || !isNamed(bytes, name)) return null;
    await write(name, bytes);
    judged.set(name, { state: await stateOf(name), isSound: true });
    log.warn(
      { event: 'picture.put-back', picture: name },
      'A picture was gone or not what its name says, and was put back.',
    );
    return bytes;
  }

  async function write(name: string, bytes: Buffer): Promise<void> {
    await mkdir(directory, { recursive: true });
    // Written under another name and then renamed, so that a reader never gets half a picture.
    const draft = `${fileOf(name)}.${randomUUID()}`;
    // On the disk before it has its name: a row that names it may be durable at once.
    await writeFile(draft, bytes, { flush: true });
    await rename(draft, fileOf(name));
  }

  async function keepPicture(bytes: Buffer): Promise<{ name: string } | PictureVerdict> {
    const name = pictureName(bytes);
    if (name === null) return { fault: 'no-picture' };
    // Compared and not only looked for: what a full disk or a hand has spoilt is written anew.
    if ((await kept(name))?.equals(bytes)) return { name };
    const verdict = await judgePicture(bytes, mostPixels);
    if (verdict !== null) return verdict;
    await write(name, bytes);
    return { name };
  }

  return {
    remember({ assets }) {
      for (const { name, base64 } of assets) shown.set(name, base64);
    },

    async keep({ assets }) {
      for (const { name, base64 } of assets) {
        // A drawing is named by its pixels: another zlib gives other bytes for the same name, and the first stay.
        if ((await sound(name)) === null) await write(name, Buffer.from(base64, 'base64'));
      }
    },

    keepPicture,

    async keepForeign(bytes) {
      const verdict = await judgePicture(bytes, mostPixels);
      if (verdict !== null) return verdict;
      const upright = await decodingInTurn(() => uprightBytes(bytes));
      return upright === null ? { fault: 'no-picture' } : keepPicture(upright);
    },

    async holds(name) {
      const bytes = isPictureName(name) ? await sound(name) : null;
      return bytes !== null && pictureName(bytes) === name;
    },

    async putBack(name) {
      return isPictureName(name) && ((await sound(name)) ?? (await broughtBack(name, 'anywhere'))) !== null;
    },

    async find(name) {
      if (!isPictureName(name)) return null;
      // The disk first: what was written once is what everybody gets, whatever this process would draw today.
      const written = await sound(name);
      const base64 = shown.get(name);
      return written ?? (base64 === undefined ? null : Buffer.from(base64, 'base64'));
    },
  };
}
