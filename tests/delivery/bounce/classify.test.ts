import { classifyMessage, personHash, readLinkToken } from '@nachra/delivery';
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { explainRule } from '../../../delivery/src/incoming/bounce';
import { makeLinkToken } from '../../../delivery/src/campaigns/links/link-token';
import { expected } from './expected';
import { fixture, folder } from './fixtures';

describe('what a message that came back is', () => {
  it.each(expected)('%s: %s %s %s %s', async (file, kind, severity, status, recipient, more) => {
    const classification = await classifyMessage(fixture(file));
    const { rule, recipients, delivery } = classification;
    expect(classification, rule).toMatchObject({ kind, severity, status, recipient });
    expect(rule).toMatch(/^[a-z0-9-]+$/);
    expect(explainRule(classification)).toMatch(/^[a-z0-9-]+: (?!no words)\S/);
    if (more?.recipients) expect(recipients.map(({ address }) => address)).toEqual(more.recipients);
    if (more?.delivery) expect(delivery?.deliveryId).toBe(more.delivery);
  });

  it('is tested for every message in the folder', () => {
    const files = readdirSync(folder).map((name) => name.replace(/\.eml$/, ''));
    expect(files.sort()).toEqual(expected.map(([file]) => file).sort());
  });
});

/** A bounce with one recipient, as a mail server reports it. */
function bounce(report: {
  status?: string;
  diagnostic?: string;
  action?: string;
  to?: string;
  original?: string;
}) {
  const { status = '5.0.0', diagnostic = '', action = 'failed', to = 'news@news.example.org' } = report;
  return Buffer.from(`From: MAILER-DAEMON@mx.example.net
To: ${to}
Subject: Undelivered Mail Returned to Sender
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.net

Final-Recipient: rfc822; salma@example.com
Action: ${action}
Status: ${status}
Diagnostic-Code: smtp; ${diagnostic}

--b
Content-Type: message/rfc822

${report.original ?? 'To: salma@example.com'}

Text.
--b--
`);
}

describe('what a refusal says of the address', () => {
  const refusals: [status: string, diagnostic: string, severity: string][] = [
    ['5.1.1', '550 5.1.1 unknown user', 'hard'],
    ['5.1.2', '', 'hard'],
    ['5.1.3', '', 'hard'],
    ['5.1.6', '', 'hard'],
    ['5.2.1', '', 'hard'],
    ['5.2.2', '', 'soft'],
    ['5.2.3', '', 'content'],
    ['5.3.4', '', 'content'],
    ['5.4.4', '', 'hard'],
    ['5.4.7', '', 'soft'],
    ['5.6.1', '', 'content'],
    ['5.7.1', '', 'policy'],
    ['5.1.8', '', 'policy'],
    ['4.7.1', '', 'policy'],
    ['4.2.2', '', 'soft'],
    ['4.1.1', '450 4.1.1 user unknown', 'soft'],
    ['5.0.0', '', 'unknown'],
    ['5.0.0', '550 user unknown', 'hard'],
    ['5.7.1', '550 5.7.1 no such user', 'hard'],
    ['5.1.1', '550 5.1.1 blocked using bl.example DNSBL', 'policy'],
    ['5.1.1', '552 mailbox is full', 'soft'],
    ['5.0.0', '550 Sender address rejected: user unknown', 'policy'],
    ['5.0.0', '550 too many messages from your address today', 'policy'],
    ['5.0.0', '554 message rejected: DKIM check failed', 'policy'],
    ['5.0.0', '550 message content rejected', 'content'],
    ['5.0.0', '550 account temporarily disabled', 'soft'],
    ['5.0.0', '550 account disabled', 'hard'],
    ['5.0.0', '556 domain does not accept mail', 'hard'],
    ['5.2.0', '550 5.2.0 daily sending quota exceeded', 'policy'],
  ];
  it.each(refusals)('%s %s is %s', async (status, diagnostic, severity) => {
    const classification = await classifyMessage(bounce({ status, diagnostic }));
    expect(classification.severity, classification.rule).toBe(severity);
  });

  it('has an empty sentence if the rule went by a code', async () => {
    const classification = await classifyMessage(bounce({ status: '5.1.2' }));
    expect(classification).toMatchObject({ rule: 'status-address', sentence: '', status: '5.1.2' });
    expect(explainRule(classification)).toBe('status-address: 5.1.2, the address reaches nobody');
  });

  it('is soft for a delay, whatever the server said', async () => {
    const delayed = bounce({ status: '5.1.1', diagnostic: '550 user unknown', action: 'delayed' });
    expect(await classifyMessage(delayed)).toMatchObject({ kind: 'bounce', severity: 'soft' });
  });

  it('gives the rule that decided and, apart from it, the sentence it matched', async () => {
    const classification = await classifyMessage(
      bounce({ diagnostic: '550 Sorry. No such user here. Bye.' }),
    );
    expect(classification).toMatchObject({ rule: 'user-unknown', sentence: 'No such user here.' });
    expect(explainRule(classification)).toBe('user-unknown: No such user here.');
  });
});

describe('the delivery a message is about', () => {
  const secret = 'a secret of the test';
  const token = makeLinkToken(secret, 'bounce', { deliveryId: 'k7m2p9' });
  const original = (headers: string): string => `To: salma@example.com\n${headers}`;

  it('is found by our return path, with a token that can be checked', async () => {
    const { delivery } = await classifyMessage(
      bounce({ to: `Bounces+${token.toUpperCase()}@news.example.org` }),
    );
    expect(delivery).toEqual({ deliveryId: 'k7m2p9', token, purpose: 'bounce', foundIn: 'address' });
    expect(readLinkToken(secret, 'bounce', delivery?.token ?? '')?.deliveryId).toBe('k7m2p9');
  });

  it('is found by the original’s return path', async () => {
    const headers = original(`Return-Path: <bounces+${token}@news.example.org>`);
    const { delivery } = await classifyMessage(bounce({ original: headers }));
    expect(delivery).toMatchObject({ token, foundIn: 'original-address' });
  });

  it('is found by the original’s unsubscribe link', async () => {
    const link = makeLinkToken(secret, 'unsubscribe', { deliveryId: 'k7m2p9' });
    const headers = original(`List-Unsubscribe: <https://news.example.org/unsubscribe/${link}>`);
    const { delivery } = await classifyMessage(bounce({ original: headers }));
    expect(delivery).toMatchObject({ token: link, purpose: 'unsubscribe', foundIn: 'list-unsubscribe' });
  });

  it('is found by the original’s unsubscribe link before the address for mail, which names a reader alone', async () => {
    const person = personHash(secret, 'salma@example.com');
    const link = makeLinkToken(secret, 'unsubscribe', { deliveryId: 'k7m2p9-1', person });
    const byMail = makeLinkToken(secret, 'unsubscribe', { person });
    const both = `List-Unsubscribe: <https://news.example.org/unsubscribe/${link}>,\n <mailto:stop+${byMail}@news.example.org>`;
    expect((await classifyMessage(bounce({ original: original(both) }))).delivery).toMatchObject({
      ...{ deliveryId: 'k7m2p9-1', token: link, purpose: 'unsubscribe', foundIn: 'list-unsubscribe' },
    });
    const { delivery } = await classifyMessage(bounce({ to: `stop+${byMail}@news.example.org` }));
    expect(delivery).toEqual({
      ...{ deliveryId: null, token: byMail, purpose: 'unsubscribe', foundIn: 'address' },
    });
  });

  it('is found by the original’s Message-ID, which proves nothing', async () => {
    const headers = original('Message-ID: <i242.k7m2p9@news.example.org>');
    const { delivery } = await classifyMessage(bounce({ original: headers }));
    expect(delivery).toEqual({ deliveryId: 'k7m2p9', token: null, purpose: null, foundIn: 'message-id' });
  });

  it('is null if nothing names it', async () => {
    expect((await classifyMessage(bounce({}))).delivery).toBeNull();
  });
});
