import { dirname } from 'node:path';

/** Where the package `@nachra/emails` lies: templates, languages, theme. */
export function emailsDirectory(): string {
  return dirname(require.resolve('@nachra/emails/package.json'));
}
