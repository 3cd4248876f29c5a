import { languageSchema } from '@nachra/renderer';
import { z } from 'zod';

const listIds = z.array(z.string().min(1)).min(1);

/** `plugin::newsletter.segment` `rule`: conditions that must all hold. */
export const segmentRuleSchema = z.strictObject({
  all: z
    .array(
      z.union([
        z.strictObject({ field: z.literal('language'), in: z.array(languageSchema).min(1) }),
        z.strictObject({ field: z.literal('list'), in: listIds }),
        z.strictObject({ field: z.literal('list'), notIn: listIds }),
      ]),
    )
    .min(1),
});
export type SegmentRule = z.infer<typeof segmentRuleSchema>;
