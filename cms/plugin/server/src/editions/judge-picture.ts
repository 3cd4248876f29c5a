import { open } from 'node:fs/promises';
import sharp from 'sharp';
import { headBytes, pictureKind } from './picture-kind';

/** What is wrong with bytes that claim to be a picture; the pixels of all frames, where they are too many. */
export type PictureVerdict = { fault: 'no-picture' } | { fault: 'too-many-pixels'; pixels: number };

/**
 * Looks at what claims to be a picture before anything decodes it: 31 KB can unfold to 256 million pixels, 1.6 GB of memory and
 * 40 seconds. Only its first bytes and its headers are read, in about a millisecond.
 *
 * @param source a file's path, or its bytes
 * @param mostPixels of all frames of an animation together
 * @returns null when nothing is wrong
 */
export async function judgePicture(
  source: string | Buffer,
  mostPixels: number,
): Promise<PictureVerdict | null> {
  const head = typeof source === 'string' ? await headOf(source) : source;
  // First: the library would also open a drawing or a document, and read all of it.
  if (pictureKind(head) === null) return { fault: 'no-picture' };
  // Without its own limit, so that the refusal can say how many there are.
  const facts = await sharp(source, { limitInputPixels: false })
    .metadata()
    .catch(() => null);
  if (facts === null) return { fault: 'no-picture' };
  const frame = Math.max(facts.width * facts.height, screenOf(head));
  const pixels = frame * (facts.pages ?? 1);
  return pixels > mostPixels ? { fault: 'too-many-pixels', pixels } : null;
}

/** The screen on which a GIF is shown, which may be larger than what it shows; zero for other kinds. */
function screenOf(head: Buffer): number {
  return pictureKind(head) === 'gif' ? head.readUInt16LE(6) * head.readUInt16LE(8) : 0;
}

/** Whether a file begins as a picture of a kind that is served. */
export async function beginsAsPicture(file: string): Promise<boolean> {
  return pictureKind(await headOf(file)) !== null;
}

async function headOf(file: string): Promise<Buffer> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
