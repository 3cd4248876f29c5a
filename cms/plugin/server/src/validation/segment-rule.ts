import { z } from 'zod';
import type { Check } from './check';

const ids = z.array(z.string().min(1)).min(1);
const conditionSchema = z.union([
  z.strictObject({ field: z.literal('language'), in: z.array(z.enum(['fr', 'ar', 'en'])).min(1) }),
  z.strictObject({ field: z.literal('list'), in: ids }),
  z.strictObject({ field: z.literal('list'), notIn: ids }),
]);
const ruleSchema = z.strictObject({ all: z.array(conditionSchema).min(1) });

/** A segment's rule is data in a small closed grammar, never a query somebody types. */
export const segmentRule: Check = (data) => {
  if (data['rule'] === undefined || ruleSchema.safeParse(data['rule']).success) return Promise.resolve([]);
  return Promise.resolve([
    {
      path: ['rule'],
      message:
        'La règle doit avoir la forme { "all": [ { "field": "language", "in": ["fr"] }, { "field": "list", "in": ["…"] }, { "field": "list", "notIn": ["…"] } ] }.',
    },
  ]);
};
