import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CampaignDetail, DecisionResponse, DeliveryRow, Page } from '../../../cms/plugin/shared/desk';
import type { SmtpSink, SmtpSinkOptions } from '../../support/smtp-sink';
import { eventually, type Newsroom, type Refused } from './newsroom';
import { openSendingNewsroom } from './sending-newsroom';

describe('deliveries that ended badly, at the desk', () => {
  let sink: SmtpSink;
  let room: Newsroom;
  let campaign: string;
  let issue: string;
  let calm: boolean;
  let round = 0;

  beforeAll(async () => {
    const answer: SmtpSinkOptions['answer'] = (address) => {
      if (calm) return 'accept';
      if (address.startsWith('doute@')) return 'cut-before-answer';
      return address.startsWith('refus@')
        ? { reply: '550 5.7.1 =cmd|calc; refused by policy', at: 'rcpt' }
        : 'accept';
    };
    ({ sink, room } = await openSendingNewsroom({}, { answer }));
  });
  beforeEach(async () => {
    calm = false;
    round += 1;
    issue = await room.approved();
    const list = await room.list(`Décisions ${round}`, ['bien', 'doute', 'refus'].map(addressOf));
    campaign = (await room.send(issue, [list])).body.id;
    await complete();
    calm = true;
  });
  afterAll(() => room?.close());

  const addressOf = (name: string) => `${name}@ici${round}.test`;
  const progress = async () => (await room.desk<CampaignDetail>('GET', `/campaigns/${campaign}`)).body;
  const complete = () => eventually(progress, ({ status }) => status === 'complete');
  const rowOf = async (name: string) => {
    const route = `/campaigns/${campaign}/deliveries?search=${addressOf(name)}`;
    return (await room.desk<Page<DeliveryRow>>('GET', route)).body.rows[0];
  };

  it('come as a file that a spreadsheet opens and that runs nothing', async () => {
    const url = `${room.cms.url}/newsletter/campaigns/${campaign}/deliveries.csv?state=rejected`;
    const response = await fetch(url, { headers: { authorization: `Bearer ${await room.cms.token()}` } });
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="envoi-\d+-rejected\.csv"$/,
    );
    const bytes = Buffer.from(await response.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [head, row, end] = bytes.toString('utf8').slice(1).split('\r\n');
    expect(head).toMatch(/^Adresse;Langue;État;/);
    expect(row?.startsWith(`${addressOf('refus')};fr;rejected;1;`), row).toBe(true);
    expect(end).toBe('');
    expect((await fetch(url)).status).toBe(401);
  });

  it('are settled by a person’s word', async () => {
    const doubt = await rowOf('doute');
    const { status, body } = await room.desk<DecisionResponse>('POST', `/campaigns/${campaign}/decide`, {
      decision: 'arrived',
      deliveryIds: [doubt?.id],
    });
    expect([status, body]).toEqual([200, { changed: 1, unchanged: 0 }]);
    expect(await rowOf('doute')).toMatchObject({
      state: 'accepted',
      reason: 'Arrivé, d’après une personne de l’équipe.',
    });
  });

  it('are sent again, to all of one state, and the issue stays sent', async () => {
    const { body } = await room.desk<DecisionResponse>('POST', `/campaigns/${campaign}/decide`, {
      decision: 'send-again',
      state: 'rejected',
    });
    expect(body).toEqual({ changed: 1, unchanged: 0 });
    expect((await complete()).counts).toMatchObject({ accepted: 2, rejected: 0, 'in-doubt': 1 });
    expect((await sink.messagesTo(addressOf('refus'))).length).toBe(1);
    expect((await sink.messagesTo(addressOf('bien'))).length).toBe(1);
    await eventually(
      () => room.detail(issue),
      ({ stage }) => stage === 'sent',
    );
  });

  it('are not sent again while what they carried is corrected, but in another language', async () => {
    const { number } = await room.detail(issue);
    const arabic = await room.issue({ number, language: 'ar', subject: `العدد ${number}`, preheader: '' });
    await room.approve(arabic);
    const readers = ['refus@arabe', 'refus@langues'].map((name) => `${name}${round}.test`);
    const list = await room.list(`Deux langues ${round}`, [
      { address: readers[0], language: 'ar' },
      readers[1] ?? '',
    ]);
    calm = false;
    const both = (await room.send(arabic, [list])).body.id;
    const first = campaign;
    campaign = both;
    await complete();
    calm = true;
    const decide = (id: string, decision = 'send-again', which: object = { state: 'rejected' }) =>
      room.desk<DecisionResponse & Refused>('POST', `/campaigns/${id}/decide`, { decision, ...which });
    const correction = (step: string) => room.desk('POST', `/issues/${issue}/${step}`, { reason: 'Faux.' });
    const refused = {
      status: 409,
      body: { error: { details: { code: 'EDITION_CORRECTED', data: { number, languages: ['fr'] } } } },
    };

    expect((await correction('correct')).status).toBe(200);
    const answer = await decide(first);
    expect(answer).toMatchObject(refused);
    expect(answer.body.error.message).toContain('rectificatif');
    expect((await decide(both)).body).toEqual({ changed: 1, unchanged: 1 });
    await eventually(
      () => sink.messagesTo(readers[0] ?? ''),
      ({ length }) => length === 1,
    );
    // What is known of a doubt can still be said.
    const { rows } = (
      await room.desk<Page<DeliveryRow>>('GET', `/campaigns/${first}/deliveries?state=in-doubt`)
    ).body;
    const deliveryIds = rows.map(({ id }) => id);
    expect((await decide(first, 'arrived', { deliveryIds })).body).toEqual({ changed: 1, unchanged: 0 });

    // Approved anew, and not sent yet.
    await room.approve(issue);
    expect(await decide(first)).toMatchObject(refused);
    await room.desk('POST', `/issues/${issue}/withdraw`);
    expect((await correction('uncorrect')).status).toBe(200);
    expect((await decide(first)).body).toEqual({ changed: 1, unchanged: 0 });
    await eventually(
      () => sink.messagesTo(addressOf('refus')),
      ({ length }) => length === 1,
    );
    expect(await sink.messagesTo(readers[1] ?? '')).toEqual([]);
  });

  it('are decided about in words that the route knows', async () => {
    const { status } = await room.desk('POST', `/campaigns/${campaign}/decide`, { decision: 'resend-all' });
    expect(status).toBe(400);
  });
});
