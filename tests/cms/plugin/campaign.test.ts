import { sampleReader } from '@nachra/renderer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  CampaignDetail,
  DeliveryRow,
  IssueSummary,
  Page,
  TestSendResponse,
} from '../../../cms/plugin/shared/desk';
import { withoutRevision } from '../../support/cms';
import { unsubscribeUrlOf, type SmtpSink } from '../../support/smtp-sink';
import { eventually, type Newsroom } from './newsroom';
import { openSendingNewsroom } from './sending-newsroom';

const farDay = '2999-01-01T08:00:00+01:00';
describe('a campaign, from the desk to the mail server', () => {
  let sink: SmtpSink;
  let room: Newsroom;

  beforeAll(async () => {
    ({ sink, room } = await openSendingNewsroom());
  });
  afterAll(() => room?.close());

  const progress = async (id: string) => (await room.desk<CampaignDetail>('GET', `/campaigns/${id}`)).body;
  const stageOf = async (issue: string) => (await room.detail(issue)).stage;
  const summaryOf = async (issue: string) =>
    (await room.desk<Page<IssueSummary>>('GET', '/issues?page=1&pageSize=100')).body.rows.find(
      ({ documentId }) => documentId === issue,
    );

  it('sends to everybody what the desk showed, byte for byte once the slots are filled', async () => {
    const issue = await room.approved({ greeting: true });
    const preview = await room.preview(issue);
    const list = await room.list('Byte pour byte', [
      { address: 'amal@byte.test', firstName: 'Amal' },
      { address: 'driss@byte.test', firstName: 'Driss & <Fils>' },
    ]);
    const { status, body: campaign } = await room.send(issue, [list]);
    expect([status, campaign.recipients]).toEqual([200, 2]);
    expect(await room.complete(campaign.id)).toMatchObject({ status: 'complete', counts: { accepted: 2 } });

    const sample = sampleReader('fr');
    const { number } = await room.detail(issue);
    const base = `${room.cms.url}`;
    expect(base).toBeTruthy();
    for (const [address, name] of [
      ['amal@byte.test', 'Amal'],
      ['driss@byte.test', 'Driss &amp; &lt;Fils&gt;'],
    ] as const) {
      const message = await sink.messageTo(address);
      const unsubscribe = unsubscribeUrlOf(message);
      const expected = preview.html
        .replaceAll(sample.address, address)
        .replaceAll(sample.firstName ?? '', name)
        .replaceAll(/https?:\/\/[^"]*\/unsubscribe"/g, `${unsubscribe}"`);
      expect(message.html).toBe(expected);
      expect(message.html).toContain(`/issues/${number}`);
    }
  });

  it('is one campaign, however often the button is pressed', async () => {
    const issue = await room.approved();
    const list = await room.list('Double clic', ['one@double.test']);
    const answers = await Promise.all([1, 2, 3].map(() => room.send(issue, [list])));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    await room.complete(answers[0]?.body.id ?? '');
    expect((await sink.messagesTo('one@double.test')).length).toBe(1);
    // And pressed again when all is over: the same campaign, not a second mail.
    expect((await room.send(issue, [list])).body.id).toBe(answers[0]?.body.id);
  });

  it('moves the issue to sent, locks it, and lists who got it with the reason in words', async () => {
    const issue = await room.approved();
    const list = await room.list('Verrou', ['amal@lock.test']);
    const { body: campaign } = await room.send(issue, [list]);
    await room.reaches(issue, 'sent');
    expect(await room.detail(issue)).toMatchObject({ stage: 'sent', campaigns: [{ id: campaign.id }] });
    expect(await summaryOf(issue)).toMatchObject({ stage: 'sent', campaign: { id: campaign.id } });

    const { body } = await room.desk<Page<DeliveryRow>>(
      'GET',
      `/campaigns/${campaign.id}/deliveries?page=1&pageSize=10`,
    );
    expect(body).toMatchObject({
      total: 1,
      rows: [{ address: 'amal@lock.test', state: 'accepted', attempts: 1 }],
    });
    expect(body.rows[0]?.reason).not.toBe('');

    await expect(room.update('plugin::newsletter.issue', issue, { subject: 'Trop tard' })).rejects.toThrow(
      /is sent: the readers have it/,
    );
    await expect(
      withoutRevision(() =>
        room.cms.strapi.documents('plugin::newsletter.issue' as never).delete({ documentId: issue }),
      ),
    ).rejects.toThrow(/neither changed nor deleted/);
  });

  it('sends each reader the edition of her language, and the default language’s where that was decided', async () => {
    const french = await room.approved({ subject: 'Bonjour à tous' });
    const { number } = await room.detail(french);
    await room.approved({ number, language: 'ar', subject: 'مرحبا بالجميع' });
    const list = await room.list('Langues', [
      { address: 'ar@lang.test', language: 'ar' },
      { address: 'en@lang.test', language: 'en' },
    ]);
    const { body: campaign } = await room.send(french, [list], null, { en: 'default' });
    await room.complete(campaign.id);
    expect((await sink.messageTo('ar@lang.test')).subject).toBe('مرحبا بالجميع');
    expect((await sink.messageTo('en@lang.test')).subject).toBe('Bonjour à tous');
    const siblings = async () => (await room.detail(french)).siblings;
    expect(await eventually(siblings, ([arabic]) => arabic?.stage === 'sent')).toMatchObject([
      { stage: 'sent' },
    ]);
  });

  it('waits for its time; an edit before that cancels it, because what waits is no longer what was approved', async () => {
    const issue = await room.approved();
    const list = await room.list('Plus tard', ['later@time.test']);
    const inAnHour = new Date(Date.now() + 3_600_000).toISOString();
    const { body: campaign } = await room.send(issue, [list], inAnHour);
    expect(campaign).toMatchObject({ status: 'scheduled', startAt: inAnHour });
    expect(await stageOf(issue)).toBe('scheduled');

    await room.update('plugin::newsletter.issue', issue, { subject: 'Un autre objet' });
    expect(await stageOf(issue)).toBe('drafting');
    expect((await progress(campaign.id)).status).toBe('cancelled');
    expect(await sink.messagesTo('later@time.test')).toEqual([]);
  });

  it('starts by itself when its time has come', async () => {
    const issue = await room.approved();
    const list = await room.list('Bientôt', ['soon@time.test']);
    const { body: campaign } = await room.send(issue, [list], farDay);
    expect(campaign.status).toBe('scheduled');
    await room.hourComes(campaign.id);
    expect((await room.complete(campaign.id)).counts.accepted).toBe(1);
    await room.reaches(issue, 'sent');
  });

  it('can be cancelled before its time; the approval stands and another campaign may follow', async () => {
    const issue = await room.approved();
    const list = await room.list('Annulé', ['cancelled@time.test']);
    const first = await room.send(issue, [list], farDay);
    expect((await room.desk('POST', `/campaigns/${first.body.id}/cancel`)).body).toMatchObject({
      status: 'cancelled',
    });
    expect(await stageOf(issue)).toBe('approved');
    const second = await room.send(issue, [list]);
    expect(second.body.id).not.toBe(first.body.id);
    expect((await room.complete(second.body.id)).counts.accepted).toBe(1);
  });

  it('pauses and goes on', async () => {
    const issue = await room.approved();
    const list = await room.list('Pause', ['pause@time.test']);
    const { body: campaign } = await room.send(issue, [list], farDay);
    expect((await room.desk('POST', `/campaigns/${campaign.id}/pause`)).body).toMatchObject({
      status: 'paused',
    });
    await room.hourComes(campaign.id);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await sink.messagesTo('pause@time.test')).toEqual([]);
    await room.desk('POST', `/campaigns/${campaign.id}/resume`);
    expect((await room.complete(campaign.id)).counts.accepted).toBe(1);
  });

  it('sends a test of the drafts to a few addresses, marked as one and counted nowhere', async () => {
    const article = await room.article({ title: 'Encore un brouillon' }, { published: false });
    const issue = await room.issue({ articles: [article], subject: 'À relire' });
    const { status, body } = await room.desk<TestSendResponse>('POST', `/issues/${issue}/test`, {
      addresses: ['relecture@test.test'],
    });
    expect(status).toBe(200);
    expect(body.results).toMatchObject([{ address: 'relecture@test.test', accepted: true }]);
    const message = await sink.messageTo('relecture@test.test');
    expect(message.subject).toBe('[Test] À relire');
    expect(message.html).toContain('Encore un brouillon');
    expect((await room.detail(issue)).campaigns).toEqual([]);
  });

  it('is refused in one sentence when it cannot be: not approved, nobody to send to, a time that has passed', async () => {
    const list = await room.list('Refus', [{ address: 'nobody@refused.test', confirmed: false }]);
    const drafting = await room.issue();
    const unapproved = await room.send(drafting, [list]);
    expect([unapproved.status, unapproved.body.error.details.code]).toEqual([409, 'NOT_APPROVED']);

    const issue = await room.approved();
    const nobody = await room.send(issue, [list]);
    expect(nobody.body.error.message).toMatch(/^La seule personne choisie est laissée de côté/);
    expect(nobody.body.error.details).toEqual({ code: 'NO_RECIPIENTS', data: { candidates: 1 } });
    expect((await room.detail(issue)).campaigns).toEqual([]);
    const past = await room.send(issue, [list], '2020-01-01T00:00:00Z');
    expect([past.status, past.body.error.details.code]).toEqual([400, 'START_IN_PAST']);
    const never = await room.send(issue, [list], 'demain');
    expect(never.body.error.message).toMatch(/^Le champ « startAt » n’est pas valable/);
    expect(await stageOf(issue)).toBe('approved');
  });

  it('cannot come about while the brand lacks something for a sender: the approval says which fields', async () => {
    const issue = await room.issue();
    const brands = room.cms.strapi.db.query('plugin::newsletter.brand');
    const setListId = (listId: string) => brands.updateMany({ where: {}, data: { listId } });
    await setListId('sans-point');
    const { status, body } = await room.approve(issue);
    expect([status, body.error.details.code]).toEqual([409, 'APPROVAL_REFUSED']);
    expect(body.error.message).toMatch(/« Identifiant de liste » \(il doit s’écrire comme un nom de domaine/);
    await setListId('amanews.news.example.test');
  });
});
