import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { canonicalJson } from '@nachra/renderer';
import { z } from 'zod';
import type { AssetStore } from './asset-store';
import { cutPicture, type Cut } from './cut-picture';
import { judgePicture } from './judge-picture';
import { decodingInTurn } from './write-anew';

/** A cut picture in the asset store, and its pixels. */
const keptCutSchema = z.strictObject({ name: z.string(), width: z.number(), height: z.number() });
export type KeptCut = z.infer<typeof keptCutSchema>;

/** Pictures as they were cut. */
export interface CutStore {
  /**
   * Cuts a picture and keeps the result in the asset store. Idempotent by the picture's bytes and the cut: what was cut once is the
   * same for ever, also where another version of a library would write other bytes, so that an update ends no approval.
   *
   * @returns null where the picture cannot be cut
   */
  keep(source: Buffer, cut: Cut): Promise<KeptCut | null>;
  /** Whether what was kept is still whole. */
  holds(kept: KeptCut): Promise<boolean>;
}

/**
 * @param directory where it is remembered what was cut from what; made when the first one is
 * @param mostPixels of a picture that is opened, all frames of an animation together
 */
export function openCutStore(
  directory: string,
  mostPixels: number,
  assets: Pick<AssetStore, 'keepPicture' | 'holds'>,
): CutStore {
  const making = new Map<string, Promise<KeptCut | null>>();

  async function remembered(file: string): Promise<KeptCut | null> {
    const text = await readFile(file, 'utf8').catch(() => null);
    const { data } = keptCutSchema.safeParse(text === null ? null : asJson(text));
    return data && (await assets.holds(data.name)) ? data : null;
  }

  async function made(source: Buffer, cut: Cut, file: string): Promise<KeptCut | null> {
    if ((await judgePicture(source, mostPixels)) !== null) return null;
    const written = await decodingInTurn(() => cutPicture(source, cut));
    if (written === null) return null;
    const { bytes, width, height } = written;
    const kept = await assets.keepPicture(bytes);
    if (!('name' in kept)) return null;
    const result = { name: kept.name, width, height };
    await mkdir(directory, { recursive: true });
    const draft = `${file}.${randomUUID()}`;
    await writeFile(draft, JSON.stringify(result), { flush: true });
    await rename(draft, file);
    return result;
  }

  return {
    holds: ({ name }) => assets.holds(name),

    async keep(source, cut) {
      const digest = createHash('sha256').update(source).digest('hex');
      const key = createHash('sha256')
        .update(canonicalJson([digest, cut]))
        .digest('hex')
        .slice(0, 32);
      const file = path.join(directory, `${key}.json`);
      const before = await remembered(file);
      if (before !== null) return before;
      const known = making.get(key) ?? made(source, cut, file).finally(() => making.delete(key));
      making.set(key, known);
      return known;
    },
  };
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
