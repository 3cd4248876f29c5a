import type { Edition, MessageParts, Reader, SlotName } from '../edition';
import {
  encodeAttribute,
  encodeHeader,
  encodeHtml,
  encodeText,
  type EncodingContext,
} from '../encoders/encoders';
import { segmentsOf, type Segment } from './segments';

const encoders: Record<EncodingContext, (value: string) => string> = {
  html: encodeHtml,
  attribute: encodeAttribute,
  text: encodeText,
  header: encodeHeader,
};

/**
 * One reader's message: the edition's segments joined with the reader's values, each encoded for where it stands.
 *
 * @example personalise(edition, { address, firstName, unsubscribeUrl, viewUrl }).html
 */
export function personalise(edition: Edition, reader: Reader): MessageParts {
  const { html, text, subject } = segmentsOf(edition);
  const join = (segments: Segment[]) =>
    segments
      .map((segment) =>
        typeof segment === 'string' ? segment : slotValue(edition, reader, segment.slot, segment.context),
      )
      .join('');
  return { html: join(html), text: join(text), subject: join(subject) };
}

/** What `personalise` puts into a slot: the reader's value, encoded for the context. */
export function slotValue(
  edition: Pick<Edition, 'greeting'>,
  reader: Reader,
  slot: SlotName,
  context: EncodingContext,
): string {
  const encode = encoders[context];
  if (slot !== 'greeting') return encode(reader[slot]);
  const name = encode(reader.firstName ?? '').trim();
  if (name === '') return encode(edition.greeting.unnamed);
  const [before, after] = edition.greeting.named;
  // A name in another script than the greeting's must not pull the comma to its side.
  return encode(before) + (context === 'html' ? `<bdi>${name}</bdi>` : name) + encode(after);
}
