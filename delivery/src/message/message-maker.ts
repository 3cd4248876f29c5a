import {
  embeddedAssets,
  segmentsOf,
  slotValue,
  type Asset,
  type Edition,
  type Reader,
  type Segment,
} from '@nachra/renderer';
import type { SenderIdentity } from '../campaign/sender-identity';
import { MessageError } from '../errors';
import type { Envelope } from '../smtp';
import { makeLinkToken } from '../unsubscribe/link-token';
import { unsubscribeLinks } from '../unsubscribe/unsubscribe-links';
import { tagged, viewUrl } from './addresses';
import { dkimSignatures, relaxedLines, type DkimKey } from './dkim';
import { headersOf } from './headers';
import { encodeQuotedPrintable } from './quoted-printable';

/** What all messages of one edition of one campaign have in common. */
export interface MessageSource {
  edition: Edition;
  sender: SenderIdentity;
  campaignId: string;
  defaultLanguage: Edition['language'];
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
  firstName?: string;
}

/** A message as SMTP takes it. */
export interface Message {
  envelope: Envelope;
  raw: Buffer;
}

/** A piece of a message as it is sent, and as a signature sees it. */
interface Encoded {
  raw: Buffer;
  relaxed: Buffer;
}

type EncodedSegment = Encoded | Exclude<Segment, string>;

/**
 * Prepares an edition for sending: everything that is the same for everybody is encoded once, and each message is these
 * pieces joined with the reader's own, encoded alike. What a mail client decodes equals `personalise` byte for byte.
 *
 * @returns a function that makes one message; pure but for the date it is given
 * @throws {MessageError} `MESSAGE_INVALID`: the edition holds the part boundary
 */
export function messageMaker(source: MessageSource): (recipient: MessageRecipient, date: Date) => Message {
  const { edition, sender, campaignId, defaultLanguage, secret, subjectPrefix = '', dkim = [] } = source;
  const segments = segmentsOf(edition);
  const boundary = boundaryOf(edition);
  const links = unsubscribeLinks({ publicUrl: sender.publicUrl, secret });
  const { language, number } = edition;
  const view = viewUrl(sender.publicUrl, { number, language, defaultLanguage });
  const text = segments.text.map(encodeSegment);
  const html = segments.html.map(encodeSegment);
  const related = relatedParts(edition);
  const between = {
    text: encoded(`--${boundary}\r\n${partHeaders('text/plain')}\r\n`),
    html: encoded(`\r\n--${boundary}\r\n${related.begin}${partHeaders('text/html')}\r\n`),
    end: encoded(`${related.end}\r\n--${boundary}--\r\n`),
  };

  return ({ deliveryId, address, firstName }, date) => {
    const reader: Reader = { address, firstName, unsubscribeUrl: links.urlFor(deliveryId), viewUrl: view };
    const fill = (segment: EncodedSegment): Encoded =>
      'raw' in segment
        ? segment
        : encoded(encodeQuotedPrintable(slotValue(edition, reader, segment.slot, segment.context)));
    const subject = segments.subject
      .map((segment) =>
        typeof segment === 'string' ? segment : slotValue(edition, reader, segment.slot, segment.context),
      )
      .join('');
    const head = headersOf({
      sender,
      to: address,
      subject: subjectPrefix + subject,
      language,
      issueNumber: number,
      campaignId,
      deliveryId,
      unsubscribeUrl: reader.unsubscribeUrl,
      unsubscribeTag: makeLinkToken(secret, 'unsubscribe', deliveryId),
      boundary,
      date,
    });
    const body = [between.text, ...text.map(fill), between.html, ...html.map(fill), between.end];
    const signatures =
      dkim.length === 0 ? '' : dkimSignatures(dkim, { head, body: body.map(({ relaxed }) => relaxed), date });
    return {
      envelope: {
        from: tagged(sender.bounceAddress, makeLinkToken(secret, 'bounce', deliveryId)),
        to: address,
      },
      raw: Buffer.concat([Buffer.from(`${signatures}${head}\r\n`), ...body.map(({ raw }) => raw)]),
    };
  };
}

function encodeSegment(segment: Segment): EncodedSegment {
  return typeof segment === 'string' ? encoded(encodeQuotedPrintable(segment)) : segment;
}

function encoded(lines: string): Encoded {
  const raw = Buffer.from(lines);
  return { raw, relaxed: relaxedLines(raw) };
}

function partHeaders(type: string): string {
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
  // The half of the hash that the message's own boundary leaves.
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
    throw new MessageError(
      'MESSAGE_INVALID',
      'The edition contains its own part boundary, so no message can be made of it.',
    );
  }
  return boundary;
}
