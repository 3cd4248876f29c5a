import { messageMaker, personHash, type Classification, type Delivery } from '@nachra/delivery';
import { anEdition, linkSecret, personKey, sender } from './campaign';

/** A delivery's message as it left: its return path, its bytes. */
export async function sentMessage({ id, address, campaignId }: Delivery) {
  const edition = await anEdition();
  const make = messageMaker({ edition, sender, campaignId, secret: linkSecret });
  const recipient = { deliveryId: id, address, person: personHash(personKey, address) };
  const { envelope, raw } = make(recipient, new Date('2026-01-10T08:00:00Z'));
  const text = raw.toString('latin1');
  return { returnPath: envelope.from, headers: text.slice(0, text.indexOf('\r\n\r\n')) };
}

/** What a report on a delivery says; name only what the test is about. */
export interface ReportFields {
  action?: string;
  status?: string;
  diagnostic?: string;
  /** The address the report comes to; the message's return path otherwise. */
  to?: string;
  /** Makes two reports of the same words two messages. */
  date?: string;
}

/** A delivery report (RFC 3464) on a message of ours, as the recipient's server sends it to the return path. */
export async function aBounce(delivery: Delivery, fields: ReportFields = {}): Promise<Buffer> {
  const { returnPath, headers } = await sentMessage(delivery);
  const { action = 'failed', status = '5.1.1', diagnostic = '550 5.1.1 User unknown', to, date } = fields;
  return mail(
    [
      'Return-Path: <>',
      'From: Mail Delivery System <MAILER-DAEMON@mx.readers.test>',
      `To: ${to ?? returnPath}`,
      'Subject: Undelivered Mail Returned to Sender',
      `Date: ${date ?? 'Sat, 10 Jan 2026 08:00:07 +0000'}`,
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status; boundary="=-report"',
    ],
    [
      '--=-report',
      'Content-Type: text/plain',
      '',
      'Your message could not be delivered. The report follows.',
      '--=-report',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.readers.test',
      '',
      `Final-Recipient: rfc822; ${delivery.address}`,
      `Action: ${action}`,
      `Status: ${status}`,
      `Diagnostic-Code: smtp; ${diagnostic}`,
      '--=-report',
      'Content-Type: text/rfc822-headers',
      '',
      to === undefined ? headers : '',
      '--=-report--',
    ],
  );
}

/** A complaint (RFC 5965) about a message of ours. */
export async function aComplaint(delivery: Delivery): Promise<Buffer> {
  const { headers } = await sentMessage(delivery);
  return mail(
    [
      'From: feedback@mx.readers.test',
      'To: abuse@news.example.test',
      'Subject: FW: La Palme',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=feedback-report; boundary="=-report"',
    ],
    [
      '--=-report',
      'Content-Type: text/plain',
      '',
      'This is an email abuse report.',
      '--=-report',
      'Content-Type: message/feedback-report',
      '',
      'Feedback-Type: abuse',
      'User-Agent: SomeGenerator/1.0',
      'Version: 1',
      '--=-report',
      'Content-Type: text/rfc822-headers',
      '',
      headers,
      '--=-report--',
    ],
  );
}

/** What a mail client sends to the mailto: address in List-Unsubscribe. */
export async function anUnsubscription(delivery: Delivery): Promise<Buffer> {
  const { headers } = await sentMessage(delivery);
  const to = /<mailto:([^>?]+)/.exec(headers.replaceAll(/\r\n\s+/g, ' '))?.[1] ?? '';
  return mail([`From: ${delivery.address}`, `To: ${to}`, 'Subject: unsubscribe'], ['']);
}

/** An automatic reply to a message of ours. */
export async function anAbsence(delivery: Delivery): Promise<Buffer> {
  const { returnPath } = await sentMessage(delivery);
  const headers = [`From: ${delivery.address}`, `To: ${returnPath}`, 'Auto-Submitted: auto-replied'];
  return mail([...headers, 'Subject: Out of office'], ['I am away until Monday.']);
}

function mail(headers: string[], body: string[]): Buffer {
  return Buffer.from(`${[...headers, '', ...body].join('\r\n')}\r\n`, 'latin1');
}

/** What a classified bounce says of a mailbox that does not exist. */
export const unknownUser = {
  kind: 'bounce',
  severity: 'hard',
  status: '5.1.1',
  recipients: [],
  delivery: null,
  rule: 'user-unknown',
  sentence: 'no such user',
} as const satisfies Partial<Classification>;
