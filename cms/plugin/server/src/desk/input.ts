import { z } from 'zod';
import { parametersSchema, routes, type RequestOf } from '../../../shared/desk';
import type { EndpointName } from '../../../shared/endpoints';
import { Refusal } from '../common/refusal';
import type { DeskLanguage } from '../common/words/words-of';

const locales = { fr: z.locales.fr().localeError, en: z.locales.en().localeError };

/** What a request brings, as it came. */
export interface RawRequest {
  parameters: unknown;
  query: unknown;
  body: unknown;
}

/**
 * Reads a request by the contract of its route.
 *
 * @throws {Refusal} `INPUT_INVALID` naming each field and what was expected, in the person's language
 */
export function readRequest<Name extends EndpointName>(
  name: Name,
  { parameters, query, body }: RawRequest,
  language: DeskLanguage,
): RequestOf<Name> {
  const contract = routes[name];
  const read = (schema: z.ZodType, data: unknown) =>
    schema.safeParse(data ?? {}, { error: locales[language] });
  const results = [
    read(parametersSchema(name), parameters),
    read(contract.query, query),
    read(contract.body, body),
  ] as const;
  const problems = results.flatMap(({ error }) => error?.issues ?? []);
  if (problems.length > 0) {
    throw new Refusal('INPUT_INVALID', {
      problems: problems.map(({ path, code, message }) => ({ field: path.join('.'), code, message })),
    });
  }
  const [{ data: filled }, { data: asked }, { data: sent }] = results;
  // The three schemas are the ones that `RequestOf` is inferred from; a lookup by a generic name loses that.
  return { parameters: filled, query: asked, body: sent } as RequestOf<Name>;
}
