import { inflateSync } from 'node:zlib';
import { digestOf } from './drawing-digest';

const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

/**
 * The name of a picture that `encodePng` wrote, by its pixels, whatever zlib compressed it. Pure.
 *
 * @returns null for any other file, also for one with more in it than such a picture has
 */
export function drawingName(file: Uint8Array): string | null {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const chunks = chunksOf(bytes);
  const [header, colours, pixels, end] = chunks ?? [];
  if (chunks?.length !== 4 || !header || !colours || !pixels || !end) return null;
  if (chunks.map(({ type }) => type).join() !== 'IHDR,PLTE,IDAT,IEND') return null;
  if (header.data.length !== 13 || end.data.length > 0 || colours.data.length % 3 > 0) return null;
  const [width, height] = [header.data.readUInt32BE(0), header.data.readUInt32BE(4)];
  const depth = header.data[8];
  if ((depth !== 4 && depth !== 8) || !header.data.subarray(9).equals(Buffer.from([3, 0, 0, 0]))) return null;
  const palette = Array.from({ length: colours.data.length / 3 }, (_, at) =>
    colours.data.readUIntBE(at * 3, 3),
  );
  const rows = inflated(pixels.data, (Math.ceil((width * depth) / 8) + 1) * height);
  const indices = rows && indicesIn(rows, width, height, depth);
  return indices && `${digestOf({ width, height, palette, indices })}.png`;
}

function chunksOf(bytes: Buffer): { type: string; data: Buffer }[] | null {
  if (!bytes.subarray(0, signature.length).equals(signature)) return null;
  const chunks = [];
  for (let at = signature.length; at < bytes.length;) {
    if (at + 12 > bytes.length) return null;
    const length = bytes.readUInt32BE(at);
    if (at + 12 + length > bytes.length) return null;
    const type = bytes.toString('latin1', at + 4, at + 8);
    chunks.push({ type, data: bytes.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
  }
  return chunks;
}

/** No drawing has more pixels; a file that says so is not made of memory here. */
const mostBytes = 64 * 1024 * 1024;

function inflated(data: Buffer, size: number): Buffer | null {
  if (size === 0 || size > mostBytes) return null;
  try {
    const rows = inflateSync(data, { maxOutputLength: size });
    return rows.length === size ? rows : null;
  } catch {
    return null;
  }
}

function indicesIn(rows: Buffer, width: number, height: number, depth: 4 | 8): Uint8Array | null {
  const bytes = Math.ceil((width * depth) / 8);
  const indices = new Uint8Array(width * height);
  for (let row = 0; row < height; row += 1) {
    const begin = row * (bytes + 1);
    if (rows[begin] !== 0) return null;
    for (let column = 0; column < width; column += 1) {
      const at = begin + 1;
      const pair = rows[at + (depth === 8 ? column : column >> 1)] ?? 0;
      indices[row * width + column] = depth === 8 ? pair : column % 2 === 0 ? pair >> 4 : pair & 15;
    }
  }
  return indices;
}
