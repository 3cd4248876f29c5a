import {
  classifyMessage,
  explainDelivery,
  explainSuppression,
  liftSuppression,
  listSuppressions,
  recordFeedback,
  type Classification,
  type Delivery,
  type DeliveryState,
  type FeedbackSource,
  type Language,
} from '@nachra/delivery';
import { uidOfMail } from '../../../delivery/src/incoming/feedback';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import {
  candidates,
  describeOnBoth,
  type LedgerBench,
  linkSecret,
  openBench,
  somebody,
} from '../../support/campaign';
import { aBounce, aComplaint, anAbsence, anUnsubscription, unknownUser } from '../../support/returned-mail';

const day = 24 * 3_600_000;

describeOnBoth('what a message that came back does', (kind) => {
  let bench: LedgerBench;
  let round = 0;
  /** A name of each test's own: suppressions are by address, and the ledger is shared. */
  let domain: string;

  beforeAll(async () => void (bench = await openBench(kind)));
  beforeEach(() => void (domain = `readers${++round}.test`));
  afterAll(() => bench.close());

  /** Issue `number` as it stands after a send, without sending it. */
  async function issue(number: number, state: DeliveryState = 'accepted'): Promise<Delivery> {
    // A person of each test's own too, since one number reaches a person once.
    const people = candidates(1, domain).map((one) => ({ ...one, subscriberId: domain }));
    const id = await bench.freeze({ issueNumber: number, candidates: people });
    await bench.ledger.run(
      'UPDATE delivery SET state = ? WHERE campaign_id = (SELECT id FROM campaign WHERE uid = ?)',
      [state, id],
    );
    return found(id);
  }
  async function found(campaignId: string): Promise<Delivery> {
    return (await bench.deliveries(campaignId)).get(`r1@${domain}`) as Delivery;
  }
  const receive = async (bytes: Buffer, now = new Date()) =>
    recordFeedback(bench.ledger, await classifyMessage(bytes), {
      uid: uidOfMail(bytes),
      source: 'mailbox',
      now,
      secret: linkSecret,
    });
  const told = (source: FeedbackSource, uid: string, classification: Partial<Classification>) =>
    recordFeedback(
      bench.ledger,
      { ...unknownUser, recipient: `r1@${domain}`, ...classification },
      { uid: `${domain}:${uid}`, source, now: new Date(), secret: linkSecret },
    );
  const suppressions = async () =>
    (await listSuppressions(bench.ledger, { page: 1, pageSize: 10, search: domain })).rows;
  const soft = (delivery: Delivery, date?: string) =>
    aBounce(delivery, { status: '4.2.2', diagnostic: '452 4.2.2 Mailbox full', date });

  it('suppresses the address of a hard bounce, with the rule that decided and what the server said, and only once', async () => {
    const bytes = await aBounce(await issue(1));
    expect(await receive(bytes)).toBe('suppressed');
    expect(await receive(bytes)).toBe('repeated');
    const [one, ...others] = await suppressions();
    expect(one).toMatchObject({ address: `r1@${domain}`, reason: 'bounced', source: 'mailbox' });
    expect(one?.why).toMatchObject({
      code: 'one-report',
      kind: 'bounce',
      rule: 'user-not-found',
      status: '5.1.1',
      sentence: expect.stringContaining('User unknown') as string,
    });
    expect(others).toEqual([]);

    await liftSuppression(bench.ledger, {
      id: one?.id ?? '',
      by: somebody,
      reason: 'She asked by telephone.',
      askedByPerson: true,
      now: new Date(),
    });
    expect(await receive(bytes)).toBe('repeated');
    expect(await suppressions()).toEqual([]);
  });

  it('withdraws what is still waiting to be sent to that address', async () => {
    const first = await issue(1);
    const second = await issue(2, 'queued');
    await receive(await aBounce(first));
    expect((await found(second.campaignId)).state).toBe('suppressed');
  });

  it('suppresses for a complaint and for an unsubscription, each with its reason', async () => {
    expect(await receive(await aComplaint(await issue(1)))).toBe('suppressed');
    expect(await suppressions()).toMatchObject([{ reason: 'complained' }]);
    domain = `other-${domain}`;
    expect(await receive(await anUnsubscription(await issue(1)))).toBe('suppressed');
    expect(await suppressions()).toMatchObject([{ reason: 'unsubscribed', source: 'mail' }]);
  });

  it.each([
    ['a policy', '5.7.1', '550 5.7.1 Blocked by Spamhaus'],
    ['the content', '5.3.4', '552 5.3.4 Message too big for system'],
  ])('suppresses nobody for a refusal by %s', async (_, status, diagnostic) => {
    for (const number of [1, 2, 3, 4, 5]) {
      expect(await receive(await aBounce(await issue(number), { status, diagnostic }))).toBe('recorded');
    }
    expect(await suppressions()).toEqual([]);
  });

  it('changes nothing for an automatic reply or a message that is no report', async () => {
    const delivery = await issue(1, 'in-doubt');
    expect(await receive(await anAbsence(delivery))).toBe('ignored');
    expect(await receive(Buffer.from('Subject: hello\r\n\r\nNice issue!\r\n'))).toBe('ignored');
    expect((await found(delivery.campaignId)).state).toBe('in-doubt');
  });

  it('does not believe a report that lacks our token', async () => {
    const delivery = await issue(1, 'in-doubt');
    const forged = `retours+${delivery.id}.${'a'.repeat(26)}@news.example.test`;
    expect(await receive(await aBounce(delivery, { to: forged }))).toBe('unverified');
    expect(await receive(await aBounce(delivery, { to: 'retours@news.example.test' }))).toBe('unverified');
    const byMessageId = `Message-ID: <i7.${delivery.id}@news.example.test>`;
    const named = (await aBounce(delivery, { to: 'retours@news.example.test' }))
      .toString()
      .replace('text/rfc822-headers\r\n\r\n', `text/rfc822-headers\r\n\r\n${byMessageId}\r\n`);
    expect(await receive(Buffer.from(named))).toBe('unverified');
    expect(await suppressions()).toEqual([]);
    expect((await found(delivery.campaignId)).state).toBe('in-doubt');
  });

  it('stops after three soft bounces in the last five issues, and says which', async () => {
    expect(await receive(await soft(await issue(1)))).toBe('recorded');
    await issue(2);
    const third = await issue(3);
    expect(await receive(await soft(third))).toBe('recorded');
    expect(await receive(await soft(third, 'Sun, 11 Jan 2026 08:00:07 +0000'))).toBe('recorded');
    await issue(4);
    expect(await suppressions()).toEqual([]);
    expect(await receive(await soft(await issue(5)))).toBe('suppressed');
    const [one] = await suppressions();
    expect(one).toMatchObject({ reason: 'bounced', source: 'mailbox' });
    const why = one?.why;
    if (!why) throw new Error('There is no cause.');
    expect(why).toMatchObject({
      code: 'repeated-bounces',
      kind: 'bounce',
      issues: [1, 3, 5],
      among: 5,
      withinDays: 365,
      rule: 'mailbox-full',
      status: '4.2.2',
    });
    const said = (language: Language) => explainSuppression(why, language);
    expect(said('en')).toMatch(/^3 of the last 5 issues came back \(No. 1, No. 3, No. 5\): .*Mailbox full/);
    expect(said('fr')).toMatch(
      /^3 des 5 derniers numéros sont revenus \(n° 1, n° 3, n° 5\) : .*Mailbox full/,
    );
    expect(said('ar')).toMatch(/^ارتدّت 3 من آخر 5 أعداد .*Mailbox full/);
  });

  it('forgets soft bounces that are six issues old, a year old, or were forgiven', async () => {
    for (const number of [1, 2]) await receive(await soft(await issue(number)));
    for (const number of [3, 4, 5]) await issue(number);
    expect(await receive(await soft(await issue(6)))).toBe('recorded');
    domain = `yearly-${domain}`;
    const longAgo = new Date(Date.now() - 366 * day);
    for (const number of [1, 2]) await receive(await soft(await issue(number)), longAgo);
    expect(await receive(await soft(await issue(3)))).toBe('recorded');
    domain = `forgiven-${domain}`;
    for (const number of [1, 2, 3])
      await receive(await soft(await issue(number)), new Date(Date.now() - day));
    const [one] = await suppressions();
    await liftSuppression(bench.ledger, {
      id: one?.id ?? '',
      by: somebody,
      reason: 'She asked by telephone.',
      askedByPerson: true,
      now: new Date(),
    });
    const later = new Date(Date.now() + day);
    for (const number of [4, 5]) {
      expect(await receive(await soft(await issue(number)), later)).toBe('recorded');
    }
    expect(await receive(await soft(await issue(6)), later)).toBe('suppressed');
  });

  it('counts an issue that was given up after days of attempts, and none that only waited', async () => {
    for (const number of [1, 2]) {
      const { campaignId } = await issue(number, 'rejected');
      const outcome = JSON.stringify({ kind: 'gave-up', code: 452, enhanced: '4.2.2', reply: 'full' });
      await bench.ledger.run(
        'UPDATE delivery SET outcome = ? WHERE campaign_id = (SELECT id FROM campaign WHERE uid = ?)',
        [outcome, campaignId],
      );
    }
    const third = await issue(3);
    const waits = await aBounce(third, { action: 'delayed', status: '4.4.1', diagnostic: '451 4.4.1 Busy' });
    expect(await receive(waits)).toBe('recorded');
    expect(await receive(await soft(third))).toBe('suppressed');
  });

  it('settles a doubt: a bounce proves a refusal, a complaint an arrival, a delay nothing', async () => {
    const refused = await issue(1, 'in-doubt');
    const waiting = { action: 'delayed', status: '4.4.1', diagnostic: '451 4.4.1 Busy' };
    await receive(await aBounce(refused, waiting));
    expect((await found(refused.campaignId)).state).toBe('in-doubt');
    await receive(await aBounce(refused, { status: '5.7.1', diagnostic: '550 5.7.1 Blocked' }));
    const settled = await found(refused.campaignId);
    expect(settled.state).toBe('rejected');
    expect(explainDelivery(settled, 'en')).toMatch(/^Came back: .*policy/);

    const accepted = await issue(3);
    await receive(await soft(accepted));
    expect((await found(accepted.campaignId)).state).toBe('accepted');

    const arrived = await issue(2, 'in-doubt');
    await receive(await aComplaint(arrived));
    expect(await found(arrived.campaignId)).toMatchObject({
      state: 'accepted',
      outcome: { kind: 'heard-from' },
    });
  });

  it('believes the address that a provider signs, and its Message-ID where both agree', async () => {
    const delivery = await issue(1, 'in-doubt');
    const clue = { deliveryId: delivery.id, token: null, purpose: null, foundIn: 'message-id' } as const;
    expect(await told('ses', 'other', { recipient: 'stranger@else.test', delivery: clue })).toBe(
      'suppressed',
    );
    expect((await found(delivery.campaignId)).state).toBe('in-doubt');
    expect(await told('ses', 'ours', { delivery: clue })).toBe('suppressed');
    expect(await told('ses', 'ours', { delivery: clue })).toBe('repeated');
    expect((await found(delivery.campaignId)).state).toBe('rejected');
    expect(await told('mailbox', 'anybody', { recipient: 'stranger@else.test' })).toBe('unverified');
    expect(await told('ses', 'nobody', { recipient: null })).toBe('unverified');
  });
});
