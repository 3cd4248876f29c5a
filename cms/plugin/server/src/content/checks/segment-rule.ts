import { languageSchema } from '@nachra/renderer';
import { z } from 'zod';
import type { Check } from './document-check';

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
/** See {@link segmentRuleSchema}. */
export type SegmentRule = z.infer<typeof segmentRuleSchema>;

/** A segment's rule is data in a small closed grammar, never a query somebody types. */
export const checkSegmentRule: Check = (data) =>
  Promise.resolve(
    data['rule'] === undefined || segmentRuleSchema.safeParse(data['rule']).success
      ? []
      : [{ path: ['rule'], code: 'RULE_INVALID', data: {} }],
  );

/** What a rule is asked about. */
interface Membership {
  language: string;
  /** Document ids of the lists. */
  lists: readonly string[];
}

/**
 * Whether a subscriber is in the segment. Pure. Decided here and not by the database: “on none of these lists” over a
 * join table needs a subquery, which Strapi's filters cannot express.
 */
export function matches(rule: SegmentRule, subscriber: Membership): boolean {
  return rule.all.every((condition) => {
    if (condition.field === 'language')
      return condition.in.some((language) => language === subscriber.language);
    if ('in' in condition) return condition.in.some((list) => subscriber.lists.includes(list));
    return !condition.notIn.some((list) => subscriber.lists.includes(list));
  });
}
