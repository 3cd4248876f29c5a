import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CampaignDetail, DecisionResponse, DeliveryRow, Page } from '../../../cms/plugin/shared/desk';
import { startSmtpSink, type SmtpSink } from '../../support/smtp-sink';
import { eventually, openNewsroom, type Newsroom } from './newsroom';

describe('deliveries that ended badly, at the desk', () => {
  let sink: SmtpSink;
  let room: Newsroom;
  let campaign: string;
  let issue: string;
  let calm = false;

  beforeAll(async () => {
    sink = await startSmtpSink({
      answer: (address) => {
        if (calm) return 'accept';
        if (address === 'doute@ici.test') return 'cut-before-answer';
        return address === 'refus@ici.test'
          ? { reply: '550 5.7.1 =cmd|calc; refused by policy', at: 'rcpt' }
          : 'accept';
      },
    });
    room = await openNewsroom({ SMTP_URL: sink.url, NACHRA_WORKER: 'embedded' });
    issue = await room.issue();
    await room.approve(issue);
    const list = await room.list('Décisions', ['bien@ici.test', 'doute@ici.test', 'refus@ici.test']);
    campaign = (await room.send(issue, [list])).body.id;
    await complete();
    calm = true;
  });
  afterAll(async () => {
    await room.close();
    await sink.close();
  });

  const progress = async () => (await room.desk<CampaignDetail>('GET', `/campaigns/${campaign}`)).body;
  const complete = () => eventually(progress, ({ status }) => status === 'complete');
  const rowOf = async (address: string) =>
    (await room.desk<Page<DeliveryRow>>('GET', `/campaigns/${campaign}/deliveries?search=${address}`)).body
      .rows[0];

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
    expect(row).toMatch(/^refus@ici\.test;fr;rejected;1;/);
    expect(end).toBe('');
    expect((await fetch(url)).status).toBe(401);
  });

  it('are settled by a person’s word', async () => {
    const doubt = await rowOf('doute@ici.test');
    const { status, body } = await room.desk<DecisionResponse>('POST', `/campaigns/${campaign}/decide`, {
      decision: 'arrived',
      deliveryIds: [doubt?.id],
    });
    expect([status, body]).toEqual([200, { changed: 1, unchanged: 0 }]);
    expect(await rowOf('doute@ici.test')).toMatchObject({
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
    expect((await complete()).counts).toMatchObject({ accepted: 3, rejected: 0 });
    expect((await sink.messagesTo('refus@ici.test')).length).toBe(1);
    expect((await sink.messagesTo('bien@ici.test')).length).toBe(1);
    expect((await room.detail(issue)).stage).toBe('sent');
  });

  it('are decided about in words that the route knows', async () => {
    const { status } = await room.desk('POST', `/campaigns/${campaign}/decide`, { decision: 'resend-all' });
    expect(status).toBe(400);
  });
});
