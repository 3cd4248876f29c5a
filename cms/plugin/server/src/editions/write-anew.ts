import { stat } from 'node:fs/promises';
import sharp, { type Metadata, type Sharp } from 'sharp';
import { atMostAtOnce } from '../common/at-most-at-once';

/** A picture that was written anew. */
interface WrittenPicture {
  width: number;
  height: number;
  bytes: number;
}

/** Longer than this over one picture is too long, in seconds; 49 megapixels take four on one core. */
const patience = 60;

/**
 * Above so many pixels a picture is written in the way that takes the least memory: for one of 49 megapixels 190 MB at most
 * instead of 450, for a JPEG that weighs 6 % more.
 */
const large = 16_000_000;

/** Decoded from top to bottom, so that a whole picture need not be in memory. */
const reading = { sequentialRead: true } as const;

/**
 * Decodes a picture to its last line, and keeps nothing of it.
 *
 * @returns whether it could be decoded
 */
export async function decodes(picture: string | Buffer): Promise<boolean> {
  try {
    await sharp(picture, reading)
      .timeout({ seconds: patience })
      .resize(8, 8, { fit: 'fill', kernel: 'nearest', fastShrinkOnLoad: false })
      .raw()
      .toBuffer();
    return true;
  } catch {
    return false;
  }
}

/**
 * Decodes one picture at a time in this process, whichever door it came by: one of 49 megapixels takes 220 MB.
 *
 * @example await decodingInTurn(() => uprightBytes(bytes))
 */
export const decodingInTurn = atMostAtOnce(1);

/**
 * Writes a JPEG or PNG anew: upright, where a camera has only noted how it was held, which no mail client and no format
 * heeds; and without what cameras and programs note besides, such as the place where a photograph was taken.
 *
 * @param target the file to write
 * @param compress also where nothing has to be taken out, if it makes the file smaller
 * @returns null when there was nothing to do: the file is good as it is
 */
export async function writeAnew(
  source: string,
  target: string,
  compress: boolean,
): Promise<WrittenPicture | null> {
  const facts = await sharp(source).metadata();
  const { format, width, height } = facts;
  if (format !== 'jpeg' && format !== 'png') return null;
  const isLarge = width * height > large;
  const mustChange = saysMore(facts);
  if (!mustChange && (!compress || (isLarge && format === 'png'))) return null;
  const written = encoded(source, facts, compress);
  const { width: newWidth, height: newHeight, size: bytes } = await written.toFile(target);
  if (!mustChange && bytes >= (await stat(source)).size) return null;
  return { width: newWidth, height: newHeight, bytes };
}

/**
 * The same for a picture in memory, of any kind that is served, once its pixels have been counted.
 *
 * @returns the bytes themselves where nothing had to be changed; null where they cannot be decoded
 */
export async function uprightBytes(bytes: Buffer): Promise<Buffer | null> {
  if (!(await decodes(bytes))) return null;
  const facts = await sharp(bytes).metadata();
  return saysMore(facts) ? encoded(bytes, facts, false).toBuffer() : bytes;
}

/** Whether a picture lies on its side, or has something to say besides what it shows. */
function saysMore({ orientation = 1, exif, xmp, iptc }: Metadata): boolean {
  return orientation > 1 || exif !== undefined || xmp !== undefined || iptc !== undefined;
}

/** A picture of which a part was taken, as small as one that was uploaded, in the format of it that every mail client shows. */
export function reencoded(part: Sharp, { format, width, height, pages, hasAlpha }: Metadata): Sharp {
  part.timeout({ seconds: patience });
  if (format === 'gif' && (pages ?? 1) > 1) return part.gif();
  // A palette, which a quality below 100 asks for, is found with the whole picture in memory.
  const isLarge = width * height > large;
  if (format === 'png' || format === 'gif' || hasAlpha) return part.png(isLarge ? {} : { quality: 80 });
  return part.jpeg({ quality: 80, optimiseCoding: !isLarge });
}

/** A picture as it is written anew, in its own format. */
function encoded(
  source: string | Buffer,
  { format, width, height, pages }: Metadata,
  compress: boolean,
): Sharp {
  const isLarge = width * height > large;
  const animated = (pages ?? 1) > 1;
  const opened = sharp(source, { ...reading, animated }).timeout({ seconds: patience });
  const upright = animated ? opened : opened.autoOrient();
  if (format === 'jpeg') return upright.jpeg({ quality: compress ? 80 : 95, optimiseCoding: !isLarge });
  // A palette, which a quality below 100 asks for, is found with the whole picture in memory.
  if (format === 'png') return upright.png(compress && !isLarge ? { quality: 80 } : {});
  if (format === 'gif') return upright.gif();
  return format === 'webp' ? upright.webp({ quality: 90 }) : upright.avif({ quality: 65, effort: 2 });
}
