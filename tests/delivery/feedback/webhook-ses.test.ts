import { generateKeyPairSync, sign } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sentMessage } from '../../support/returned-mail';
import { amazon, openWebhookBench, topic, type WebhookBench } from './webhook-bench';

const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });
const certificateUrl = 'https://sns.eu-west-3.amazonaws.com/SimpleNotificationService-0123456789abcdef.pem';
type Headers = Record<string, string>;

describe('Amazon SES’s webhook', () => {
  let bench: WebhookBench;
  beforeAll(async () => {
    bench = await openWebhookBench();
  });
  beforeEach(() => bench.begin());
  afterAll(() => bench.close());
  const fields = {
    Notification: ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type'],
    SubscriptionConfirmation: [
      'Message',
      'MessageId',
      'SubscribeURL',
      'Timestamp',
      'Token',
      'TopicArn',
      'Type',
    ],
  };
  function signed(changes: Headers, version: '1' | '2' = '2', key = amazon.privateKey): Headers {
    const type = (changes['Type'] ?? 'Notification') as keyof typeof fields;
    const message: Headers = {
      Type: type,
      MessageId: `m-${bench.round()}`,
      TopicArn: topic,
      Message: '{}',
      Timestamp: '2026-03-02T09:00:00.000Z',
      SignatureVersion: version,
      SigningCertURL: certificateUrl,
      ...changes,
    };
    const text = fields[type].filter((name) => name in message).map((name) => `${name}\n${message[name]}\n`);
    const signature = sign(version === '1' ? 'sha1' : 'sha256', Buffer.from(text.join('')), key);
    return { ...message, Signature: signature.toString('base64') };
  }
  async function aBounce(bounce: object = {}): Promise<string> {
    const { headers } = await sentMessage(bench.delivery());
    return JSON.stringify({
      notificationType: 'Bounce',
      mail: {
        messageId: '0100018',
        commonHeaders: { messageId: '<0100018@eu-west-3.amazonses.com>' },
        headers: headers.split(/\r\n(?!\s)/).map((line) => {
          const [name = '', ...value] = line.split(': ');
          return { name, value: value.join(': ') };
        }),
      },
      bounce: {
        bounceType: 'Permanent',
        bounceSubType: 'General',
        bouncedRecipients: [
          {
            emailAddress: bench.delivery().address,
            action: 'failed',
            status: '5.1.1',
            diagnosticCode: 'smtp; 550 5.1.1 user unknown',
          },
        ],
        ...bounce,
      },
    });
  }

  it.each(['1', '2'] as const)('is believed with a signature of version %s, once', async (version) => {
    const message = signed({ Message: await aBounce(), Subject: 'Bounce' }, version);
    expect(await bench.post('ses', message)).toEqual({ verdict: 'recorded', results: ['suppressed'] });
    expect(await bench.post('ses', message)).toEqual({ verdict: 'recorded', results: ['repeated'] });
    expect(bench.fetched()).toEqual([certificateUrl]);
    expect(await bench.suppressed()).toMatchObject([
      {
        reason: 'bounced',
        source: 'ses',
        why: { sentence: expect.stringContaining('user unknown') as string },
      },
    ]);
  });

  it('treats a refusal of the sender as policy, even if Amazon calls it permanent', async () => {
    const refusal = {
      emailAddress: bench.delivery().address,
      status: '5.7.1',
      diagnosticCode: 'smtp; 550 5.7.1 Blocked',
    };
    const Message = await aBounce({ bouncedRecipients: [refusal] });
    expect(await bench.post('ses', signed({ Message }))).toMatchObject({ results: ['recorded'] });
    expect(await bench.suppressed()).toEqual([]);
  });

  it('of an automatic reply, which Amazon calls transient and general, counts as nothing', async () => {
    const away = { bounceType: 'Transient', bounceSubType: 'General' };
    const recipient = { emailAddress: bench.delivery().address };
    const Message = await aBounce({ ...away, bouncedRecipients: [recipient] });
    expect(await bench.post('ses', signed({ Message }))).toEqual({ verdict: 'recorded', results: [] });
    const full = { ...recipient, diagnosticCode: 'smtp; 452 4.2.2 mailbox full' };
    const soft = await aBounce({ ...away, bouncedRecipients: [full] });
    expect(await bench.post('ses', signed({ Message: soft }))).toMatchObject({ results: ['recorded'] });
    expect(await bench.suppressed()).toEqual([]);
  });

  it('is refused if forged, altered, for another topic, or with a certificate from another host', async () => {
    const Message = await aBounce();
    const good = signed({ Message });
    for (const bad of [
      signed({ Message }, '2', stranger.privateKey),
      { ...good, Message: Message.replace('Permanent', 'Transient') },
      { ...good, Signature: '' },
      signed({ Message, TopicArn: topic.replace('bounces', 'others') }),
    ]) {
      expect(await bench.post('ses', bad)).toEqual({ verdict: 'refused' });
    }
    const before = bench.fetched().length;
    for (const url of [
      'https://sns.eu-west-3.amazonaws.com.evil.test/SimpleNotificationService-0.pem',
      'https://evil.test/SimpleNotificationService-0.pem',
      'http://sns.eu-west-3.amazonaws.com/SimpleNotificationService-0.pem',
      'https://sns.eu-west-3.amazonaws.com@evil.test/SimpleNotificationService-0.pem',
      'https://sns.us-east-1.amazonaws.com/SimpleNotificationService-0.pem',
      'https://sns.eu-west-3.amazonaws.com/?Action=GetFile&x=.pem',
    ]) {
      expect(await bench.post('ses', signed({ Message, SigningCertURL: url }))).toEqual({
        verdict: 'refused',
      });
    }
    expect(bench.fetched().length).toBe(before);
    expect(await bench.suppressed()).toEqual([]);
  });

  it('confirms a subscription of our topic at Amazon’s own URL, and at no other', async () => {
    const url = 'https://sns.eu-west-3.amazonaws.com/?Action=ConfirmSubscription&Token=t';
    const asked = (SubscribeURL: string) =>
      signed({ Type: 'SubscriptionConfirmation', Token: 't', SubscribeURL });
    expect(await bench.post('ses', asked(url))).toEqual({ verdict: 'confirmed' });
    expect(bench.fetched()).toEqual([certificateUrl, url]);
    expect(await bench.post('ses', asked('https://evil.test/?Action=ConfirmSubscription'))).toEqual({
      verdict: 'refused',
    });
  });
});
