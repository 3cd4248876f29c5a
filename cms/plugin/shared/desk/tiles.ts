import { languageSchema } from '@nachra/renderer';
import { z } from 'zod';
import { dashboardFormSchema } from './forms';
import { isModest } from './modest';

export const tileSchema = z.strictObject({
  label: z.string(),
  /** The newest figure, written; null where there is none. */
  value: z.string().nullable(),
  /** Null where it is a part of the value, or there is none. */
  unit: z.string().nullable(),
  change: z.strictObject({ arrow: z.string(), figure: z.string().nullable(), words: z.string() }).nullable(),
  /** Why there is no change to be told. */
  note: z.string().nullable(),
});
/** What a tile of a mail says of one row of a dashboard. */
export type Tile = z.infer<typeof tileSchema>;

export const tilesRequestSchema = z
  .strictObject({
    language: languageSchema,
    /** As it is stored, or would be: rows without a mark need not be in it. */
    dashboard: dashboardFormSchema,
  })
  .refine(isModest);
export type TilesRequest = z.input<typeof tilesRequestSchema>;
