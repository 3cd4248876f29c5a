import { classifyMessage } from '@nachra/delivery';
import { describe, expect, it } from 'vitest';
import { deliveryReport, eximReport } from './report';

const reader = 'salma@example.com';

describe('what was refused before the reader was named', () => {
  const refusals: [words: string, severity: string][] = [
    [
      'SMTP error from remote mail server after MAIL FROM:<bounces@news.example.org> SIZE=4096:\n550 No such domain news.example.org',
      'policy',
    ],
    ['SMTP error from remote mail server after HELO mx.example.net:\n550 unknown user', 'policy'],
    ['SMTP error from remote mail server after initial connection:\n554 account disabled', 'policy'],
    [
      'SMTP error from remote mail server after initial connection:\n521 example.com does not accept mail',
      'hard',
    ],
    [
      'SMTP error from remote mail server after MAIL FROM:<bounces@news.example.org>:\n552 message size exceeds fixed maximum',
      'content',
    ],
    ['SMTP error from remote mail server after RCPT TO:<salma@example.com>:\n550 unknown user', 'hard'],
    [
      'SMTP error from remote mail server after RCPT TO:<salma@example.com>:\n550 Unroutable sender address',
      'policy',
    ],
    ['retry timeout exceeded after MAIL FROM:<bounces@news.example.org>', 'soft'],
    ['unrouteable mail domain "example.com"', 'hard'],
  ];
  it.each(refusals)('%s is %s', async (words, severity) => {
    const classification = await classifyMessage(eximReport(reader, words));
    expect(classification.severity, classification.rule).toBe(severity);
  });

  it('is about us in the words of Postfix, qmail and Sendmail, too', async () => {
    for (const words of [
      '<salma@example.com>: host mx.example.com[192.0.2.1] said: 550 user unknown (in reply to MAIL FROM command)',
      '<salma@example.com>:\nConnected to 192.0.2.1 but sender was rejected.\nRemote host said: 550 no such user',
      '... while talking to mx.example.com.:\n>>> MAIL From:<bounces@news.example.org>\n<<< 550 no such user',
    ]) {
      const report = deliveryReport([{ status: '5.0.0' }], words);
      expect(await classifyMessage(report), words).toMatchObject({ severity: 'policy' });
    }
  });
});

describe('whose fault a refusal is', () => {
  const refusals: [status: string, diagnostic: string, severity: string][] = [
    ['5.1.7', '550 5.1.7 user unknown', 'policy'],
    ['5.1.8', '550 5.1.8 domain does not exist', 'policy'],
    ['5.0.0', '550 5.7.26 Recipient address rejected: multiple authentication checks failed', 'policy'],
    ['5.0.0', '550 <bounces@news.example.org>: user unknown', 'policy'],
    ['5.0.0', '550 <salma@example.com>: user unknown', 'hard'],
    ['5.0.0', '550 bounces@news.example.org may not write to <salma@example.com>: user unknown', 'hard'],
    // A gateway's code is not the answer within.
    [
      '5.0.0',
      "5.1.0 - Unknown address error 550-'5.7.1 <bounces@news.example.org>... Access denied' (delivery attempts: 0)",
      'policy',
    ],
    ['5.0.0', "5.1.0 - Unknown address error 552-'5.2.2 quota exceeded'", 'soft'],
    ['5.0.0', "5.1.0 - Unknown address error 550-'5.1.1 no such user'", 'hard'],
    [
      '5.1.1',
      '550 permanent failure for one or more recipients (salma@example.com:552 mailbox full)',
      'soft',
    ],
    // A prefix is no reason.
    ['5.0.0', '550 5.0.0 <salma@example.com>: Recipient address rejected: Waiting for a decision', 'unknown'],
    ['5.0.0', '550 5.1.1 <salma@example.com>: Recipient address rejected: User unknown', 'hard'],
    // What calls itself temporary is not final.
    ['5.7.1', '550 5.7.1 Recipient address rejected: User salma@example.com temporarily locked', 'soft'],
    ['5.1.1', '550 5.1.1 user unknown, try again later', 'soft'],
    // A look-up that failed is no answer.
    [
      '5.4.4',
      'Name service error for name=example.com type=MX: Malformed or unexpected name server reply',
      'soft',
    ],
    [
      '5.4.4',
      'Host or domain name not found. Name service error for name=example.com type=MX: Host not found, try again',
      'soft',
    ],
    [
      '5.4.4',
      'Host or domain name not found. Name service error for name=example.com type=A: Host not found',
      'hard',
    ],
    ['4.0.0', "Your message wasn't delivered because the domain example.com couldn't be found", 'hard'],
    // RFC 7504, whatever the status says.
    ['5.3.2', '521 5.3.2 System not accepting network messages', 'hard'],
    ['5.1.10', '556 5.1.10 null MX', 'hard'],
    ['5.7.1', '521 5.7.1 refused', 'policy'],
    ['5.3.2', '550 5.3.2 System not accepting network messages', 'soft'],
    // A list of guesses is no finding.
    ['5.0.0', '550 The account may not exist, or the sender may be on a blacklist', 'unknown'],
    [
      '5.0.0',
      'failed. Possible reasons: the mailbox is full, the user is unknown, the domain does not exist',
      'unknown',
    ],
    // Documented codes.
    ['5.2.0', '550 5.2.0 Mail rejete. Mail rejected. OFR_506 [506]', 'policy'],
    ['5.2.0', '550 5.2.0 Mail rejete. Mail rejected. ofr_513 [513]', 'policy'],
    ['5.2.0', '552 5.2.0 Taille limite du message atteinte. OFR_514 [514]', 'content'],
    ['5.1.1', '550 5.1.1 Adresse d au moins un destinataire invalide. Invalid recipient. LPN416', 'hard'],
    ['5.1.1', '552 5.1.1 Boite du destinataire pleine. Recipient overquota. OFR_417 [417]', 'soft'],
    ['5.1.0', '501 5.1.0 Emetteur invalide. Invalid Sender. OFR004_405 [405]', 'policy'],
    ['5.5.0', '550 5.5.0 Boite du destinataire archivee. Archived recipient. LPN007_420', 'hard'],
    ['4.0.0', '421 mwinf5c79 ME Trop de connexions. Too many connections, slow down. LPN105_104', 'policy'],
    ['5.0.0', '550 ME Adresse IP source bloquee pour incident de spam', 'policy'],
    ['5.2.1', '550 5.2.1 This mailbox has been blocked due to inactivity', 'hard'],
    ['5.0.0', '553 5.7.2 [TSS09] All messages from 192.0.2.1 will be permanently deferred', 'policy'],
    [
      '5.0.0',
      "554 delivery error: dd This user doesn't have a yahoo.com account (salma@example.com) [0]",
      'hard',
    ],
    [
      '5.7.1',
      '550 5.7.1 Unfortunately, messages from [192.0.2.1] weren’t sent. Part of their network is on our block list (S3150)',
      'policy',
    ],
    ['5.5.0', '550 5.5.0 Requested action not taken: mailbox unavailable', 'hard'],
    [
      '5.2.1',
      '550-5.2.1 The user you are trying to contact is receiving mail at a rate that prevents delivery',
      'policy',
    ],
    // https://www.postmastery.com/all-about-isp-sfr-and-smtp-error-codes-sfr_in_xxx/
    ['4.7.1', '450 4.7.1 Service refused due to bad behavior SFR_IN_104', 'policy'],
    // https://postmaster.gmx.net/en/error-messages: our domain, not the reader's
    ['5.0.0', '550 mailbox unavailable invalid DNS MX or A/AAAA resource record', 'policy'],
    ['5.0.0', '550 Maximum number of mails per hour exceeded for salma@example.com', 'policy'],
    ['5.0.0', '550 عنوان المرسل غير موجود', 'policy'],
    ['5.0.0', '550 عنوان المرسل إليه غير موجود', 'hard'],
    ['5.0.0', '550 送信元ドメインが存在しません', 'policy'],
    // http://postmaster.free.fr/
    [
      '4.0.0',
      '421 Too many spams from your IP (192.0.2.1), please visit http://postmaster.free.fr/',
      'policy',
    ],
    ['5.0.0', '550 spam detected', 'policy'],
    ['5.2.1', '550 5.2.1 The user you are trying to contact is temporarily suspended', 'soft'],
    ['5.7.25', '550-5.7.25 The IP address sending this message does not have a PTR record', 'policy'],
  ];
  it.each(refusals)('%s %s is %s', async (status, diagnostic, severity) => {
    const classification = await classifyMessage(deliveryReport([{ status, diagnostic }]));
    expect(classification.severity, classification.rule).toBe(severity);
  });

  it('is nobody’s where the status is of class 2', async () => {
    const report = deliveryReport([{ action: 'deliverable', status: '2.1.5', diagnostic: '250 2.1.5 Ok' }]);
    expect(await classifyMessage(report)).toMatchObject({ kind: 'other', rule: 'delivery-report' });
  });
});

describe('several recipients in one report', () => {
  it('each have what is said of them, and nothing of their neighbour', async () => {
    const words = '<ghada@one.example>\n<hedi@two.example>\n    (reason: 550 user unknown)';
    const { recipients } = await classifyMessage(
      deliveryReport([{ to: 'ghada@one.example' }, { to: 'hedi@two.example' }], words),
    );
    expect(recipients.map(({ severity }) => severity)).toEqual(['unknown', 'hard']);
  });

  it('each have it where their addresses occur twice, with fields and without', async () => {
    const words = `ikram@one.example Invalid Address, ERROR_CODE :550, ERROR_CODE :5.2.2 <ikram@one.example>... Mailbox full
jamil@one.example Invalid Address, ERROR_CODE :550, ERROR_CODE :5.2.1 <jamil@one.example>... User unknown`;
    const refusals = [{ to: 'ikram@one.example' }, { to: 'jamil@one.example' }];
    for (const report of [deliveryReport(refusals, words), eximReport('ikram@one.example', words)]) {
      const { recipients } = await classifyMessage(report);
      expect(recipients.map(({ address, severity }) => [address, severity])).toEqual([
        ['ikram@one.example', 'soft'],
        ['jamil@one.example', 'hard'],
      ]);
    }
  });

  it('are told apart where one address ends with the other', async () => {
    const words = 'ali@one.example: 552 mailbox full\nmali@one.example: 550 user unknown';
    const { recipients } = await classifyMessage(
      deliveryReport([{ to: 'ali@one.example' }, { to: 'mali@one.example' }], words),
    );
    expect(recipients.map(({ severity }) => severity)).toEqual(['soft', 'hard']);
  });
});
