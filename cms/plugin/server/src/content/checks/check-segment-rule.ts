import { segmentRuleSchema } from '../documents/segment-rule';
import type { Check } from './document-check';

/** A segment's rule is data in a small closed grammar, never a query somebody types. */
export const segmentRule: Check = (data) =>
  Promise.resolve(
    data['rule'] === undefined || segmentRuleSchema.safeParse(data['rule']).success
      ? []
      : [{ path: ['rule'], code: 'RULE_INVALID', data: {} }],
  );
