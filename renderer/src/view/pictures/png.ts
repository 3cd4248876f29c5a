import { deflateSync } from 'node:zlib';

/** A picture with few colours: one palette index per pixel. */
export interface IndexedPicture {
  width: number;
  height: number;
  /** `0xrrggbb`, most frequent first. */
  palette: number[];
  indices: Uint8Array;
}

/**
 * Reduces opaque RGBA pixels to their most frequent colours; every other colour becomes the nearest of those. Drawings
 * consist of a few flat colours and blends between them, so no difference is visible, and the file is a quarter as large.
 *
 * @param most number of colours, 256 at most; 16 halve the file once more
 */
export function indexPixels(pixels: Uint8Array, width: number, height: number, most: number): IndexedPicture {
  const colours = new Uint32Array(width * height);
  const counts = new Map<number, number>();
  for (let at = 0; at < colours.length; at += 1) {
    const byte = at * 4;
    const colour = (pixels[byte]! << 16) | (pixels[byte + 1]! << 8) | pixels[byte + 2]!;
    colours[at] = colour;
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const palette = [...counts]
    .sort(([one, many], [other, more]) => more - many || one - other)
    .slice(0, most)
    .map(([colour]) => colour);
  const indexOf = new Map(palette.map((colour, index) => [colour, index]));
  const indices = new Uint8Array(colours.length);
  colours.forEach((colour, at) => {
    let index = indexOf.get(colour);
    if (index === undefined) {
      index = nearest(colour, palette);
      indexOf.set(colour, index);
    }
    indices[at] = index;
  });
  return { width, height, palette, indices };
}

/** Encodes an indexed picture as PNG. @see https://www.w3.org/TR/png-3/ */
export function encodePng({ width, height, palette, indices }: IndexedPicture): Buffer {
  const depth = palette.length <= 16 ? 4 : 8;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = depth;
  header[9] = 3; // indexed colour
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', header),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(scanlines(width, height, depth, indices), { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Rows, each after its filter byte; the filter is none, which is best for palettes. */
function scanlines(width: number, height: number, depth: 4 | 8, indices: Uint8Array): Buffer {
  const bytes = Math.ceil((width * depth) / 8);
  const rows = Buffer.alloc((bytes + 1) * height);
  indices.forEach((index, at) => {
    const column = at % width;
    const row = ((at - column) / width) * (bytes + 1) + 1;
    if (depth === 8) rows[row + column] = index;
    else rows[row + (column >> 1)]! |= column % 2 === 0 ? index << 4 : index;
  });
  return rows;
}

function nearest(colour: number, palette: number[]): number {
  let best = 0;
  let least = Infinity;
  palette.forEach((candidate, index) => {
    const far = [16, 8, 0].reduce((sum, bits) => {
      const difference = ((colour >> bits) & 255) - ((candidate >> bits) & 255);
      return sum + difference * difference;
    }, 0);
    if (far < least) [best, least] = [index, far];
  });
  return best;
}

function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, sum]);
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  return crc;
});

// By hand because Node has zlib.crc32 only since version 22.2.
function crc32(data: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of data) crc = (crcTable[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
