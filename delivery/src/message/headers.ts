import type { SenderIdentity } from '../campaign/sender-identity';
import { domainOf, tagged } from './addresses';
import { headerPhrase, headerText } from './encoded-words';

/** What the headers of one message are made of. */
export interface HeaderFacts {
  sender: SenderIdentity;
  to: string;
  subject: string;
  language: string;
  issueNumber: number;
  campaignId: string;
  deliveryId: string;
  unsubscribeUrl: string;
  unsubscribeTag: string;
  boundary: string;
  date: Date;
}

/**
 * The header block of a message, every line ended by CRLF, without the empty line after it.
 *
 * `Message-ID` derives from the delivery, so a copy of the same message can be recognised. No `Auto-Submitted`: that
 * word is kept for mail a machine wrote (RFC 3834); `Precedence` and `X-Auto-Response-Suppress` keep vacation
 * responders quiet.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5322 (message), 2369 and 8058 (List-*), 2919 (List-Id)
 */
export function headersOf(facts: HeaderFacts): string {
  const { sender, campaignId, deliveryId, issueNumber } = facts;
  const unsubscribeMail = tagged(sender.unsubscribeAddress, facts.unsubscribeTag);
  const lines: [name: string, value: string][] = [
    ['From', `${headerPhrase(sender.fromName)} <${sender.fromAddress}>`],
    ...(sender.replyTo ? ([['Reply-To', `<${sender.replyTo}>`]] as [string, string][]) : []),
    ['To', `<${facts.to}>`],
    ['Subject', headerText(facts.subject)],
    ['Date', facts.date.toUTCString().replace('GMT', '+0000')],
    ['Message-ID', `<i${issueNumber}.${deliveryId}@${domainOf(sender.fromAddress)}>`],
    ['List-Id', `${headerPhrase(sender.listName)} <${sender.listId}>`],
    ['List-Unsubscribe', `<${facts.unsubscribeUrl}>,\r\n <mailto:${unsubscribeMail}>`],
    ['List-Unsubscribe-Post', 'List-Unsubscribe=One-Click'],
    ['List-Archive', `<${sender.publicUrl.replace(/\/+$/, '')}/>`],
    ['Feedback-ID', `i${issueNumber}:${campaignId}:${sender.listId}:${sender.feedbackSenderId}`],
    ['Content-Language', facts.language],
    ['Precedence', 'list'],
    ['X-Auto-Response-Suppress', 'OOF, AutoReply'],
    ['MIME-Version', '1.0'],
    ['Content-Type', `multipart/alternative;\r\n boundary="${facts.boundary}"`],
  ];
  return lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
}
