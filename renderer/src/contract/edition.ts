import { z } from 'zod';
import { findingSchema } from './finding';
import { languageSchema } from './primitives';

/** The places of an edition that are filled per recipient. */
export const slotNames = ['greeting', 'address', 'unsubscribeUrl', 'viewUrl'] as const;
/** One of {@link slotNames}. */
export const slotNameSchema = z.enum(slotNames);
/** One of {@link slotNames}. */
export type SlotName = z.infer<typeof slotNameSchema>;

/** The picture formats that every mail client shows, as MIME types. */
export const assetTypes = ['image/png', 'image/jpeg', 'image/gif'] as const;

/** A picture that travels with an edition: a chart or an ornament drawn for it, or an author’s file it embeds. */
export const assetSchema = z.object({
  /** File name below the option `assetBase`; it names the picture's content, so it may be cached for ever. */
  name: z.string(),
  type: z.enum(assetTypes),
  /** RFC 2392: what `cid:` addresses name when pictures are embedded; the part's `Content-ID`, without angle brackets. */
  contentId: z.string(),
  /** Of the bytes, lower-case hex. */
  sha256: z.string(),
  /** The file's own pixels, of what was drawn here. */
  width: z.number().optional(),
  height: z.number().optional(),
  /** The picture's bytes. Text, so that an edition survives JSON and MIME takes it as it is. */
  base64: z.string(),
});
/** See {@link assetSchema}. */
export type Asset = z.infer<typeof assetSchema>;

/**
 * An issue rendered: immutable, identified by the hash of its content, self-contained (whoever has it can make every
 * reader's message without templates, languages or the CMS). Plain data: survives JSON. Parse with it what comes out of
 * a database; fields that an older or newer renderer added are dropped.
 *
 * `html`, `text` and `subject` still hold slots, as ASCII sentinels `S<nonce>_<slot>_<context>S`.
 *
 * @example const edition = editionSchema.parse(JSON.parse(row.edition))
 */
export const editionSchema = z.object({
  /** Content hash: sha256, lower-case hex, over every field but `findings` and `sizeBytes`; of assets over their names. */
  hash: z.string(),
  language: languageSchema,
  direction: z.enum(['ltr', 'rtl']),
  /** Issue number and newsletter name, for headers such as Feedback-ID. */
  number: z.number(),
  title: z.string(),
  subject: z.string(),
  preheader: z.string(),
  html: z.string(),
  text: z.string(),
  slots: z.object({
    /** Derived from the issue's own hash: the same for the same input, absent from the input, not to be guessed by an author. */
    nonce: z.string(),
    /** The slots that occur, in order of `slotNames`. */
    names: z.array(slotNameSchema),
  }),
  /** How a reader is greeted: with the first name between the two parts, or without one. */
  greeting: z.object({ named: z.tuple([z.string(), z.string()]), unnamed: z.string() }),
  /** How pictures reach the reader; of embedded ones the HTML has `cid:` addresses, and the message the parts. */
  images: z.enum(['linked', 'embedded']),
  /** The pictures that the HTML points at and that were drawn here or are embedded, in the order they occur. */
  assets: z.array(assetSchema),
  /** Bytes of `html` in UTF-8, slots unfilled: what mail clients clip by. */
  sizeBytes: z.number(),
  /** What the quick rules of the preflight found; `checkEdition` finds more. */
  findings: z.array(findingSchema),
});
/** See {@link editionSchema}. */
export type Edition = z.infer<typeof editionSchema>;

/** What fills the slots for one reader. Plain, unescaped text; each context encodes it for itself. */
export interface Reader {
  address: string;
  firstName?: string;
  /** Absolute address of the page or endpoint by which this reader unsubscribes. */
  unsubscribeUrl: string;
  /** Absolute address of the edition on the web. */
  viewUrl: string;
}

/** One reader's message, before it becomes MIME. */
export interface MessageParts {
  /** One line: no CR, no LF. */
  subject: string;
  html: string;
  text: string;
}
