import { z } from 'zod';
import { framing } from './framing';
import { problemParams } from './problems';

/** Languages an issue may be written in (BCP 47). Arabic is set right to left. */
export const languages = ['fr', 'ar', 'en'] as const;
/** One of {@link languages}. */
export const languageSchema = z.enum(languages);
/** One of {@link languages}. */
export type Language = z.infer<typeof languageSchema>;

/** The directions of a line, by the values of HTML's `dir`. */
export const directions = ['ltr', 'rtl'] as const;
/** One of {@link directions}. */
export type Direction = (typeof directions)[number];

/** The direction of a language. */
export function directionOf(language: Language): Direction {
  return language === 'ar' ? 'rtl' : 'ltr';
}

/** More characters than any field but a body needs; what is longer was not written to be read in a mail. */
const mostCharacters = 10_000;
/** More than any address that a mail client follows. */
const mostAddressCharacters = 4_000;

/** Text that may be empty. */
export const plainText = z.string().max(mostCharacters);

/** Text with at least one character that is not white space. */
export const requiredText = plainText.refine((value) => value.trim() !== '', {
  params: problemParams('empty-text'),
});

/** A calendar day, ISO 8601 `YYYY-MM-DD`, without a time zone: a meeting is on the same day for every reader. */
export const dateSchema = z.iso.date();

/**
 * An absolute address of a link: `https`, `http`, `mailto` or `tel`. Anything else (`javascript:`, `data:`, a relative path)
 * is refused, because a mail has no base address and no safe script; so is a user name before an `@`, which reads as a host:
 * `https://bank.example@thief.example`.
 */
export const linkUrlSchema = z
  .string()
  .max(mostAddressCharacters)
  .refine(isFollowable, { params: problemParams('not-an-address') })
  .refine((value) => !namesUser(value), { params: problemParams('address-names-user') })
  .overwrite(withoutIllegalCharacters);

/** An absolute `https` or `http` address of a picture; mail clients load no other. */
export const imageUrlSchema = z
  .string()
  .max(mostAddressCharacters)
  .refine((value) => isUrlOf(value, ['https:', 'http:']), { params: problemParams('not-a-picture-address') })
  .overwrite(withoutIllegalCharacters);

/** `#rrggbb`: Outlook's Word engine supports neither short hex, nor `rgb()`, nor CSS variables. */
export const colourSchema = z.string().regex(/^#[0-9a-fA-F]{6}$/);

/**
 * A picture in an article, a cover or a logo. Width and height are the file's own pixels. The renderer opens no file: whoever hands
 * over an issue cuts what is framed, and says so by `cut`; what was not cut is shown whole, with a finding.
 */
export const imageSchema = z.strictObject({
  src: imageUrlSchema,
  alt: plainText.default(''),
  width: z.number().int().positive().optional(),
  height: z.number().int().positive().optional(),
  caption: plainText.optional(),
  ...framing,
});
/** A picture of an author or the brand; `width` and `height` are the file's own pixels. */
export type Image = z.infer<typeof imageSchema>;

/**
 * Percent-encodes characters that an address must not contain (RFC 3986 §2). Browsers accept them, but some mail clients cut
 * a link at the first quotation mark. Everything else stays as the author wrote it.
 */
function withoutIllegalCharacters(url: string): string {
  return url.trim().replaceAll(/[\s"<>\\^`{|}]/g, (character) => encodeURIComponent(character));
}

function isFollowable(value: string): boolean {
  return isUrlOf(value, ['https:', 'http:', 'mailto:', 'tel:']);
}

function namesUser(value: string): boolean {
  try {
    const { protocol, username, password } = new URL(value);
    return protocol.startsWith('http') && username + password !== '';
  } catch {
    return false;
  }
}

function isUrlOf(value: string, protocols: readonly string[]): boolean {
  // URL.parse would be shorter, but Node 20 lacks it.
  try {
    return protocols.includes(new URL(value).protocol);
  } catch {
    return false;
  }
}
