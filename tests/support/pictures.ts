import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';

/** A PNG of noise, the same for the same seed: it weighs about three bytes a pixel, whoever compresses it. */
export function aPng(width = 40, height = 30, seed = 'palm'): Buffer {
  const rows = Array.from({ length: height }, (_, row) => {
    const pixels = Buffer.alloc(width * 3 + 1);
    for (let at = 1; at < pixels.length; at += 32)
      createHash('sha256').update(`${seed} ${row} ${at}`).digest().copy(pixels, at);
    return pixels;
  });
  return png(width, height, [8, 2], Buffer.concat(rows));
}

/** @param form bits a sample, and the colour type (PNG, 11.2.1) */
function png(width: number, height: number, form: [depth: number, colour: number], rows: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set(form, 8);
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A PNG of one bit a pixel, all black: a few KB for millions of pixels. */
export function flatPng(width: number, height: number): Buffer {
  return png(width, height, [1, 0], Buffer.alloc((Math.ceil(width / 8) + 1) * height));
}

/** A GIF that shows one pixel so many times, on a screen of the size given. */
export function animatedGif(width: number, height: number, frames: number): Buffer {
  const gif = aGif();
  gif.writeUInt16LE(width, 6);
  gif.writeUInt16LE(height, 8);
  const frame = gif.subarray(gif.indexOf(Buffer.from('21f904', 'hex')), -1);
  return Buffer.concat([
    gif.subarray(0, 19),
    ...Array.from({ length: frames }, () => frame),
    gif.subarray(-1),
  ]);
}

/** A GIF of one pixel, in a colour of its own for each seed. */
export function aGif(seed = 'palm'): Buffer {
  const colour = createHash('sha256').update(seed).digest('hex').slice(0, 6);
  return Buffer.from(
    `47494638396101000100800000${colour}00000021f90401000000002c00000000010001000002024401003b`,
    'hex',
  );
}

const greenJpeg =
  '/9j/2wBDACgcHiMeGSgjISMtKygwPGRBPDc3PHtYXUlkkYCZlo+AjIqgtObDoKrarYqMyP/L2u71////m8H////6/+b9//j/2wBDASstLTw1PHZBQXb4pYyl' +
  '+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj/wAARCAAIAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAA' +
  'AAT/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFQEBAQAAAAAAAAAAAAAAAAAAAQP/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCIAoP/2Q==';

/** A JPEG of eight pixels by eight, in another shade for each seed, so that it differs also where comments are taken out. */
export function aJpeg(seed = 'palm'): Buffer {
  const bytes = Buffer.from(greenJpeg, 'base64');
  // What the mean brightness is multiplied by: the first entry of the first quantisation table (ITU-T T.81, B.2.4.1).
  bytes[7] = 16 + ((createHash('sha256').update(seed).digest()[0] ?? 0) % 64);
  const text = Buffer.from(seed);
  const comment = Buffer.from([0xff, 0xfe, 0, text.length + 2]);
  return Buffer.concat([bytes.subarray(0, 2), comment, text, bytes.subarray(2)]);
}

/** The first bytes of files of other formats: enough to know them by. */
export const beginnings = {
  jpg: Buffer.from('ffd8ffe000104a46494600', 'hex'),
  gif: Buffer.from('GIF89a\x01\x00\x01\x00'),
  webp: Buffer.from('RIFF\x10\x00\x00\x00WEBPVP8 '),
  svg: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
  html: Buffer.from('<!doctype html><script>alert(1)</script>'),
};

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body) >>> 0, 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
