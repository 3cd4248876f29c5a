import { z } from 'zod';
import { colourSchema } from '../../contract/primitives';
import { TemplateError } from '../../errors';
import { readEmailsJson } from './read-emails';

const fonts = z.strictObject({ heading: z.string(), body: z.string() });
const light = z.strictObject({
  ground: colourSchema,
  paper: colourSchema,
  ink: colourSchema,
  muted: colourSchema,
  line: colourSchema,
});

/** The design decisions outside the templates: neutral colours, fonts, measures (px). `emails/theme.json`. */
const themeSchema = z.strictObject({
  light,
  dark: light.extend({ panel: colourSchema }),
  fonts: z.strictObject({ ltr: fonts, rtl: fonts }),
  measures: z.strictObject({ wide: z.number().int(), card: z.number().int() }),
});

export type Theme = z.infer<typeof themeSchema>;

let cached: Theme | undefined;

/**
 * The theme of `@nachra/emails`, read once per process.
 *
 * @throws {TemplateError} code `TEMPLATE_INVALID`: `theme.json` is missing, not JSON or not complete
 */
export function builtInTheme(): Theme {
  cached ??= readEmailsJson(
    'theme.json',
    themeSchema,
    (message, options) => new TemplateError(message, { file: 'theme.json', line: null }, options),
  );
  return cached;
}

/** Makes the next call of {@link builtInTheme} read the file again. */
export function forgetTheme(): void {
  cached = undefined;
}
