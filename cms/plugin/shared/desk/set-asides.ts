import { z } from 'zod';
import { instantSchema } from './wire-values';

/** That somebody decided that a warning stays as it is. */
export const setAsideSchema = z.strictObject({
  id: z.int(),
  by: z.string(),
  at: instantSchema,
  reason: z.string(),
  /** The number that it was said of, where it was carried over from there with the same figures; null where it was said of this one. */
  carriedFrom: z.int().nullable(),
});
export type SetAside = z.infer<typeof setAsideSchema>;

/** A warning that is left as it is, and why. */
export const setAsideRequestSchema = z.object({
  /** Its finding key. */
  key: z.string().min(1).max(500),
  reason: z.string().trim().min(5).max(300),
});
export type SetAsideRequest = z.infer<typeof setAsideRequestSchema>;
