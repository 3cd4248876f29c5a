import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Edition } from '@nachra/renderer';

/** The pictures drawn for editions or embedded in them, where mails and pages find them: `<publicUrl>/assets/<name>`. */
export interface AssetStore {
  /** Keeps an edition's pictures in memory: a preview shows them, and the next keystroke may replace them. */
  remember(edition: Edition): void;
  /** Writes them to disk, for as long as somebody may open the mail. Call it before a message leaves. Idempotent by name. */
  keep(edition: Edition): Promise<void>;
  /** @returns null when no such picture is known */
  find(name: string): Promise<Buffer | null>;
}

/** The renderer's names: a digest of the content. No other name is looked up, so a path never reaches the disk. */
const names = /^[0-9a-f]{32}\.(?:png|jpg|gif)$/;

/**
 * @param directory where kept pictures lie; made when the first one comes
 * @param capacity characters of base64 held in memory; a chart is some ten thousand, an embedded photograph a hundred thousand
 */
export function openAssetStore(directory: string, capacity = 32 * 1024 * 1024): AssetStore {
  const shown = new Map<string, string>();
  const fileOf = (name: string) => path.join(directory, name);

  async function kept(name: string): Promise<Buffer | null> {
    try {
      return await readFile(fileOf(name));
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
      throw error;
    }
  }

  return {
    remember({ assets }) {
      for (const { name, base64 } of assets) {
        shown.delete(name);
        shown.set(name, base64);
      }
      let held = [...shown.values()].reduce((sum, { length }) => sum + length, 0);
      for (const [oldest, { length }] of shown) {
        if (held <= capacity) break;
        shown.delete(oldest);
        held -= length;
      }
    },

    async keep({ assets }) {
      if (assets.length > 0) await mkdir(directory, { recursive: true });
      for (const { name, base64 } of assets) {
        if ((await kept(name)) !== null) continue;
        // Written under another name and then renamed, so that a reader never gets half a picture.
        const draft = `${fileOf(name)}.${randomUUID()}`;
        await writeFile(draft, Buffer.from(base64, 'base64'));
        await rename(draft, fileOf(name));
      }
    },

    async find(name) {
      if (!names.test(name)) return null;
      const base64 = shown.get(name);
      return base64 === undefined ? kept(name) : Buffer.from(base64, 'base64');
    },
  };
}
