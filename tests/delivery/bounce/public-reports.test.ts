import { classifyMessage } from '@nachra/delivery';
import { describe, expect, it } from 'vitest';
import { deliveryReport } from './report';

/**
 * Refusals that people reported publicly because a program misjudged them; in their servers' words, with addresses of our own.
 * docs/public-reports.md lists them with the others.
 */
describe('a refusal that was misjudged elsewhere', () => {
  const refusals: [report: string, severity: string, status: string, diagnostic: string][] = [
    ['https://github.com/zone-eu/zone-mta/issues/324', 'hard', '5.0.0', '550 No user found'],
    [
      'https://github.com/sisimai/p5-sisimai/issues/236',
      'policy',
      '5.1.1',
      '550 5.1.1 <salma@example.com>  - 192.0.2.1 has sent to too many recipients this hour. IB607',
    ],
    [
      'https://github.com/sisimai/p5-sisimai/issues/395',
      'policy',
      '5.1.0',
      '550 5.1.0 <0100017-000000@mail.example.org> sender rejected. Please see https://www.example.net/codes AUP#In-1310',
    ],
    [
      'https://github.com/sisimai/p5-sisimai/issues/409',
      'hard',
      '5.1.0',
      "5.1.0 - Unknown address error 550-'5.1.1 Mailbox <salma@example.com> does not exist' (delivery attempts: 0)",
    ],
    [
      'https://github.com/sisimai/p5-sisimai/issues/409',
      'hard',
      '5.1.10',
      '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup',
    ],
    [
      'https://github.com/sisimai/p5-sisimai/issues/221',
      'policy',
      '5.7.1',
      '554 5.7.1 <salma@example.com>: Recipient address rejected: Access denied',
    ],
    [
      'https://github.com/sisimai/rb-sisimai/issues/77',
      'hard',
      '5.4.1',
      '550 5.4.1 [salma@example.com]: Recipient address rejected: Access denied [x.prod.protection.outlook.com]',
    ],
    [
      'https://github.com/MicrosoftDocs/OfficeDocs-Exchange/issues/2836',
      'hard',
      '5.5.0',
      '550 5.5.0 Requested action not taken: mailbox unavailable (S2017062302).',
    ],
    [
      'https://github.com/Mailtrain-org/mailtrain/issues/277',
      'hard',
      '5.0.0',
      '550 Requested action not taken: mailbox unavailable For explanation visit http://postmaster.example.com/ (in reply to RCPT TO command)',
    ],
    [
      'https://github.com/ActiveCampaign/smtp-field-manual/pull/99',
      'policy',
      '5.7.133',
      '550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; authentication required',
    ],
    [
      'https://github.com/ActiveCampaign/smtp-field-manual/pull/99',
      'policy',
      '5.7.124',
      '550 5.7.124 RESOLVER.RST.RestrictedToGroupPermission; not in list of allowed senders',
    ],
    [
      'https://github.com/ActiveCampaign/smtp-field-manual/pull/98',
      'policy',
      '5.7.30',
      '550-5.7.30 This mail has been blocked because DKIM does not pass.',
    ],
    [
      'https://github.com/ActiveCampaign/smtp-field-manual/pull/97',
      'soft',
      '4.4.22',
      '451 4.4.22 Message failed to be replicated: no healthy peers found',
    ],
    [
      'https://github.com/ActiveCampaign/smtp-field-manual/pull/91',
      'policy',
      '5.2.121',
      "554 5.2.121 The recipient's per hour message receive limit from this sender was exceeded",
    ],
    [
      'https://github.com/ActiveCampaign/smtp-field-manual/issues/42',
      'soft',
      '4.7.3',
      '450 4.7.3 Organization queue quota exceeded.',
    ],
    [
      'https://github.com/rgl/MailBounceDetector/issues/11',
      'policy',
      '5.7.64',
      '550 5.7.64 TenantAttribution; Relay Access Denied',
    ],
  ];
  it.each(refusals)('%s is %s', async (_report, severity, status, diagnostic) => {
    const classification = await classifyMessage(deliveryReport([{ status, diagnostic }]));
    expect(classification.severity, classification.rule).toBe(severity);
  });

  it('is read where a gateway puts the answer into a field of its own', async () => {
    // https://github.com/sisimai/p5-sisimai/issues/312
    const answers: [answer: string, severity: string][] = [
      ['550 "Unknown User"', 'hard'],
      ['550 5.4.1 [salma@example.com]: Recipient address rejected: Access denied', 'hard'],
      [
        '554 delivery error: dd Sorry, your message cannot be delivered. This mailbox is disabled (554.30).',
        'hard',
      ],
      ['552 5.2.2 mailbox full', 'soft'],
    ];
    for (const [answer, severity] of answers) {
      const field = `X-Supplementary-Info: <192.0.2.32 #5.0.0 smtp; ${answer}>`;
      const report = deliveryReport([{}]).toString().replace('Status: 5.0.0', `Status: 5.0.0\n${field}`);
      expect(await classifyMessage(Buffer.from(report)), answer).toMatchObject({ severity });
    }
  });
});

describe('a report in words that was overlooked elsewhere', () => {
  const reports: [report: string, expected: object, message: string][] = [
    [
      'https://github.com/rgl/MailBounceDetector/issues/10',
      { kind: 'bounce', severity: 'hard', recipient: 'salma@example.com' },
      `From: System Administrator <postmaster@mx.example.net>
Subject: Delivery Failure

Could not deliver message to the following recipient(s):

Failed Recipient: salma@example.com
Reason: Remote host said: 550 5.1.1 The email account that you tried to reach does not exist. Please try
5.1.1 double-checking the recipient's email address for typos or
5.1.1 unnecessary spaces.
`,
    ],
    [
      'https://github.com/sisimai/rb-sisimai/issues/91',
      { kind: 'bounce', severity: 'hard', recipient: 'salma@example.com' },
      `From: Microsoft Outlook <postmaster@outlook.example>
Subject: Undeliverable: AMANEWS

Your message to salma@example.com couldn't be delivered.

salma wasn't found at example.com.

How to Fix It
The address may be misspelled or may not exist.

Original Message Details
Sender Address:    bounces@news.example.org
Recipient Address:    salma@example.com

Error Details
Reported error:    550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient salma@example.com not found by SMTP address lookup
`,
    ],
    [
      'https://github.com/sisimai/p5-sisimai/issues/57',
      { kind: 'bounce', severity: 'soft', recipient: 'salma@example.com' },
      `From: Mail Delivery System <MAILER-DAEMON@example.com>
X-Failed-Recipients: salma@example.com
Auto-Submitted: auto-replied
Subject: Mail delivery failed: returning message to sender

This is a permanent error. The following address(es) failed:

  save to /home/salma/mail
    generated by salma@example.com
    mailbox is full: retry timeout exceeded
`,
    ],
    [
      'https://github.com/sisimai/go-sisimai/issues/202',
      { kind: 'auto-reply', severity: null },
      `From: Salma <salma@example.com>
Subject: Automatic reply: AMANEWS
Auto-Submitted: auto-replied

This email inbox salma@example.com is no longer in use.
`,
    ],
  ];
  it.each(reports)('%s', async (_report, expected, message) => {
    const received = Buffer.from(`To: bounces@news.example.org\n${message}`);
    expect(await classifyMessage(received)).toMatchObject(expected);
  });
});
