import { z } from 'zod';
import { Refusal } from '../common/refusal';

const locales = { fr: z.locales.fr().localeError, en: z.locales.en().localeError };

/**
 * Reads what a request brings: query, body and path parameters in one object, the path's last so that it cannot be
 * overruled.
 *
 * @throws {Refusal} `INPUT_INVALID` naming each field and what was expected
 */
export function readInput<Input>(schema: z.ZodType<Input>, sources: readonly unknown[]): Input {
  const data: unknown = Object.assign({}, ...sources.filter((source) => typeof source === 'object'));
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  throw new Refusal('INPUT_INVALID', 400, (words) => {
    const { error } = schema.safeParse(data, { error: locales[words.locale] });
    const problems = error?.issues ?? [];
    return words.invalidInput(problems.map(({ path, message }) => ({ field: path.join('.'), message })));
  });
}

/** A page of a list: from the query, so as text. */
export const pageInput = {
  page: z.coerce.number().int().min(1).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(25),
};

export const searchInput = z
  .string()
  .trim()
  .max(254)
  .optional()
  .transform((search) => search || undefined);

/** A document id or one of the ledger's ids, as it stands in a path. */
export const idInput = z.string().regex(/^[a-z0-9-]{1,64}$/i);
