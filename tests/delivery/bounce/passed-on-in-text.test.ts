import { classifyMessage } from '@nachra/delivery';
import { describe, expect, it } from 'vitest';
import { personalMail } from './report';

const mail = (text: string, subject = 'TR: Undelivered Mail'): Promise<unknown> =>
  classifyMessage(personalMail(`To: bounces@news.example.org\nSubject: ${subject}`, text));

const report = `This is the mail system at host mx.example.net.

<hedi@example.com>: host mx.example.com[203.0.113.5] said: 550 5.1.1
    <hedi@example.com>: Recipient address rejected: User unknown
    (in reply to RCPT TO command)
`;

/** As Outlook, Gmail, Thunderbird and Apple Mail put a forwarded mail into the text. */
const forwards: [program: string, text: string][] = [
  [
    'Outlook in French',
    `Faut-il retirer Hedi ?\n\n-----Message d'origine-----\nDe : Mail Delivery System <MAILER-DAEMON@mx.example.net>\nEnvoyé : jeudi 8 janvier 2026 10:00\nÀ : news@news.example.org\nObjet : Undelivered Mail\n\n${report}`,
  ],
  [
    'Outlook on the web',
    `Voir.\n\n________________________________\nDe : Mail Delivery System <MAILER-DAEMON@mx.example.net>\nEnvoyé : jeudi 8 janvier 2026 10:00\nÀ : News <news@news.example.org>\nObjet : Undelivered Mail\n\n${report}`,
  ],
  [
    'Gmail',
    `---------- Forwarded message ---------\nFrom: Mail Delivery System <MAILER-DAEMON@mx.example.net>\nDate: Thu, Jan 8, 2026 at 10:00 AM\nSubject: Undelivered Mail\nTo: <news@news.example.org>\n\n${report}`,
  ],
  [
    'Thunderbird',
    `-------- Message transféré --------\nSujet : \tUndelivered Mail\nDate : \tThu, 8 Jan 2026 10:00:00 +0100\nDe : \tMAILER-DAEMON@mx.example.net (Mail Delivery System)\nObjet : \tUndelivered Mail\n\n${report}`,
  ],
  [
    'Apple Mail',
    `> Début du message réexpédié :\n>\n> De: MAILER-DAEMON@mx.example.net\n> Objet: Undelivered Mail\n> Date: 8 janvier 2026 à 10:00:00 UTC+1\n> À: news@news.example.org\n>\n${report.replaceAll(/^/gm, '> ')}`,
  ],
];

describe('a report that somebody forwards within a text', () => {
  it.each(forwards)('of %s counts as the report', async (_, text) => {
    expect(await mail(text)).toMatchObject({
      kind: 'bounce',
      severity: 'hard',
      recipient: 'hedi@example.com',
    });
  });

  it('keeps its own verdict: a refusal of ours is nobody’s', async () => {
    const [, text = ''] = forwards[0] ?? [];
    const refused = text.replace(
      /550 5\.1\.1[^]*/,
      '550 5.7.1 SPF check failed (in reply to MAIL FROM command)',
    );
    expect(await mail(refused)).toMatchObject({ kind: 'bounce', severity: 'policy' });
  });

  it.each([
    ['a person’s mail is forwarded', 'De : Hedi <hedi@example.com>'],
    ['only a name sounds like it', 'De : Postes du Maroc <info@poste.example>'],
  ])('is none where %s, whatever it says', async (_, from) => {
    const text = forwards[0]?.[1].replace(/^De : .*$/m, from) ?? '';
    expect(await mail(text, 'TR: question')).toMatchObject({ kind: 'other' });
  });
});
