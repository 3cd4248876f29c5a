import type { Edition, MessageParts, Reader, SlotName } from '../../contract/edition';
import { encodeAttribute, encodeHeader, encodeHtml, encodeText, type EncodingContext } from './encoders';
import { spansOf, type Span } from './spans';
import type { Language } from '../../contract/primitives';
import { wordsOf } from '../../view/emails/words';

const encoders: Record<EncodingContext, (value: string) => string> = {
  html: encodeHtml,
  attribute: encodeAttribute,
  text: encodeText,
  header: encodeHeader,
};

/**
 * One reader's message: the edition with the reader's values in its slots, each encoded for its context.
 *
 * @param reader plain text; `unsubscribeUrl` and `viewUrl` are absolute addresses
 * @returns HTML, text and a subject of one line, before MIME encoding
 * @example const { subject, html, text } = personalise(edition, { address, firstName, unsubscribeUrl, viewUrl });
 */
export function personalise(edition: Edition, reader: Reader): MessageParts {
  const { html, text, subject } = spansOf(edition);
  const join = (spans: Span[]) =>
    spans
      .map((span) => (typeof span === 'string' ? span : slotValue(edition, reader, span.slot, span.context)))
      .join('');
  return { html: join(html), text: join(text), subject: join(subject) };
}

/** The value that `personalise` puts into a slot: the reader's, encoded for the context. */
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
  // A name in another script must not move the greeting's comma to its other side.
  return encode(before) + (context === 'html' ? `<bdi>${name}</bdi>` : name) + encode(after);
}

/**
 * A reader for previews and for the command line; the domain `example.test` is reserved for tests (RFC 6761).
 *
 * @param links absolute addresses in place of the sample ones
 * @throws {RendererError} code `WORDS_INVALID`: the language's file is not complete
 */
export function sampleReader(language: Language, links: Partial<Reader> = {}): Reader {
  return {
    ...wordsOf(language).sampleReader,
    unsubscribeUrl: 'https://news.example.test/unsubscribe/sample',
    viewUrl: 'https://news.example.test/issues/sample',
    ...links,
  };
}
