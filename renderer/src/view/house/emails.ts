import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Absolute path of the installed package `@nachra/emails`: templates, languages, theme, fonts. */
export function emailsDirectory(): string {
  return dirname(require.resolve('@nachra/emails/package.json'));
}

/**
 * Reads one JSON file of `@nachra/emails`, unchecked: whoever asks parses it with a schema.
 *
 * @param file path below the package: `languages/fr.json`
 * @throws {SyntaxError} the file is not JSON
 */
export function readEmailsJson(file: string): unknown {
  return JSON.parse(readFileSync(join(emailsDirectory(), file), 'utf8'));
}
