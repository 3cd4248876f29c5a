import { classifyMessage, listSuppressions, recordFeedback, type Delivery } from '@nachra/delivery';
import { uidOfMail } from '../../../delivery/src/incoming/feedback';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { candidates, linkSecret, openBench, type LedgerBench } from '../../support/campaign';
import { sentMessage } from '../../support/returned-mail';

describe('a mail to the address for unsubscribing', () => {
  let bench: LedgerBench;
  let delivery: Delivery;
  let round = 0;
  beforeAll(async () => void (bench = await openBench()));
  beforeEach(async () => {
    const campaign = await bench.freeze({ candidates: candidates(1, `leavers${++round}.test`) });
    [delivery] = [...(await bench.deliveries(campaign)).values()] as [Delivery];
  });
  afterAll(() => bench.close());

  /** The address in List-Unsubscribe, under a name of the institution's choice. */
  async function addressed(local: string): Promise<string> {
    const { headers } = await sentMessage(delivery);
    const [, token = '', domain = ''] =
      /<mailto:[^+>]+\+([^@>]+)@([^>?]+)/.exec(headers.replaceAll(/\r\n\s+/g, ' ')) ?? [];
    return `${local}+${token}@${domain}`;
  }
  async function receive(to: string, headers: string, text: string) {
    const bytes = Buffer.from(`To: ${to}\n${headers}\nX-Round: ${round}\n\n${text}\n`);
    const context = {
      uid: uidOfMail(bytes),
      source: 'mailbox',
      now: new Date(),
      secret: linkSecret,
    } as const;
    const result = await recordFeedback(bench.ledger, await classifyMessage(bytes), context);
    const { rows } = await listSuppressions(bench.ledger, { page: 1, pageSize: 9, search: delivery.address });
    return { result, reasons: rows.map(({ reason, source }) => `${reason} by ${source}`) };
  }

  const mails: [what: string, headers: string, text: string][] = [
    ['is empty', 'From: somebody.else@example.test\nSubject: ', ''],
    [
      'is marked as an automatic reply',
      'From: a@example.test\nSubject: unsubscribe\nAuto-Submitted: auto-replied',
      'x',
    ],
    ['talks of something else', 'From: a@example.test\nSubject: Re: The letter', 'Please call me back.'],
    [
      'speaks of an address that is no more',
      'From: a@example.test\nSubject: bye',
      'b@example.test: user unknown',
    ],
    ['reads like an absence', 'From: a@example.test\nSubject: Out of office', 'I am away.'],
  ];
  it.each(mails)('unsubscribes though it %s, whatever the address is called', async (_, headers, text) => {
    for (const local of ['stop', 'bounces']) {
      const { reasons } = await receive(await addressed(local), headers, text);
      expect(reasons).toEqual(['unsubscribed by mail']);
    }
  });

  it('does nothing with a token that we did not write, nor at the return path', async () => {
    const forged = (await addressed('stop')).replace(/.@/, (end) => (end === 'a@' ? 'b@' : 'a@'));
    const [, headers = '', text = ''] = mails[2] ?? [];
    expect((await receive(forged, headers, text)).reasons).toEqual([]);
    const { returnPath } = await sentMessage(delivery);
    expect((await receive(returnPath, headers, text)).reasons).toEqual([]);
  });
});
