import { classifyMessage } from '@nachra/delivery';
import { describe, expect, it } from 'vitest';
import { personalMail } from './report';

/** As an automatic reply goes out: to the envelope's sender, with an empty one of its own. */
const away =
  'Return-Path: <>\nTo: bounces@news.example.org\nSubject: Re: The letter no. 12\nAuto-Submitted: auto-replied';

describe('an automatic reply', () => {
  const texts = [
    'Je suis en congé. L’adresse compta@example.com n’existe plus.',
    'En cas d’urgence, appelez le poste 521 (accueil) ou le 550 12 34.',
    'I am away. Our old mailbox is full and office@example.com: user unknown. Error 550 5.1.1',
    'Ich bin im Urlaub. Das Konto meines Kollegen wurde deaktiviert.',
    'This message could not be delivered to me in person: I am on leave.',
    'أنا في إجازة. عنوان البريد القديم غير موجود.',
  ];
  it.each(texts)('stays one, whatever it says: %s', async (text) => {
    expect(await classifyMessage(personalMail(away, text))).toMatchObject({ kind: 'auto-reply' });
  });

  it('is told by an empty return path and its words where no field marks it', async () => {
    const mail = personalMail(
      'Return-Path: <>\nTo: bounces@news.example.org\nSubject: Re: The letter',
      'I am out of office until Monday. The account of my colleague has been disabled.',
    );
    expect(await classifyMessage(mail)).toMatchObject({ kind: 'auto-reply' });
  });

  it('is no report for its empty return path and numbers alone', async () => {
    const mail = personalMail(
      'Return-Path: <>\nTo: bounces@news.example.org\nSubject: Re: The letter',
      'Our figure of 550 users is unknown to the office.',
    );
    expect((await classifyMessage(mail)).kind).not.toBe('bounce');
  });
});

describe('a request to stop', () => {
  it('is read though a mail program wrote it', async () => {
    const mail = personalMail(
      'To: letter@news.example.org\nSubject: unsubscribe\nAuto-Submitted: auto-replied',
      'This e-mail was sent by the mail program to unsubscribe.',
    );
    expect(await classifyMessage(mail)).toMatchObject({ kind: 'unsubscribe' });
  });
});

describe('a gateway that quotes the answer and the envelope', () => {
  it('reports, though it writes under Re:', async () => {
    const mail = Buffer.from(`From: post_master@sms.example.net
To: bounces@news.example.org
Subject: Re:The letter

Error message below:
550 - no such user here

Message details:
  MAIL FROM: bounces@news.example.org
  RCPT TO: 5550100@sms.example.net
`);
    expect(await classifyMessage(mail)).toMatchObject({
      ...{ kind: 'bounce', severity: 'hard', recipient: '5550100@sms.example.net' },
    });
  });
});
