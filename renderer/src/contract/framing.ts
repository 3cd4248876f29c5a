import { z } from 'zod';
import { problemParams } from './problems';

/** A share of a picture's width or height. */
const share = z.number().min(0).max(1);
/** The least that may be left of a side. */
const leastSide = 0.01;
/** What shares that were rounded may lack or have too much. */
const rounding = 1e-6;

/** The part of a picture that may be seen, in shares of its own width and height, from its upper left corner. */
export const cropSchema = z
  .strictObject({ x: share, y: share, width: share.min(leastSide), height: share.min(leastSide) })
  .refine(({ x, y, width, height }) => x + width <= 1 + rounding && y + height <= 1 + rounding, {
    params: problemParams('outside-picture'),
  });

/** The point of a picture that stays in sight where its place has other sides than what may be seen, in shares of its width and height. */
export const focusSchema = z.strictObject({ x: share, y: share });

/** How a picture is framed at one use of it: nothing of it is said of the file, and the file is never altered. */
export const framing = {
  crop: cropSchema.optional(),
  focus: focusSchema.optional(),
  /** Whether `src` was cut for its place already; it then stands as wide as the place's format. */
  cut: z.boolean().optional(),
};

/** See {@link framing}, as it is stored. */
export const framingSchema = z.strictObject({ crop: framing.crop, focus: framing.focus });
/** See {@link framing}. */
export type Framing = z.infer<typeof framingSchema>;
