import { segmentRuleSchema } from '../documents/segment-rule';
import type { Check } from './check';

/** A segment's rule is data in a small closed grammar, never a query somebody types. */
export const segmentRule: Check = (data) => {
  if (data['rule'] === undefined || segmentRuleSchema.safeParse(data['rule']).success)
    return Promise.resolve([]);
  return Promise.resolve([
    {
      path: ['rule'],
      message:
        'La règle doit avoir la forme { "all": [ { "field": "language", "in": ["fr"] }, { "field": "list", "in": ["…"] }, { "field": "list", "notIn": ["…"] } ] }.',
    },
  ]);
};
