/** Reports of the kinds that servers write, made by hand: the parts that matter, in the layout of a mail system. */

interface Refusal {
  to?: string;
  status?: string;
  diagnostic?: string;
  action?: string;
}

/** A delivery report of RFC 3464 with as many recipients as there are refusals, and words above it. */
export function deliveryReport(refusals: Refusal[], words = ''): Buffer {
  const groups = refusals.map(
    ({ to = 'salma@example.com', status = '5.0.0', diagnostic = '', action = 'failed' }) =>
      `Final-Recipient: rfc822; ${to}\nAction: ${action}\nStatus: ${status}\n${
        diagnostic === '' ? '' : `Diagnostic-Code: smtp; ${diagnostic}\n`
      }`,
  );
  return Buffer.from(`From: MAILER-DAEMON@mx.example.net
To: bounces@news.example.org
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: text/plain; charset=utf-8

${words}

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.net

${groups.join('\n')}
--b
Content-Type: text/rfc822-headers

From: The letter <letter@news.example.org>
Return-Path: <bounces@news.example.org>
To: ${refusals[0]?.to ?? 'salma@example.com'}

--b--
`);
}

/** A report in words, as Exim writes it. */
export function eximReport(to: string, words: string): Buffer {
  return Buffer.from(`From: Mail Delivery System <Mailer-Daemon@mx.example.net>
To: bounces@news.example.org
Subject: Mail delivery failed: returning message to sender
Auto-Submitted: auto-replied
Content-Type: text/plain; charset=utf-8

This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  ${to}
    ${words.replaceAll('\n', '\n    ')}

------ This is a copy of the message, including all the headers. ------

Return-Path: <bounces@news.example.org>
From: The letter <letter@news.example.org>
To: ${to}
Message-ID: <i7.abc@news.example.org>
`);
}

/** A mail that somebody, or their mail program, wrote. */
export function personalMail(headers: string, text: string): Buffer {
  return Buffer.from(`From: Salma B <salma@example.com>
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
${headers.trim()}

${text}
`);
}
