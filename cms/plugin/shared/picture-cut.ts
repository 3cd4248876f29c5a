import type { Framing } from '@nachra/renderer';

/** A part of a picture, in shares of its width and height. */
export type PicturePart = NonNullable<Framing['crop']>;

/** The sides of a picture, or of what it is cut to; null where it keeps those of what may be seen. */
export type Ratio = readonly [width: number, height: number] | null;

export interface Size {
  width: number;
  height: number;
}

export const wholePicture: PicturePart = { x: 0, y: 0, width: 1, height: 1 };

/**
 * What of a picture is seen in a place: of what its crop leaves, the largest part that has the sides of the place, as near to the focal
 * point as it can be. Pure.
 *
 * @param size of the whole picture, in any unit
 */
export function seenPart({ width, height }: Size, { crop, focus }: Framing, ratio: Ratio): PicturePart {
  const region = crop ?? wholePicture;
  if (ratio === null) return region;
  const sides = ratio[0] / ratio[1];
  const regionSides = (region.width * width) / (region.height * height);
  const seen = {
    width: regionSides > sides ? (region.height * height * sides) / width : region.width,
    height: regionSides > sides ? region.height : (region.width * width) / sides / height,
  };
  const within = (centre: number, from: number, room: number, length: number): number =>
    Math.min(Math.max(centre - length / 2, from), from + room - length);
  return {
    x: within(focus?.x ?? region.x + region.width / 2, region.x, region.width, seen.width),
    y: within(focus?.y ?? region.y + region.height / 2, region.y, region.height, seen.height),
    ...seen,
  };
}

/** A part in whole pixels of a picture, at least one each way. Pure. */
export function pixelsOf(
  { x, y, width, height }: PicturePart,
  size: Size,
): { left: number; top: number; width: number; height: number } {
  const left = Math.min(Math.round(x * size.width), size.width - 1);
  const top = Math.min(Math.round(y * size.height), size.height - 1);
  return {
    left,
    top,
    width: Math.max(1, Math.min(Math.round(width * size.width), size.width - left)),
    height: Math.max(1, Math.min(Math.round(height * size.height), size.height - top)),
  };
}
