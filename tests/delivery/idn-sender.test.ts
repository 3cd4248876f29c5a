import {
  createSmtpTransport,
  messageMaker,
  parseSenderIdentity,
  parseSmtpUrl,
  sendTest,
} from '@nachra/delivery';
import { simpleParser } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { anEdition, linkSecret } from '../support/campaign';
import { startSmtpSink } from '../support/smtp-sink';

const sender = parseSenderIdentity({
  fromName: 'La Lettre',
  fromAddress: 'lettre@exémple.ma',
  replyTo: 'redaction@exémple.ma',
  listName: 'La Lettre',
  listId: 'lettre.exemple.ma',
  bounceAddress: 'retours@exémple.ma',
  unsubscribeAddress: 'stop@exémple.ma',
  publicUrl: 'https://lettre.exémple.ma',
  feedbackSenderId: 'lettre-12',
});
const domain = 'xn--exmple-cva.ma';

describe('a sender with a domain beyond ASCII', () => {
  it('stands in envelope and headers in its ASCII form, and no byte of the message is beyond it', async () => {
    const make = messageMaker({ edition: await anEdition(), sender, campaignId: 'c', secret: linkSecret });
    const { envelope, raw } = make({ deliveryId: 'd1', address: 'a@x.test', person: 'p' }, new Date());
    expect(envelope.from).toMatch(new RegExp(`^retours\\+.*@${domain}$`));
    expect(raw.every((byte) => byte < 128)).toBe(true);
    const head = raw
      .toString('latin1')
      .split('\r\n\r\n')[0]!
      .replaceAll(/\r\n\s+/g, ' ');
    expect(head).toContain(`<lettre@${domain}>`);
    expect(head).toContain(`Reply-To: <redaction@${domain}>`);
    expect(head).toMatch(new RegExp(`Message-ID: <[^>]+@${domain}>`));
    expect(head).toMatch(
      new RegExp(`List-Unsubscribe: <https://lettre.${domain}/.*<mailto:stop\\+.*@${domain}>`),
    );
    expect(head).toContain(`List-Archive: <https://lettre.${domain}/>`);
  });

  it('is taken by a server without SMTPUTF8', async () => {
    const sink = await startSmtpSink({ utf8: false });
    const transport = createSmtpTransport(parseSmtpUrl(sink.url));
    const [result] = await sendTest({
      edition: await anEdition(),
      addresses: ['a@x.test'],
      sender,
      transport,
      publicUrl: sender.publicUrl,
      secret: linkSecret,
      now: new Date(),
    });
    expect(result).toMatchObject({ accepted: true });
    const mail = await simpleParser(sink.rawTo('a@x.test'));
    expect(sink.received[0]?.raw.every((byte) => byte < 128)).toBe(true);
    expect(mail.messageId).toContain(domain);
    await transport.close();
    await sink.close();
  });
});
