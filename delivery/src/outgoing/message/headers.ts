import type { SenderIdentity } from '../../campaigns/freeze/sender-identity';
import { domainOf } from '../../campaigns/candidates';
import { publicLinks } from '../../campaigns/links/public-links';
import { tagged } from '../../campaigns/links/reader-links';
import { headerPhrase, headerText } from './encoded-words';

/** What the headers of all messages of one edition of one campaign are made of. */
interface CommonHeaders {
  sender: SenderIdentity;
  language: string;
  issueNumber: number;
  campaignId: string;
  boundary: string;
}

/** The parts of the headers that belong to one message. */
interface OwnHeaders {
  to: string;
  subject: string;
  deliveryId: string;
  unsubscribeUrl: string;
  unsubscribeTag: string;
  date: Date;
}

/**
 * Prepares the header block of messages, every line ended by CRLF, without the empty line after it. What is the same for
 * everybody is written once: encoding a sender's name takes longer than everything that is specific to a reader.
 *
 * `Message-ID` derives from the delivery, so a copy of the same message can be recognised. There is no `Auto-Submitted`: that
 * field is for mail a machine wrote (RFC 3834); `Precedence` and `X-Auto-Response-Suppress` keep vacation
 * responders quiet.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5322 (message), 2369 and 8058 (List-*), 2919 (List-Id)
 */
export function headerMaker(common: CommonHeaders): (own: OwnHeaders) => string {
  const { sender, campaignId, issueNumber } = common;
  const first = fields([
    ['From', `${headerPhrase(sender.fromName)} <${sender.fromAddress}>`],
    ...(sender.replyTo ? ([['Reply-To', `<${sender.replyTo}>`]] as Field[]) : []),
  ]);
  const list = fields([['List-Id', `${headerPhrase(sender.listName)} <${sender.listId}>`]]);
  const last = fields([
    ['List-Unsubscribe-Post', 'List-Unsubscribe=One-Click'],
    ['List-Archive', `<${publicLinks(sender.publicUrl).archive}>`],
    ['Feedback-ID', `i${issueNumber}:${campaignId}:${sender.listId}:${sender.feedbackSenderId}`],
    ['Content-Language', common.language],
    ['Precedence', 'list'],
    ['X-Auto-Response-Suppress', 'OOF, AutoReply'],
    ['MIME-Version', '1.0'],
    ['Content-Type', `multipart/alternative;\r\n boundary="${common.boundary}"`],
  ]);
  const domain = domainOf(sender.fromAddress);
  const subject = lastOnly((text: string) => headerText(text));
  const date = lastOnly((second: number) => new Date(second * 1_000).toUTCString().replace('GMT', '+0000'));

  return (own) =>
    first +
    fields([
      ['To', `<${own.to}>`],
      ['Subject', subject(own.subject)],
      ['Date', date(Math.floor(own.date.getTime() / 1_000))],
      ['Message-ID', `<i${issueNumber}.${own.deliveryId}@${domain}>`],
    ]) +
    list +
    fields([
      [
        'List-Unsubscribe',
        `<${own.unsubscribeUrl}>,\r\n <mailto:${tagged(sender.unsubscribeAddress, own.unsubscribeTag)}>`,
      ],
    ]) +
    last;
}

/** A header field, its value encoded. */
export type Field = [name: string, value: string];

/** Header fields as lines; no value can begin a header of its own. Pure. */
export function fields(list: readonly Field[]): string {
  let lines = '';
  for (const [name, value] of list) lines += `${name}: ${unbroken(value)}\r\n`;
  return lines;
}

/** A line break other than a fold would let a value start a header of its own: the transport sends these bytes as they are. */
function unbroken(value: string): string {
  return /[\r\n]/.test(value) ? value.replace(/\r\n(?![\t ])|\r(?!\n)|(?<!\r)\n/g, ' ') : value;
}

/** Remembers the last answer: subjects without a reader's name and dates within a second are the same again and again. */
function lastOnly<Given, Made>(make: (given: Given) => Made): (given: Given) => Made {
  let last: { given: Given; made: Made } | undefined;
  return (given) => {
    if (last?.given !== given) last = { given, made: make(given) };
    return last.made;
  };
}
