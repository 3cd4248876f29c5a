import { stat } from 'node:fs/promises';
import sharp from 'sharp';

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
export async function decodes(file: string): Promise<boolean> {
  try {
    await sharp(file, reading)
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
 * Writes a JPEG or PNG anew: upright, where a camera has only noted how it was held, which no mail client and no rendition
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
  const { format, width, height, orientation = 1, exif, xmp, iptc } = await sharp(source).metadata();
  if (format !== 'jpeg' && format !== 'png') return null;
  const isLarge = width * height > large;
  const mustChange = orientation > 1 || exif !== undefined || xmp !== undefined || iptc !== undefined;
  if (!mustChange && (!compress || (isLarge && format === 'png'))) return null;
  const upright = sharp(source, reading).timeout({ seconds: patience }).autoOrient();
  const written =
    format === 'jpeg'
      ? upright.jpeg({ quality: compress ? 80 : 95, optimiseCoding: !isLarge })
      : // A palette, which a quality below 100 asks for, is found with the whole picture in memory.
        upright.png(compress && !isLarge ? { quality: 80 } : {});
  const { width: newWidth, height: newHeight, size: bytes } = await written.toFile(target);
  if (!mustChange && bytes >= (await stat(source)).size) return null;
  return { width: newWidth, height: newHeight, bytes };
}
