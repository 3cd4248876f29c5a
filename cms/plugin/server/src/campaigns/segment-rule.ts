import { languageSchema } from '@nachra/renderer';
import { z } from 'zod';

const lists = z.array(z.string().min(1)).min(1);

/** `plugin::newsletter.segment` `rule`: conditions that must all hold. */
export const segmentRuleSchema = z.strictObject({
  all: z
    .array(
      z.union([
        z.strictObject({ field: z.literal('language'), in: z.array(languageSchema).min(1) }),
        z.strictObject({ field: z.literal('list'), in: lists }),
        z.strictObject({ field: z.literal('list'), notIn: lists }),
      ]),
    )
    .min(1),
});
export type SegmentRule = z.infer<typeof segmentRuleSchema>;

/** What a rule is asked about. */
export interface Membership {
  language: string;
  /** Document ids of the lists. */
  lists: readonly string[];
}

/**
 * Whether a subscriber is in the segment. Pure. Decided here and not by the database: “on none of these lists” over a
 * join table would need a subquery that Strapi's filters cannot say.
 */
export function matches(rule: SegmentRule, subscriber: Membership): boolean {
  return rule.all.every((condition) => {
    if (condition.field === 'language')
      return condition.in.some((language) => language === subscriber.language);
    if ('in' in condition) return condition.in.some((list) => subscriber.lists.includes(list));
    return !condition.notIn.some((list) => subscriber.lists.includes(list));
  });
}
