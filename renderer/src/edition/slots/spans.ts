import type { Edition, SlotName } from '../../contract/edition';
import type { EncodingContext } from './encoders';
import { sentinelPattern } from './sentinel';

/** A piece of an edition: text that is the same for every reader, or a slot with its context. */
export type Span = string | { slot: SlotName; context: EncodingContext };

/** The pieces of an edition's three texts, in order. */
export interface Spans {
  html: Span[];
  text: Span[];
  subject: Span[];
}

const cache = new WeakMap<Edition, Spans>();

/** Splits an edition at its slots, so that filling is joining. Cached per edition object. */
export function spansOf(edition: Edition): Spans {
  let spans = cache.get(edition);
  if (!spans) {
    const split = (text: string) => splitAtSlots(text, edition.slots.nonce);
    spans = { html: split(edition.html), text: split(edition.text), subject: split(edition.subject) };
    cache.set(edition, spans);
  }
  return spans;
}

/** Splits one text at the sentinels of a nonce; empty strings between them are left out. */
export function splitAtSlots(text: string, nonce: string): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const match of text.matchAll(sentinelPattern(nonce))) {
    if (match.index > from) spans.push(text.slice(from, match.index));
    // The pattern matches only known names and contexts.
    spans.push({ slot: match[1] as SlotName, context: match[2] as EncodingContext });
    from = match.index + match[0].length;
  }
  if (from < text.length) spans.push(text.slice(from));
  return spans;
}
