import { classifyMessage } from '@nachra/delivery';
import { describe, expect, it } from 'vitest';
import { withinNow } from '../../support/slowness.mts';
import { threadTimeOf } from '../../support/thread-time';

const megabyte = 1_000_000;

/** What stands before a megabyte of one piece of text. */
const places: Record<string, string> = {
  'a text': 'From: MAILER-DAEMON@x.test\r\nSubject: Undelivered Mail\r\n\r\n',
  'a page': 'From: a@x.test\r\nSubject: x\r\nContent-Type: text/html\r\n\r\n',
  'a report':
    'From: MAILER-DAEMON@x.test\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=x\r\n\r\n' +
    '--x\r\nContent-Type: message/delivery-status\r\n\r\n',
  'a subject': 'From: a@x.test\r\nSubject: ',
  'a sender': 'From: ',
};

/** Pieces that a pattern may begin with again and again, and never end. */
const pieces = [
  ...[' ', '\t', '\n', '\r', ' \n', '\r\n ', 'a', 'é', 'ن ', '1', '1.', 'a.', 'a-', '-', '=', '_', '.', ','],
  ...[
    '"',
    "'",
    '(',
    '[',
    '{',
    '<',
    '<a',
    '<a ',
    '&',
    '&#',
    '>',
    ':',
    '::',
    ';',
    '!',
    '%',
    '~',
    '\\',
    '«',
    '*',
  ],
  ...['a@', '@', 'a@b.c ', '<a@b.c>', 'a+b=c.d@', '5.1.1 ', '550 ', '550-5.1.1 ', '#5.1.1', '=?utf-8?q?a?= '],
  ...[
    '--x\n',
    '---- The following addresses ',
    'mailbox ',
    'adresse ',
    'boîte ',
    'Konto ',
    'cuenta ',
    'ящик ',
  ],
  ...['メールボックス', '邮箱', 'صندوق ', 'policy ', 'SPF ', 'unsub', 'delay', 'Recipient address ', 'LPN'],
];

describe('a megabyte of one piece of text', () => {
  it.each(Object.entries(places))('as %s costs less than 50 ms, whatever it is', async (_place, head) => {
    const most = withinNow(50);
    const slow: string[] = [];
    for (const piece of pieces) {
      const text = piece.repeat(Math.ceil(megabyte / piece.length)).slice(0, megabyte);
      const message = Buffer.from(`${head}${text}\r\n\r\nend`);
      const cost = await threadTimeOf(() => classifyMessage(message), most);
      if (cost >= most) slow.push(`${JSON.stringify(piece)}: ${Math.round(cost)} ms`);
    }
    expect(slow).toEqual([]);
  });
});
