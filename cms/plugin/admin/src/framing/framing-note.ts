import { pictureFormats, type PicturePlace } from '../../../shared/picture-places';
import { sharpPixels } from '../../../shared/picture-limits';
import type { Text } from '../model/text';

/** What is to be said of the pixels that a frame leaves, by the limits of the preflight; null where they are enough for any screen. Pure. */
export function framingNote(pixels: number, place: PicturePlace): Text | null {
  const { width: wanted } = pictureFormats[place];
  const values = { width: Math.round(pixels), wanted, best: wanted * sharpPixels };
  if (values.width < wanted) return { key: 'framing.narrow', values };
  return values.width < values.best ? { key: 'framing.soft', values } : null;
}
