import { z } from 'zod';
import type { DeskRefusalCode } from '../refusal-codes';

/** An answer that is a file and no JSON. */
export const csvFile = 'text/csv';

const nothing = z.object({});

/** One route: what it takes, what it answers, and with which codes it may refuse besides `INPUT_INVALID` and `UNFORESEEN`. */
export function route<
  Answer extends z.ZodType | typeof csvFile,
  Query extends z.ZodType = typeof nothing,
  Body extends z.ZodType = typeof nothing,
>(parts: {
  summary: string;
  query?: Query;
  body?: Body;
  answer: Answer;
  refusals?: readonly DeskRefusalCode[];
}) {
  const { query = nothing as z.ZodType as Query, body = nothing as z.ZodType as Body } = parts;
  return { summary: parts.summary, query, body, answer: parts.answer, refusals: parts.refusals ?? [] };
}
