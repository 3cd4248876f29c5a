import { z } from 'zod';
import { problemParams } from './problems';

/** Languages an issue may be written in (BCP 47). Arabic is set right to left. */
export const languages = ['fr', 'ar', 'en'] as const;
export const languageSchema = z.enum(languages);
export type Language = z.infer<typeof languageSchema>;

/** Text that must say something: at least one character that is not white space. */
export const requiredText = z
  .string()
  .refine((value) => value.trim() !== '', { params: problemParams('empty-text') });

/** A calendar day, ISO 8601 `YYYY-MM-DD`, without a time zone: a meeting is on a day, wherever it is read. */
export const dateSchema = z.iso.date();

/**
 * An absolute address a reader may follow. `https`, `http`, `mailto` and `tel` only: anything else
 * (`javascript:`, `data:`, a relative path) is refused, because a mail has no base address and no safe script.
 */
export const linkUrlSchema = z
  .string()
  .refine(isFollowable, { params: problemParams('not-an-address') })
  .overwrite(withoutIllegalCharacters);

/** An absolute `https` or `http` address of a picture; a mail client resolves nothing else. */
export const imageUrlSchema = z
  .string()
  .refine((value) => isUrlOf(value, ['https:', 'http:']), { params: problemParams('not-a-picture-address') })
  .overwrite(withoutIllegalCharacters);

/** `#rrggbb`: Outlook's Word engine knows neither short hex, nor `rgb()`, nor CSS variables. */
export const colourSchema = z.string().regex(/^#[0-9a-fA-F]{6}$/);

/** A picture in an article, a cover or a logo. Width and height are the file's own pixels. */
export const imageSchema = z.strictObject({
  src: imageUrlSchema,
  alt: z.string().default(''),
  width: z.number().int().positive().optional(),
  height: z.number().int().positive().optional(),
  caption: z.string().optional(),
});
export type Image = z.infer<typeof imageSchema>;

/**
 * Percent-encodes what no address may hold (RFC 3986 §2) and browsers forgive: a mail client that cuts a link at the
 * first quotation mark does not. Everything else stays as the author wrote it.
 */
function withoutIllegalCharacters(url: string): string {
  return url.trim().replaceAll(/[\s"<>\\^`{|}]/g, (character) => encodeURIComponent(character));
}

function isFollowable(value: string): boolean {
  return isUrlOf(value, ['https:', 'http:', 'mailto:', 'tel:']);
}

function isUrlOf(value: string, protocols: readonly string[]): boolean {
  // URL.parse would be shorter, but Node 20 lacks it.
  try {
    return protocols.includes(new URL(value).protocol);
  } catch {
    return false;
  }
}
