import { clean } from '../../view/typography/clean';

/** The contexts in which a value can be printed; each has exactly one encoder. */
export const encodingContexts = ['html', 'attribute', 'text', 'header'] as const;
/** One of {@link encodingContexts}. */
export type EncodingContext = (typeof encodingContexts)[number];

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for HTML content, also inside Outlook's conditional comments: an escaped `>` cannot close one. */
export function encodeHtml(value: string): string {
  return clean(value).replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** Text for a quoted HTML attribute: one line, entities as in HTML. */
export function encodeAttribute(value: string): string {
  return encodeHtml(oneLine(value));
}

/** Text for the plain-text part: one line, no entities. */
export function encodeText(value: string): string {
  return oneLine(value);
}

/**
 * Text for a header value: one line without control characters, so that a reader's name cannot add another header.
 * Words outside ASCII are encoded when the message is made (RFC 2047).
 *
 * @see https://www.rfc-editor.org/rfc/rfc5322#section-2.2
 */
export function encodeHeader(value: string): string {
  return oneLine(value);
}

function oneLine(value: string): string {
  return clean(value).replace(/(?<!\s)\s*\n\s*/g, ' ');
}
