import { classifyMessage } from '@nachra/delivery';
import { describe, expect, it } from 'vitest';

/** @returns each reported address with its verdict, in the report's order */
async function verdicts(
  text: string,
  subject = 'Undeliverable: The letter',
): Promise<Record<string, string>> {
  const { recipients } = await classifyMessage(
    Buffer.from(`From: Postmaster <postmaster@mx.example.net>
To: bounces@news.example.org
Subject: ${subject}
Content-Type: text/plain; charset=utf-8

${text}
`),
  );
  return Object.fromEntries(recipients.map(({ address, severity }) => [address ?? '', severity] as const));
}

describe('a list of addresses', () => {
  const list = 'Your message could not be delivered to:\n\na@example.com\nb@example.com\n';

  it('has the reason that stands below it, set off by an empty line, said of each', async () => {
    expect(await verdicts(`${list}\n550 5.1.1 The e-mail addresses do not exist: user unknown\n`)).toEqual({
      'a@example.com': 'hard',
      'b@example.com': 'hard',
    });
  });

  it('leaves a reason right below the last to her', async () => {
    expect(await verdicts(`${list}    (reason: 550 5.1.1 user unknown)\n`)).toEqual({
      'a@example.com': 'unknown',
      'b@example.com': 'hard',
    });
  });

  it('gives way to what is said of each further down', async () => {
    const text = `${list}\nDetails:\n\n<a@example.com>: 552 5.2.2 mailbox full\n<b@example.com>: 550 5.1.1 user unknown\n`;
    expect(await verdicts(text)).toEqual({ 'a@example.com': 'soft', 'b@example.com': 'hard' });
  });
});

describe('a report of Notes or Exchange', () => {
  it('that repeats To and Cc of the mail names only who failed', async () => {
    const text = `Your message

  To:      hedi@example.com; salma@example.com
  Cc:      karim@example.com
  Subject: The letter
  Sent:    Thu, 8 Jan 2026 10:00:00 +0100

did not reach the following recipient(s):

hedi@example.com on Thu, 8 Jan 2026 10:00:01 +0100
    The e-mail account does not exist at the organization this message was sent to.
`;
    expect(await verdicts(text)).toEqual({ 'hedi@example.com': 'hard' });
  });

  it('gives each reason above the address that it is of', async () => {
    const reasons = `Mail file is full: over quota
a@example.com

User not listed in public Name & Address Book
b@example.com

Some words of the house
c@example.com
`;
    const text = `Your document: The letter\nwas not delivered to:\n\n------- Failure Reasons  --------\n\n${reasons}\n------- Returned Message --------\n\nTo: d@example.com\n`;
    expect(await verdicts(text, 'Delivery Failure Report')).toEqual({
      'a@example.com': 'soft',
      'b@example.com': 'hard',
      'c@example.com': 'unknown',
    });
  });

  it('takes a To for who failed where nothing else names anybody', async () => {
    const text = 'Delivery failed.\n\nTo: hedi@example.com\nSubject: The letter\n\n550 5.1.1 user unknown';
    expect(await verdicts(text)).toEqual({ 'hedi@example.com': 'hard' });
  });
});
