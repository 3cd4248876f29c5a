import type { Finding } from './finding';
import type { Language } from './primitives';

/** The places of an edition that are filled per recipient. */
export const slotNames = ['greeting', 'address', 'unsubscribeUrl', 'viewUrl'] as const;
export type SlotName = (typeof slotNames)[number];

/** A picture that travels with an edition: a chart or an ornament drawn for it, or an author’s file it embeds. */
export interface Asset {
  /** File name below the option `assetBase`; it names the picture's content, so it may be cached for ever. */
  name: string;
  type: 'image/png' | 'image/jpeg' | 'image/gif';
  /** RFC 2392: what `cid:` addresses name when pictures are embedded; the part's `Content-ID`, without angle brackets. */
  contentId: string;
  /** Of the bytes, lower-case hex. */
  sha256: string;
  /** The file's own pixels, of what was drawn here. */
  width?: number;
  height?: number;
  base64: string;
}

/**
 * An issue rendered: immutable, identified by the hash of its content, self-contained (whoever has it can make every
 * reader's message without templates, languages or the CMS). Plain data: survives JSON.
 *
 * `html`, `text` and `subject` still hold slots, as ASCII sentinels `S<nonce>_<slot>_<context>S`.
 */
export interface Edition {
  /** Content hash: sha256, lower-case hex, over every field but `findings` and `sizeBytes`; of assets over their names. */
  hash: string;
  language: Language;
  direction: 'ltr' | 'rtl';
  /** Issue number and newsletter name, for headers such as Feedback-ID. */
  number: number;
  title: string;
  subject: string;
  preheader: string;
  html: string;
  text: string;
  slots: {
    /** Derived from the issue's own hash: the same for the same input, absent from the input, not to be guessed by an author. */
    nonce: string;
    /** The slots that occur, in order of `slotNames`. */
    names: SlotName[];
  };
  /** How a reader is greeted: with the first name between the two parts, or without one. */
  greeting: { named: [before: string, after: string]; unnamed: string };
  /** How pictures reach the reader; of embedded ones the HTML has `cid:` addresses, and the message the parts. */
  images: 'linked' | 'embedded';
  /** The pictures that the HTML points at and that were drawn here or are embedded, in the order they occur. */
  assets: Asset[];
  /** Bytes of `html` in UTF-8, slots unfilled: what mail clients clip by. */
  sizeBytes: number;
  findings: Finding[];
}

/** What fills the slots for one reader. Plain, unescaped text; each context encodes it for itself. */
export interface Reader {
  address: string;
  firstName?: string;
  unsubscribeUrl: string;
  viewUrl: string;
}

/** One reader's message, before it becomes MIME. */
export interface MessageParts {
  /** One line: no CR, no LF. */
  subject: string;
  html: string;
  text: string;
}
