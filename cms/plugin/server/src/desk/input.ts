import type { z } from 'zod';
import { parametersSchema, routes, type InputProblem, type RequestOf } from '../../../shared/desk';
import type { EndpointName } from '../../../shared/endpoints';
import { Refusal } from '../common/refusal';

/** What a request brings, as it came. */
export interface RawRequest {
  parameters: unknown;
  query: unknown;
  body: unknown;
}

/**
 * Reads a request by the contract of its route.
 *
 * @throws {Refusal} `INPUT_INVALID` naming each field and what was expected
 */
export function readRequest<Name extends EndpointName>(
  name: Name,
  { parameters, query, body }: RawRequest,
): RequestOf<Name> {
  const contract = routes[name];
  const read = (schema: z.ZodType, data: unknown) => schema.safeParse(data ?? {}, { reportInput: true });
  const results = [
    read(parametersSchema(name), parameters),
    read(contract.query, query),
    read(contract.body, body),
  ] as const;
  const problems = results.flatMap(({ error }) => error?.issues ?? []);
  if (problems.length > 0) {
    throw new Refusal('INPUT_INVALID', { problems: problems.map(problemOf) });
  }
  const [{ data: filled }, { data: asked }, { data: sent }] = results;
  // The three schemas are the ones that `RequestOf` is inferred from; a lookup by a generic name loses that.
  return { parameters: filled, query: asked, body: sent } as RequestOf<Name>;
}

/** What zod found, as data for the sentence; the value that was sent is not repeated. */
function problemOf(issue: z.core.$ZodIssue): InputProblem {
  const isMissing = issue.code === 'invalid_type' && issue.input === undefined;
  return {
    field: issue.path.join('.'),
    code: isMissing ? 'missing' : issue.code,
    values: Object.fromEntries(sendable.flatMap((name) => valueOf(issue, name))),
  };
}

const sendable = ['expected', 'origin', 'minimum', 'maximum', 'format', 'divisor', 'keys', 'values'] as const;

function valueOf(issue: object, name: string): [string, InputProblem['values'][string]][] {
  const value = (issue as Record<string, unknown>)[name];
  if (typeof value === 'string' || typeof value === 'number') return [[name, value]];
  return Array.isArray(value) ? [[name, value.map(String)]] : [];
}
