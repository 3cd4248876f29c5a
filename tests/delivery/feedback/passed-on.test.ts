import { classifyMessage, listSuppressions, recordFeedback, type Delivery } from '@nachra/delivery';
import { uidOfMail } from '../../../delivery/src/incoming/feedback';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { candidates, describeOnBoth, linkSecret, openBench, type LedgerBench } from '../../support/campaign';
import { aBounce, sentMessage } from '../../support/returned-mail';

describeOnBoth('a report that somebody passes on by mail', (kind) => {
  let bench: LedgerBench;
  let delivery: Delivery;
  let round = 0;
  beforeAll(async () => void (bench = await openBench(kind)));
  beforeEach(async () => {
    const campaign = await bench.freeze({
      issueNumber: round + 1,
      candidates: candidates(1, `passed${++round}.test`),
    });
    [delivery] = [...(await bench.deliveries(campaign)).values()] as [Delivery];
  });
  afterAll(() => bench.close());

  async function receive(bytes: Buffer) {
    const classification = await classifyMessage(bytes);
    const context = {
      uid: uidOfMail(bytes),
      source: 'mailbox',
      now: new Date(),
      secret: linkSecret,
    } as const;
    const result = await recordFeedback(bench.ledger, classification, context);
    const { rows } = await listSuppressions(bench.ledger, { page: 1, pageSize: 9, search: delivery.address });
    return { result, reasons: rows.map(({ reason }) => reason), kind: classification.kind };
  }

  /** A mail of Amazon SNS: its notification, bare or as JSON in JSON, and below it how to end the subscription. */
  async function fromSns(event: object, { hasHeaders = true, isWrapped = false } = {}): Promise<Buffer> {
    const { headers } = await sentMessage(delivery);
    const ours = headers
      .replaceAll(/\r?\n[ \t]+/g, ' ')
      .split(/\r?\n/)
      .map((line) => /^([^:]+): (.*)$/.exec(line))
      .flatMap((match) => (match ? [{ name: match[1], value: match[2] }] : []));
    const mail = {
      source: 'letter@news.example.test',
      messageId: 'ses',
      ...(hasHeaders && { headers: ours }),
    };
    const notification = JSON.stringify({ ...event, mail });
    const body = isWrapped ? JSON.stringify({ Type: 'Notification', Message: notification }) : notification;
    return Buffer.from(`From: AWS Notifications <no-reply@sns.amazonaws.com>
To: bounces@news.example.test
Subject: Amazon SES Email Event Notification
Content-Type: text/plain; charset=UTF-8

${body}

--
If you wish to stop receiving notifications from this topic, please click or visit the link below to unsubscribe:
https://sns.eu-west-1.amazonaws.com/unsubscribe.html?Endpoint=bounces@news.example.test
`);
  }
  const bounce = (recipient: object, bounceType = 'Permanent') => ({
    notificationType: 'Bounce',
    bounce: {
      bounceType,
      bounceSubType: 'General',
      bouncedRecipients: [{ emailAddress: delivery.address, ...recipient }],
    },
  });
  const unknownUser = { status: '5.1.1', diagnosticCode: 'smtp; 550 5.1.1 user unknown' };

  // https://github.com/MozillaFoundation/plan/issues/346
  it.each([false, true])('is believed by our own headers in it (in an envelope: %s)', async (isWrapped) => {
    expect(await receive(await fromSns(bounce(unknownUser), { isWrapped }))).toEqual({
      kind: 'bounce',
      result: 'suppressed',
      reasons: ['bounced'],
    });
  });

  it('proves nothing without them, since anybody can write one', async () => {
    const message = await fromSns(bounce(unknownUser), { hasHeaders: false });
    expect(await receive(message)).toMatchObject({ result: 'unverified', reasons: [] });
  });

  it('is judged by what the server said, as a webhook’s is', async () => {
    const full = bounce({ status: '5.2.2', diagnosticCode: 'smtp; 552 5.2.2 mailbox full' });
    expect(await receive(await fromSns(full))).toMatchObject({ result: 'recorded', reasons: [] });
    // https://github.com/Mailtrain-org/mailtrain/issues/114
    const away = await receive(await fromSns(bounce({}, 'Transient')));
    expect(away).toEqual({ kind: 'auto-reply', result: 'ignored', reasons: [] });
  });

  it('may be a complaint', async () => {
    const complainedRecipients = [{ emailAddress: delivery.address }];
    const complaint = { notificationType: 'Complaint', complaint: { complainedRecipients } };
    expect(await receive(await fromSns(complaint))).toMatchObject({ reasons: ['complained'] });
  });

  /** As mail programs forward a message whole. */
  const forwarded = (report: Buffer, to: string, boundary = 'forward') =>
    Buffer.from(
      `From: Karim <karim@example.test>
To: ${to}
Subject: TR: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=${boundary}

--${boundary}
Content-Type: text/plain

This came back to me. Is the user unknown?

--${boundary}
Content-Type: message/rfc822
Content-Disposition: attachment

${report.toString('latin1')}
--${boundary}--
`,
      'latin1',
    );

  it('counts as itself where it is attached whole', async () => {
    const attached = forwarded(await aBounce(delivery), 'bounces@news.example.test');
    expect(await receive(attached)).toEqual({ kind: 'bounce', result: 'suppressed', reasons: ['bounced'] });
  });

  it('does not speak for whoever writes to the address for unsubscribing', async () => {
    const { headers } = await sentMessage(delivery);
    const [, stop = ''] = /<mailto:([^>?]+)/.exec(headers.replaceAll(/\r\n\s+/g, ' ')) ?? [];
    const { result, reasons } = await receive(forwarded(await aBounce(delivery), stop));
    expect([result, reasons]).toEqual(['suppressed', ['unsubscribed']]);
  });

  it('is read once, however often it was forwarded', async () => {
    let message = await aBounce(delivery);
    for (let times = 0; times < 200; times += 1)
      message = forwarded(message, 'bounces@news.example.test', `forward-${times}`);
    const started = performance.now();
    expect((await receive(message)).kind).not.toBe('unsubscribe');
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
