import type { Framing } from '@nachra/renderer';
import sharp from 'sharp';
import { pixelsOf, seenPart, type Ratio } from '../../../shared/picture-cut';
import { decodes, reencoded } from './write-anew';

/** How a picture is cut. */
export interface Cut {
  framing: Framing;
  /** The sides of its place. */
  ratio: Ratio;
  /** Pixels that it may have across; it is made smaller down to them, and never larger. */
  widest: number;
}

/** A picture that was cut. */
interface CutBytes {
  bytes: Buffer;
  width: number;
  height: number;
}

/**
 * Cuts a picture whose pixels have been counted: upright, all frames of an animation alike, in a format that mail clients show.
 *
 * @returns null where it cannot be decoded
 */
export async function cutPicture(source: Buffer, { framing, ratio, widest }: Cut): Promise<CutBytes | null> {
  if (!(await decodes(source))) return null;
  const facts = await sharp(source).metadata();
  const animated = facts.format === 'gif' && (facts.pages ?? 1) > 1;
  const size = animated ? { width: facts.width, height: facts.pageHeight ?? facts.height } : facts.autoOrient;
  const seen = pixelsOf(seenPart(size, framing, ratio), size);
  const opened = sharp(source, { animated });
  // Turned before it is cut: the shares are those of the picture as people see it.
  const part = (animated ? opened : opened.autoOrient()).extract(seen);
  const fitted = seen.width > widest ? part.resize({ width: widest }) : part;
  const { data: bytes, info } = await reencoded(fitted, facts).toBuffer({ resolveWithObject: true });
  return { bytes, width: info.width, height: info.pageHeight ?? info.height };
}
