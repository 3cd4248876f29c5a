import { describe, expect, it } from 'vitest';
import { pictureOfField } from '../../../cms/plugin/admin/src/framing/picture-of-field';
import { framingFor } from '../../../cms/plugin/admin/src/framing/framing-for';
import { framingNote } from '../../../cms/plugin/admin/src/framing/framing-note';
import {
  corners,
  frameAround,
  isWhole,
  movedFrame,
  pointWithin,
  resizedFrame,
  rounded,
  scaledFrame,
} from '../../../cms/plugin/admin/src/model/crop-frame';

const size = { width: 1_600, height: 1_000 };
const middle = { x: 0.25, y: 0.25, width: 0.5, height: 0.5 };

describe('the frame over a picture', () => {
  it('stays within the picture wherever it is moved', () => {
    expect(movedFrame(middle, { x: 2, y: -2 })).toEqual({ ...middle, x: 0.5, y: 0 });
    expect(frameAround(middle, { x: 0.9, y: 0.5 })).toEqual({ ...middle, x: 0.5, y: 0.25 });
    expect(pointWithin(middle, { x: 0, y: 1 })).toEqual({ x: 0.25, y: 0.75 });
  });

  it('keeps its sides and its opposite corner, whichever corner is drawn, however far', () => {
    for (const corner of corners)
      for (const by of [-2, -0.1, 0, 0.07, 2])
        for (const ratio of [[16, 9], [1, 1], [2, 3], null] as const) {
          const next = resizedFrame(middle, corner, { x: by, y: by / 2 }, ratio, size);
          const { x, y, width, height } = next;
          expect([x >= -1e-9, y >= -1e-9, x + width <= 1 + 1e-9, y + height <= 1 + 1e-9]).not.toContain(
            false,
          );
          expect(width > 0.01 && height > 0.01).toBe(true);
          if (ratio)
            expect((width * size.width) / (height * size.height)).toBeCloseTo(ratio[0] / ratio[1], 6);
          expect(corner.x === 'left' ? x + width : x).toBeCloseTo(corner.x === 'left' ? 0.75 : 0.25, 6);
          expect(corner.y === 'top' ? y + height : y).toBeCloseTo(corner.y === 'top' ? 0.75 : 0.25, 6);
        }
  });

  it('is made larger up to the picture and smaller down to what can be taken hold of', () => {
    expect(scaledFrame(middle, 10)).toEqual({ x: 0, y: 0, width: 1, height: 1 });
    expect(scaledFrame(middle, 0).width).toBeCloseTo(0.05);
    expect(isWhole(scaledFrame(middle, 10))).toBe(true);
    expect(isWhole(middle)).toBe(false);
  });

  it('is stored in shares that the contract takes', () => {
    const { x, width } = rounded({ x: 1 / 3, y: 0, width: 2 / 3, height: 1 });
    expect(x + width).toBeLessThanOrEqual(1);
    expect([x, width]).toEqual([0.3333, 0.6666]);
  });

  it('is said to leave too few pixels for its place, or too few for sharp screens', () => {
    expect(framingNote(535, 'article')?.key).toBe('framing.narrow');
    expect(framingNote(600, 'article')).toEqual({
      key: 'framing.soft',
      values: { width: 600, wanted: 536, best: 1_072 },
    });
    expect([framingNote(1_072, 'article'), framingNote(320, 'portrait')]).toEqual([null, null]);
  });
});

describe('a framing in a form', () => {
  it('is of the picture beside it, in the format of its place', () => {
    const values = {
      ...{ kind: 'editorial', cover: { id: 1 }, images: [{ id: 2 }, { id: 3 }] },
      sections: [{ picture: { id: 4 } }],
    };
    expect(pictureOfField('coverFraming', values)).toEqual({ file: { id: 1 }, place: 'cover' });
    expect(pictureOfField('imageTexts.0.framing', values)).toEqual({ file: { id: 2 }, place: 'portrait' });
    expect(pictureOfField('imageTexts.1.framing', values)).toEqual({ file: { id: 3 }, place: 'article' });
    expect(pictureOfField('sections.0.framing', values)).toEqual({ file: { id: 4 }, place: 'free' });
    expect(pictureOfField('imageTexts.7.framing', values).file).toBeUndefined();
  });

  it('is none for a file that it was not made for', () => {
    const focus = { x: 0, y: 0 };
    expect(
      framingFor({ url: '/uploads/a.png' }, { of: 'https://x.test/uploads/a.png', focus }),
    ).not.toBeNull();
    expect(framingFor({ url: '/uploads/a.png' }, { focus })).not.toBeNull();
    expect(framingFor({ url: '/uploads/b.png' }, { of: '/uploads/a.png', focus })).toBeNull();
    expect([framingFor({ url: '/uploads/b.png' }, {}), framingFor({}, null)]).toEqual([null, null]);
  });
});
