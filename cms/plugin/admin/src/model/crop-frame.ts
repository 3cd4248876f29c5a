import type { PicturePart, Ratio, Size } from '../../../shared/picture-cut';

/** A point of a picture, in shares of its width and height. */
export interface Point {
  x: number;
  y: number;
}

/** A corner of a frame: which of its sides move with it. */
export interface Corner {
  x: 'left' | 'right';
  y: 'top' | 'bottom';
}

export const corners: readonly Corner[] = [
  { x: 'left', y: 'top' },
  { x: 'right', y: 'top' },
  { x: 'left', y: 'bottom' },
  { x: 'right', y: 'bottom' },
];

/** The least share of a side that a frame leaves: less could hardly be taken hold of again. */
const least = 0.05;

const between = (value: number, from: number, to: number): number => Math.min(Math.max(value, from), to);

/** The frame moved, as far as the picture goes. Pure. */
export function movedFrame(frame: PicturePart, by: Point): PicturePart {
  return {
    ...frame,
    x: between(frame.x + by.x, 0, 1 - frame.width),
    y: between(frame.y + by.y, 0, 1 - frame.height),
  };
}

/** The frame with a point in its middle, as far as the picture goes. Pure. */
export function frameAround(frame: PicturePart, { x, y }: Point): PicturePart {
  return movedFrame({ ...frame, x: 0, y: 0 }, { x: x - frame.width / 2, y: y - frame.height / 2 });
}

/** Whether a point is seen. Pure. */
export function isWithin({ x, y, width, height }: PicturePart, point: Point): boolean {
  return point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height;
}

/** A focal point is within the frame: what is left out cannot be the essential. Pure. */
export function pointWithin({ x, y, width, height }: PicturePart, point: Point): Point {
  return { x: between(point.x, x, x + width), y: between(point.y, y, y + height) };
}

/**
 * The frame with one corner moved, the opposite one stays. Where its sides are given it keeps them. Pure.
 *
 * @param ratio its sides in pixels; null where it may have any
 * @param size of the picture
 */
export function resizedFrame(
  frame: PicturePart,
  corner: Corner,
  by: Point,
  ratio: Ratio,
  size: Size,
): PicturePart {
  const fromLeft = corner.x === 'left';
  const fromTop = corner.y === 'top';
  const room = {
    width: fromLeft ? frame.x + frame.width : 1 - frame.x,
    height: fromTop ? frame.y + frame.height : 1 - frame.y,
  };
  let width = between(frame.width + (fromLeft ? -by.x : by.x), least, room.width);
  let height = between(frame.height + (fromTop ? -by.y : by.y), least, room.height);
  if (ratio !== null) {
    const sides = (ratio[0] / ratio[1]) * (size.height / size.width);
    // Whichever way the corner was drawn further.
    if (Math.abs(by.x) * size.width < Math.abs(by.y) * size.height) width = height * sides;
    width = Math.min(Math.max(width, least, least * sides), room.width, room.height * sides);
    height = width / sides;
  }
  return {
    x: fromLeft ? frame.x + frame.width - width : frame.x,
    y: fromTop ? frame.y + frame.height - height : frame.y,
    width,
    height,
  };
}

/** The frame larger or smaller about its middle, as far as the picture goes. Pure. */
export function scaledFrame(frame: PicturePart, factor: number): PicturePart {
  const most = Math.min(1 / frame.width, 1 / frame.height);
  const smallest = Math.min(1, Math.max(least / frame.width, least / frame.height));
  const scale = between(factor, smallest, most);
  const middle = { x: frame.x + frame.width / 2, y: frame.y + frame.height / 2 };
  return frameAround(
    { ...frame, width: Math.min(1, frame.width * scale), height: Math.min(1, frame.height * scale) },
    middle,
  );
}

/** Shares as they are stored: a ten thousandth of a picture is less than a pixel. Pure. */
export function rounded<Shares extends object>(shares: Shares): Shares {
  return Object.fromEntries(
    Object.entries(shares).map(([name, share]: [string, number]) => [
      name,
      Math.floor(share * 10_000) / 10_000,
    ]),
  ) as Shares;
}

/** Whether nothing of the picture is left out. Pure. */
export function isWhole({ x, y, width, height }: PicturePart): boolean {
  return x < 0.001 && y < 0.001 && width > 0.999 && height > 0.999;
}
