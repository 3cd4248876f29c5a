import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { messageOf, type RendererError } from '../../errors';

/** Absolute path of the installed package `@nachra/emails`: templates, languages, theme, fonts. */
export function emailsDirectory(): string {
  return dirname(require.resolve('@nachra/emails/package.json'));
}

/**
 * Reads one JSON file of `@nachra/emails` and parses it.
 *
 * @param file path below the package: `languages/fr.json`
 * @param refuse makes the error for a file that cannot be read, is not JSON or does not match the schema
 * @throws {RendererError} the one that `refuse` makes
 */
export function readEmailsJson<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
  refuse: (message: string, options?: ErrorOptions) => RendererError,
): z.output<Schema> {
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(join(emailsDirectory(), file), 'utf8'));
  } catch (cause) {
    const fault = cause instanceof SyntaxError ? 'is not valid JSON' : 'cannot be read';
    throw refuse(`emails/${file} ${fault}: ${messageOf(cause)}. Correct the file.`, { cause });
  }
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  throw refuse(
    `emails/${file} is not complete or has wrong values. Correct these fields:\n${z.prettifyError(result.error)}`,
  );
}
