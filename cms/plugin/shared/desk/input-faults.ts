import { z } from 'zod';

/** What can be wrong with a field of a request; all but `missing` are zod's codes. */
const inputFaults = [
  'missing',
  'invalid_type',
  'too_big',
  'too_small',
  'invalid_format',
  'not_multiple_of',
  'unrecognized_keys',
  'invalid_union',
  'invalid_key',
  'invalid_element',
  'invalid_value',
  'custom',
] as const;
/** One of {@link inputFaults}. */
export type InputFault = (typeof inputFaults)[number];

export const inputProblemSchema = z.strictObject({
  /** Where in the request, as `addresses.0`. */
  field: z.string(),
  code: z.enum(inputFaults),
  /** What was expected, by zod's names: `minimum`, `maximum`, `origin`, `format`, `expected`, `values`, `keys`. */
  values: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
});
/** See {@link inputProblemSchema}. */
export type InputProblem = z.infer<typeof inputProblemSchema>;
