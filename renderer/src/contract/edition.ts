import { z } from 'zod';
import { findingSchema } from './finding';
import { directions, languageSchema } from './primitives';

/** The values of an edition that differ by recipient. */
export const slotNames = ['greeting', 'address', 'unsubscribeUrl', 'viewUrl'] as const;
/** One of {@link slotNames}. */
export const slotNameSchema = z.enum(slotNames);
/** One of {@link slotNames}. */
export type SlotName = z.infer<typeof slotNameSchema>;

/** HTML above this size (100 KiB) is refused: Gmail clips a message near 102 KiB and hides the rest, the unsubscribe link included. */
export const mostHtmlBytes = 102_400;

/** The picture formats that every mail client shows, as MIME types. */
export const assetTypes = ['image/png', 'image/jpeg', 'image/gif'] as const;

/** How pictures reach the reader: at the address where they are published, or as parts of the message. */
export const imageModes = ['linked', 'embedded'] as const;
/** One of {@link imageModes}. */
export type ImageMode = (typeof imageModes)[number];

/** A picture that belongs to an edition: a chart or an ornament drawn for it, or an author’s file it embeds. */
export const assetSchema = z.object({
  /** File name below the option `assetBase`. It is derived from the picture's content, so it may be cached forever. */
  name: z.string(),
  type: z.enum(assetTypes),
  /** The part's `Content-ID` without angle brackets, which `cid:` addresses name (RFC 2392). */
  contentId: z.string(),
  /** Hash of the bytes, lower-case hex. */
  sha256: z.string(),
  /** The size in pixels, of drawn pictures only. */
  width: z.number().optional(),
  height: z.number().optional(),
  /** The picture's bytes as text, so that an edition can be stored as JSON; MIME uses it unchanged. */
  base64: z.string(),
});
/** See {@link assetSchema}. */
export type Asset = z.infer<typeof assetSchema>;

/**
 * A rendered issue: immutable, identified by the hash of its content, and self-contained: every reader's message can be made
 * from it without templates, languages or the CMS. It is plain data that can be stored as JSON. Parse stored editions with
 * this schema; it drops fields that another version of the renderer added.
 *
 * `html`, `text` and `subject` contain slots, as ASCII sentinels `S<nonce>_<slot>_<context>S`.
 *
 * @example const edition = editionSchema.parse(JSON.parse(row.edition))
 */
export const editionSchema = z.object({
  /** Content hash: sha256 in lower-case hex of every field except `findings` and `sizeBytes`; of assets only the names count. */
  hash: z.string(),
  language: languageSchema,
  direction: z.enum(directions),
  /** Issue number and newsletter name, for headers such as Feedback-ID. */
  number: z.number(),
  title: z.string(),
  subject: z.string(),
  preheader: z.string(),
  html: z.string(),
  text: z.string(),
  slots: z.object({
    /** Derived from the hash: the same for the same input, and never part of that input. */
    nonce: z.string(),
    /** The slots that occur, in the order of `slotNames`. */
    names: z.array(slotNameSchema),
  }),
  /** The greeting: with the first name between the two parts of `named`, or `unnamed`. */
  greeting: z.object({ named: z.tuple([z.string(), z.string()]), unnamed: z.string() }),
  /** How pictures reach the reader. Embedded ones have `cid:` addresses in the HTML and are parts of the message. */
  images: z.enum(imageModes),
  /** The drawn or embedded pictures in the HTML, in the order of their occurrence. */
  assets: z.array(assetSchema),
  /** Bytes of `html` in UTF-8 with its slots open. Mail clients clip a mail by its size. */
  sizeBytes: z.number(),
  /** The findings of the preflight's quick rules; `checkEdition` runs the others too. */
  findings: z.array(findingSchema),
});
/** See {@link editionSchema}. */
export type Edition = z.infer<typeof editionSchema>;

/** The values of one reader's slots: plain, unescaped text, which is encoded for each context. */
export interface Reader {
  address: string;
  firstName?: string;
  /** Absolute address at which this reader unsubscribes. */
  unsubscribeUrl: string;
  /** Absolute address of the edition on the web. */
  viewUrl: string;
}

/** One reader's message, before it is encoded as MIME. */
export interface MessageParts {
  /** One line: no CR, no LF. */
  subject: string;
  html: string;
  text: string;
}
