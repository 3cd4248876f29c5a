import { z } from 'zod';
import { colourSchema } from '../../contract/primitives';
import { readEmailsJson } from './emails';

const fonts = z.strictObject({ heading: z.string(), body: z.string() });
const light = z.strictObject({
  ground: colourSchema,
  paper: colourSchema,
  ink: colourSchema,
  muted: colourSchema,
  line: colourSchema,
});

/** The design decisions that are no template: neutral colours, fonts, measures (px). `emails/theme.json`. */
const themeSchema = z.strictObject({
  light,
  dark: light.extend({ panel: colourSchema }),
  fonts: z.strictObject({ ltr: fonts, rtl: fonts }),
  measures: z.strictObject({ wide: z.number().int(), card: z.number().int() }),
});

export type Theme = z.infer<typeof themeSchema>;

let cached: Theme | undefined;

/** The house's theme, read once a process. @throws {ZodError} when `emails/theme.json` is not whole */
export function houseTheme(): Theme {
  cached ??= themeSchema.parse(readEmailsJson('theme.json'));
  return cached;
}

/** Has the theme read anew when it is asked for next. */
export function forgetTheme(): void {
  cached = undefined;
}
