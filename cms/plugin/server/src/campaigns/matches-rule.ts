import type { SegmentRule } from '../content/documents/segment-rule';

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
