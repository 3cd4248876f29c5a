import { severitySchema } from '@nachra/renderer';
import { z } from 'zod';
import { setAsideSchema } from './set-asides';
import { idSchema } from './wire-values';

/** What a person opens in the admin to fix something. */
export const editableSchema = z.union([
  z.strictObject({ type: z.literal('brand') }),
  z.strictObject({ type: z.enum(['issue', 'article', 'dashboard']), documentId: idSchema }),
]);
export type Editable = z.infer<typeof editableSchema>;

/** A result of the preflight, in the person's language. */
export const findingSchema = z.strictObject({
  /** What an acknowledgement names it by. */
  key: z.string(),
  rule: z.string(),
  severity: severitySchema,
  /** Whether an approval has to name it: a warning about figures, totals, dates or the number. */
  mustAcknowledge: z.boolean(),
  /** Whether a person may decide that it stays as it is. */
  maySetAside: z.boolean(),
  /** Null where nobody has. */
  setAside: setAsideSchema.nullable(),
  /** Where it is, as a person says it. */
  place: z.string(),
  /** The place as a path of the contract, `sections[2].articles[0].title`; empty for the whole issue. */
  at: z.string(),
  /** Where it can be fixed; null when there is nothing to open. */
  editable: editableSchema.nullable(),
  message: z.string(),
  remedy: z.string(),
});
export type Finding = z.infer<typeof findingSchema>;

/** A reason why approval is refused for now, in the person's language. */
export const obstacleSchema = z.strictObject({
  code: z.enum([
    'article-unpublished',
    'article-modified',
    'picture-foreign',
    'picture-missing',
    'issue-invalid',
    'finding-error',
    'edition-changed',
    'brand-incomplete',
  ]),
  /** Title of the article or name of the field it is about. */
  subject: z.string(),
  message: z.string(),
  /** Its place as a path of the contract; empty where it has none. */
  at: z.string(),
  /** Where it can be fixed; null when there is nothing to open. */
  editable: editableSchema.nullable(),
});
export type Obstacle = z.infer<typeof obstacleSchema>;
