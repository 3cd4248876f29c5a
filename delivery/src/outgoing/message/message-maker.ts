import {
  embeddedAssets,
  spansOf,
  slotValue,
  type Asset,
  type Edition,
  type Reader,
  type Span,
} from '@nachra/renderer';
import type { SenderIdentity } from '../../campaigns/freeze/sender-identity';
import { DeliveryError } from '../../errors';
import type { Envelope, OutgoingMessage } from '../smtp';
import { makeLinkToken } from '../../campaigns/links/link-token';
import { tagged, unsubscribeLinks, viewUrl } from '../../campaigns/links/reader-links';
import { asciiSender } from './ascii-sender';
import { dkimSignatures, signingKeys, type DkimKey } from './dkim';
import { headerMaker } from './headers';
import { encodeQuotedPrintable } from './quoted-printable';
import { checkedPiece, wirePiece, type WirePiece } from './wire';

/** What all messages of one edition of one campaign have in common. */
interface MessageSource {
  edition: Edition;
  sender: SenderIdentity;
  campaignId: string;
  /** Key of the HMAC in every link. */
  secret: string;
  /** Stands before the subject, such as `[Test] `. */
  subjectPrefix?: string;
  /** What each message is signed with; nothing when left out. */
  dkim?: readonly DkimKey[];
}

/** For whom a message is made. */
export interface MessageRecipient {
  deliveryId: string;
  address: string;
  /** Whom the links unsubscribe, even when the delivery is not known any more; null where they are to unsubscribe nobody. */
  person: string | null;
  firstName?: string;
}

/** A message as a transport takes it: shared pieces are not copied for each reader. */
export class Message implements OutgoingMessage {
  constructor(
    readonly envelope: Envelope,
    readonly pieces: readonly Buffer[],
  ) {}

  /** All of its bytes. */
  get raw(): Buffer {
    return Buffer.concat(this.pieces);
  }
}

type Slot = Exclude<Span, string>;

/**
 * Prepares an edition for sending: everything that is the same for everybody is encoded once, and each message is these
 * pieces joined with the reader's own, encoded alike. What a mail client decodes equals `personalise` byte for byte.
 *
 * @returns a function that makes one message; pure but for the date it is given
 * @throws {DeliveryError} `MESSAGE_INVALID`: the edition holds the part boundary
 */
export function messageMaker(source: MessageSource): (recipient: MessageRecipient, date: Date) => Message {
  const { edition, campaignId, secret, subjectPrefix = '' } = source;
  const sender = asciiSender(source.sender);
  const keys = signingKeys(source.dkim ?? []);
  const spans = spansOf(edition);
  const boundary = boundaryOf(edition);
  const links = unsubscribeLinks({ publicUrl: sender.publicUrl, secret });
  const { language, number } = edition;
  const view = viewUrl(sender.publicUrl, { number, language });
  const related = relatedParts(edition);
  const everybody: Reader = { address: '', unsubscribeUrl: '', viewUrl: view };
  const encoded = (part: readonly Span[]): (string | Slot)[] =>
    part.map((span) => {
      if (typeof span === 'string') return encodeQuotedPrintable(span);
      const { slot, context } = span;
      return slot === 'viewUrl' ? encodeQuotedPrintable(slotValue(edition, everybody, slot, context)) : span;
    });
  const pieces = joined([
    `--${boundary}\r\n${partHeaders('text/plain')}\r\n`,
    ...encoded(spans.text),
    `\r\n--${boundary}\r\n${related.begin}${partHeaders('text/html')}\r\n`,
    ...encoded(spans.html),
    `${related.end}\r\n--${boundary}--\r\n`,
  ]);
  const headersOf = headerMaker({ sender, language, issueNumber: number, campaignId, boundary });
  const subjectOf = (reader: Reader): string =>
    spans.subject
      .map((span) => (typeof span === 'string' ? span : slotValue(edition, reader, span.slot, span.context)))
      .join('');

  return ({ deliveryId, address, person, firstName }, date) => {
    const reader: Reader = {
      address,
      firstName,
      unsubscribeUrl: links.urlFor({ deliveryId, person }),
      viewUrl: view,
    };
    const head = headersOf({
      to: address,
      subject: subjectPrefix + subjectOf(reader),
      deliveryId,
      unsubscribeUrl: reader.unsubscribeUrl,
      // The person alone: a delivery as well would not fit into the 64 octets before the `@`.
      unsubscribeTag: makeLinkToken(secret, 'unsubscribe', person === null ? { deliveryId } : { person }),
      date,
    });
    const filled = new Map<string, WirePiece>();
    const body = pieces.map((piece) => {
      if ('raw' in piece) return piece;
      // The HTML names the same thing several times.
      const key = `${piece.context} ${piece.slot}`;
      let made = filled.get(key);
      if (!made) {
        made = wirePiece(encodeQuotedPrintable(slotValue(edition, reader, piece.slot, piece.context)));
        filled.set(key, made);
      }
      return made;
    });
    const signatures =
      keys.length === 0 ? '' : dkimSignatures(keys, { head, body: body.map(({ relaxed }) => relaxed), date });
    return new Message(
      { from: tagged(sender.bounceAddress, makeLinkToken(secret, 'bounce', { deliveryId })), to: address },
      [Buffer.from(`${signatures}${head}\r\n`), ...body.map(({ raw }) => raw)],
    );
  };
}

/** Joins the text between two slots, so that a message is put together from few pieces. */
function joined(parts: readonly (string | Slot)[]): (WirePiece | Slot)[] {
  const pieces: (WirePiece | Slot)[] = [];
  let lines = '';
  for (const part of parts) {
    if (typeof part === 'string') {
      lines += part;
      continue;
    }
    pieces.push(checkedPiece(lines), part);
    lines = '';
  }
  return [...pieces, checkedPiece(lines)];
}

/** The headers of one part of a message, without the empty line after them. Pure. */
export function partHeaders(type: string): string {
  return `Content-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n`;
}

/**
 * What stands around the HTML part where pictures are embedded: the HTML and its pictures are one `multipart/related`
 * inside the alternative, so that a client that shows the text alone lists no attachments. Empty where they are linked.
 *
 * @see https://www.rfc-editor.org/rfc/rfc2387 and 2392
 */
function relatedParts(edition: Edition): { begin: string; end: string } {
  const pictures = embeddedAssets(edition);
  if (pictures.length === 0) return { begin: '', end: '' };
  // The half of the hash that the message's own boundary does not use.
  const boundary = `=_${edition.hash.slice(32)}`;
  return {
    begin: `Content-Type: multipart/related; type="text/html";\r\n boundary="${boundary}"\r\n\r\n--${boundary}\r\n`,
    end: `${pictures.map((asset) => `\r\n--${boundary}\r\n${picturePart(asset)}`).join('')}\r\n--${boundary}--\r\n`,
  };
}

function picturePart({ name, type, contentId, base64 }: Asset): string {
  return [
    `Content-Type: ${type}; name="${name}"`,
    'Content-Transfer-Encoding: base64',
    `Content-ID: <${contentId}>`,
    `Content-Disposition: inline; filename="${name}"`,
    '',
    // RFC 2045 §6.8: no line over 76 characters.
    base64.replace(/.{76}(?=.)/g, '$&\r\n'),
  ].join('\r\n');
}

/** `=_` cannot occur in quoted-printable text (RFC 2045 §6.7), and the hash makes it the edition's own. */
function boundaryOf(edition: Edition): string {
  const boundary = `=_${edition.hash.slice(0, 32)}`;
  if (edition.html.includes(boundary) || edition.text.includes(boundary)) {
    throw new DeliveryError(
      'MESSAGE_INVALID',
      { fault: 'boundary' },
      'The edition contains its own part boundary, so no message can be made of it.',
    );
  }
  return boundary;
}
