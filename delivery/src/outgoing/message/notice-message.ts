import { createHash } from 'node:crypto';
import type { SenderIdentity } from '../../campaigns/freeze/sender-identity';
import { domainOf } from '../../campaigns/candidates';
import { asciiSender } from './ascii-sender';
import { dkimSignatures, signingKeys, type DkimKey } from './dkim';
import { headerPhrase, headerText } from './encoded-words';
import { fields, type Field } from './headers';
import { Message, partHeaders } from './message-maker';
import { encodeQuotedPrintable } from './quoted-printable';
import { checkedPiece } from './wire';

/** A mail to one colleague: no edition, no list, nothing to unsubscribe from. */
interface Notice {
  sender: SenderIdentity;
  /** In its normal form: see `normaliseAddress`. */
  to: string;
  language: string;
  subject: string;
  html: string;
  text: string;
  /** What the notice is known by; the same notice has the same `Message-ID`. */
  id: string;
  /** What it is signed with; nothing when left out. */
  dkim?: readonly DkimKey[];
  date: Date;
}

/**
 * Makes the message of a notice. A machine wrote it, so it says so (`Auto-Submitted`, RFC 3834), and vacation responders keep quiet.
 *
 * @see https://www.rfc-editor.org/rfc/rfc3834
 */
export function noticeMessage({ to, language, subject, html, text, id, date, ...notice }: Notice): Message {
  const sender = asciiSender(notice.sender);
  const digest = createHash('sha256').update(id).digest('hex');
  // `=_` cannot occur in quoted-printable text (RFC 2045 §6.7).
  const boundary = `=_${digest.slice(0, 32)}`;
  const replyTo: Field[] = sender.replyTo ? [['Reply-To', `<${sender.replyTo}>`]] : [];
  const head = fields([
    ['From', `${headerPhrase(sender.fromName)} <${sender.fromAddress}>`],
    ...replyTo,
    ['To', `<${to}>`],
    ['Subject', headerText(subject)],
    ['Date', date.toUTCString().replace('GMT', '+0000')],
    ['Message-ID', `<n${digest.slice(0, 40)}@${domainOf(sender.fromAddress)}>`],
    ['Auto-Submitted', 'auto-generated'],
    ['X-Auto-Response-Suppress', 'All'],
    ['Content-Language', language],
    ['MIME-Version', '1.0'],
    ['Content-Type', `multipart/alternative;\r\n boundary="${boundary}"`],
  ]);
  const body = checkedPiece(
    [
      `--${boundary}\r\n${partHeaders('text/plain')}\r\n${encodeQuotedPrintable(text)}`,
      `\r\n--${boundary}\r\n${partHeaders('text/html')}\r\n${encodeQuotedPrintable(html)}`,
      `\r\n--${boundary}--\r\n`,
    ].join(''),
  );
  const keys = signingKeys(notice.dkim ?? []);
  const signatures = keys.length === 0 ? '' : dkimSignatures(keys, { head, body: [body.relaxed], date });
  return new Message({ from: sender.bounceAddress, to }, [Buffer.from(`${signatures}${head}\r\n`), body.raw]);
}
