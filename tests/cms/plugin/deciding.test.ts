import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CampaignDetail, DecisionResponse, DeliveryRow, Page } from '../../../cms/plugin/shared/desk';
import { startSmtpSink, type SmtpSink } from '../../support/smtp-sink';
import { eventually, openNewsroom, type Newsroom } from './newsroom';

describe('deliveries that ended badly, at the desk', () => {
  let sink: SmtpSink;
  let room: Newsroom;
  let campaign: string;
  let issue: string;
  let calm: boolean;
  let round = 0;

  beforeAll(async () => {
    sink = await startSmtpSink({
      answer: (address) => {
        if (calm) return 'accept';
        if (address.startsWith('doute@')) return 'cut-before-answer';
        return address.startsWith('refus@')
          ? { reply: '550 5.7.1 =cmd|calc; refused by policy', at: 'rcpt' }
          : 'accept';
      },
    });
    room = await openNewsroom({ SMTP_URL: sink.url, NACHRA_WORKER: 'embedded' });
  });
  beforeEach(async () => {
    calm = false;
    round += 1;
    issue = await room.issue();
    await room.approve(issue);
    const list = await room.list(`Décisions ${round}`, ['bien', 'doute', 'refus'].map(addressOf));
    campaign = (await room.send(issue, [list])).body.id;
    await complete();
    calm = true;
  });
  afterAll(async () => {
    await room.close();
    await sink.close();
  });

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

  it('are decided about in words that the route knows', async () => {
    const { status } = await room.desk('POST', `/campaigns/${campaign}/decide`, { decision: 'resend-all' });
    expect(status).toBe(400);
  });
});
