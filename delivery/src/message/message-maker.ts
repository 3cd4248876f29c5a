import { segmentsOf, slotValue, type Edition, type Reader, type Segment } from '@nachra/renderer';
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
  const between = {
    text: encoded(`--${boundary}\r\n${partHeaders('text/plain')}\r\n`),
    html: encoded(`\r\n--${boundary}\r\n${partHeaders('text/html')}\r\n`),
    end: encoded(`\r\n--${boundary}--\r\n`),
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
