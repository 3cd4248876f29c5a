import type { Edition, SlotName } from '../edition';
import type { EncodingContext } from '../encoders/encoders';
import { sentinelPattern } from './sentinel';

/** A piece of an edition: text that is the same for everybody, or a slot with the context it stands in. */
export type Segment = string | { slot: SlotName; context: EncodingContext };

/** The pieces of an edition's three texts, in order. */
export interface Segments {
  html: Segment[];
  text: Segment[];
  subject: Segment[];
}

const cache = new WeakMap<Edition, Segments>();

/** Splits an edition at its slots: filling is joining. Done once for each edition object. */
export function segmentsOf(edition: Edition): Segments {
  let segments = cache.get(edition);
  if (!segments) {
    const split = (text: string) => splitAtSlots(text, edition.slots.nonce);
    segments = { html: split(edition.html), text: split(edition.text), subject: split(edition.subject) };
    cache.set(edition, segments);
  }
  return segments;
}

/** Splits one text at the sentinels of a nonce; empty strings between them are left out. */
export function splitAtSlots(text: string, nonce: string): Segment[] {
  const segments: Segment[] = [];
  let from = 0;
  for (const match of text.matchAll(sentinelPattern(nonce))) {
    if (match.index > from) segments.push(text.slice(from, match.index));
    // The pattern admits known names and contexts only.
    segments.push({ slot: match[1] as SlotName, context: match[2] as EncodingContext });
    from = match.index + match[0].length;
  }
  if (from < text.length) segments.push(text.slice(from));
  return segments;
}
