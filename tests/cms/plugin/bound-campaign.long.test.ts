import { openLedger } from '@nachra/delivery';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CampaignDetail, IssueSummary, Page } from '../../../cms/plugin/shared/desk';
import { uids } from '../../../cms/plugin/shared/uids';
import { withoutRevision } from '../../support/cms';
import { startSmtpSink, type SmtpSink } from '../../support/smtp-sink';
import { brand, eventually, openNewsroom, type Newsroom } from './newsroom';

/** What leaves is bound to an approval that stands at that moment, and comes from the sender that was approved with it. */
describe('a campaign', () => {
  let sink: SmtpSink;
  let room: Newsroom;
  /** What happens once, while a campaign reads its audience: its approvals are judged by then, and nothing is frozen. */
  let meanwhile: (() => Promise<unknown>) | null = null;
  beforeAll(async () => {
    sink = await startSmtpSink();
    room = await openNewsroom({ SMTP_URL: sink.url, NACHRA_WORKER: 'embedded' });
    room.cms.strapi.db.lifecycles.subscribe({
      models: [uids.subscriber],
      async afterFindMany() {
        const act = meanwhile;
        meanwhile = null;
        await act?.();
      },
    });
  });
  afterEach(() => (meanwhile = null));
  afterAll(async () => {
    await room.close();
    await sink.close();
  });

  const approve = async (issue: string) => {
    const { status, body } = await room.approve(issue);
    expect([status, body.error]).toEqual([200, undefined]);
    return issue;
  };
  const approved = async (over: Record<string, unknown> = {}) => approve(await room.issue(over));
  const inArabic = async (french: string) => {
    const { number } = await room.detail(french);
    return approved({ number, language: 'ar', subject: `العدد ${number}`, preheader: '' });
  };
  const fromOf = async (address: string) =>
    (await sink.messagesTo(address)).map(({ from }) => from?.value[0]?.address);
  const setSender = async (senderAddress: string) => {
    const { documentId } = (await room.cms.strapi.documents(uids.brand).findFirst()) ?? {};
    await room.update(uids.brand, documentId ?? '', { ...brand, senderAddress });
  };
  const revisionOf = async (documentId: string): Promise<unknown> =>
    (await room.cms.strapi.documents(uids.article).findOne({ documentId }))?.['revision'];
  const stageOf = async (issue: string) => (await room.detail(issue)).stage;
  /** The worker has nothing left that it could send: everything of the number has ended, whatever anybody asked for. */
  const nothingWaits = async (issue: string) => {
    const { campaigns } = await room.detail(issue);
    return campaigns.every(({ status }) => status === 'cancelled' || status === 'complete');
  };

  it.each([
    ['the issue is taken back', (issue: string) => room.desk('POST', `/issues/${issue}/withdraw`)],
    [
      'an article of it is saved',
      async (_: string, article: string) => room.update(uids.article, article, { title: 'Un autre titre' }),
    ],
  ])('sends nothing when %s while it is being frozen', async (what, act) => {
    const article = await room.article();
    const issue = await approved({ articles: [article] });
    const address = `${what.length}@meanwhile.test`;
    const list = await room.list(what, [address]);
    meanwhile = () => act(issue, article);
    const { status, body } = await room.send(issue, [list]);
    expect([status, body.error.details.code]).toEqual([409, 'NOT_APPROVED']);
    expect(await stageOf(issue)).toBe('drafting');
    expect(await nothingWaits(issue)).toBe(true);
    // Approved again, it goes out once, as it is now.
    await withoutRevision(() => room.cms.strapi.documents(uids.article).publish({ documentId: article }));
    await approve(issue);
    await room.sent(issue, [list]);
    expect(await fromOf(address)).toHaveLength(1);
  });

  it('sends nothing when an edition that it carries beside its own is taken back while it is being frozen', async () => {
    const french = await approved();
    const arabic = await inArabic(french);
    const list = await room.list('Les deux', [
      'fr@carried.test',
      { address: 'ar@carried.test', language: 'ar' },
    ]);
    meanwhile = () => room.desk('POST', `/issues/${arabic}/withdraw`);
    const { status, body } = await room.send(french, [list]);
    expect([status, body.error.details.code]).toEqual([409, 'EDITION_CHANGED']);
    expect([await stageOf(french), await stageOf(arabic)]).toEqual(['approved', 'drafting']);
    expect(await room.sent(french, [list])).toMatchObject({ recipients: 1 });
    expect(await fromOf('ar@carried.test')).toEqual([]);
    expect(await fromOf('fr@carried.test')).toHaveLength(1);
  });

  it('is stopped by an edit although its issue does not show it as scheduled yet', async () => {
    const article = await room.article();
    const issue = await approved({ articles: [article] });
    const list = await room.list('Pas encore', ['late@stage.test']);
    const { body } = await room.send(issue, [list], '2099-01-01T00:00:00Z');
    // As it is between the freeze and the look that follows the campaign.
    await room.cms.strapi.db
      .query(uids.issue)
      .update({ where: { documentId: issue }, data: { stage: 'approved' } });
    await room.update(uids.article, article, { title: 'Un autre titre' });
    const { body: campaign } = await room.desk<CampaignDetail>('GET', `/campaigns/${body.id}`);
    expect(campaign.status).toBe('cancelled');
    expect(await stageOf(issue)).toBe('drafting');
  });

  it('carries each edition from the sender that was approved with it', async () => {
    const french = await approved();
    const list = await room.list('Deux adresses', [
      'first@senders.test',
      { address: 'ar@senders.test', language: 'ar' },
    ]);
    await room.sent(french, [list]);
    await setSender('second@news.example.test');
    try {
      const arabic = await inArabic(french);
      await room.create(uids.subscriber, {
        address: 'late@senders.test',
        language: 'fr',
        confirmed: true,
        lists: [list],
      });
      expect(await room.sent(arabic, [list])).toMatchObject({ recipients: 2 });
      expect(await fromOf('first@senders.test')).toEqual([brand.senderAddress]);
      expect(await fromOf('late@senders.test')).toEqual([brand.senderAddress]);
      expect(await fromOf('ar@senders.test')).toEqual(['second@news.example.test']);

      // The other way round: the rest is started from the edition of before, and carries the newer one.
      await room.create(uids.subscriber, {
        address: 'ar2@senders.test',
        language: 'ar',
        confirmed: true,
        lists: [list],
      });
      expect(await room.sent(french, [list])).toMatchObject({ recipients: 1 });
      expect(await fromOf('ar2@senders.test')).toEqual(['second@news.example.test']);
    } finally {
      await setSender(brand.senderAddress);
    }
  });

  it('that goes to the rest is what a sent issue shows, although another one was sent since', async () => {
    const french = await approved();
    const list = await room.list('Plus tard', ['early@shown.test']);
    await room.sent(french, [list]);
    const joined = await room.list('Depuis', ['late@shown.test']);
    const { body: rest } = await room.send(french, [joined], '2099-01-01T00:00:00Z');
    const arabic = await inArabic(french);
    const both = await room.list('Aussi', ['fr@shown.test', { address: 'ar@shown.test', language: 'ar' }]);
    await room.sent(arabic, [both]);
    const shown = { stage: 'sent', campaign: { id: rest.id, status: 'scheduled' } };
    expect(await room.detail(french)).toMatchObject(shown);
    const { body: page } = await room.desk<Page<IssueSummary>>('GET', '/issues?page=1&pageSize=50');
    expect(page.rows.find(({ documentId }) => documentId === french)).toMatchObject(shown);
  });

  it('that waits is stopped when nobody knows any more what was approved', async () => {
    const issue = await approved();
    const list = await room.list('Sans trace', ['lost@record.test']);
    const { body } = await room.send(issue, [list], '2099-01-01T00:00:00Z');
    expect(await stageOf(issue)).toBe('scheduled');
    await room.cms.strapi.db.query(uids.approval).deleteMany({ where: { issue } });
    // Whatever is saved, every approval is judged.
    await room.article({ title: 'Tout autre chose' });
    expect(await stageOf(issue)).toBe('drafting');
    const { body: campaign } = await room.desk<CampaignDetail>('GET', `/campaigns/${body.id}`);
    expect(campaign.status).toBe('cancelled');
  });

  it('outlives a save that fails after all, and one that a crash left between the two databases', async () => {
    const article = await room.article();
    const issue = await approved({ articles: [article] });
    const list = await room.list('Rien ne change', ['kept@failed.test']);
    const { body } = await room.send(issue, [list], '2099-01-01T00:00:00Z');
    const token = await room.cms.token();
    const revision = await revisionOf(article);
    // Strapi saves the draft, for which a title may be missing, and publishes it, in one transaction.
    const answer = await room.cms.call(
      'POST',
      `/content-manager/collection-types/${uids.article}/${article}/actions/publish`,
      { token, body: { title: null, revision } },
    );
    expect(answer.status).toBe(400);
    const ledger = await openLedger({ client: 'sqlite', filename: `${room.cms.dataDir}/ledger.db` });
    const statusOf = async () =>
      (await room.desk<CampaignDetail>('GET', `/campaigns/${body.id}`)).body.status;
    const witnessed = () =>
      eventually(
        () => ledger.rows('SELECT id FROM campaign WHERE uid = ? AND witnessed_at IS NOT NULL', [body.id]),
        (rows) => rows.length === 1,
      );
    try {
      await witnessed();
      expect([await stageOf(issue), await statusOf()]).toEqual(['scheduled', 'scheduled']);
      await ledger.run('UPDATE campaign SET witnessed_at = NULL WHERE uid = ?', [body.id]);
      await witnessed();
      await ledger.run('UPDATE campaign SET start_at = 1 WHERE uid = ?', [body.id]);
      await ledger.run('UPDATE delivery SET next_attempt_at = 1 WHERE next_attempt_at > 4000000000000');
      await room.complete(body.id);
    } finally {
      await ledger.close();
    }
    expect(await fromOf('kept@failed.test')).toHaveLength(1);
  });

  it('is cancelled in the name of whoever publishes a change to it in one go', async () => {
    const article = await room.article();
    const issue = await approved({ articles: [article] });
    const list = await room.list('En une fois', ['one@go.test']);
    const { body } = await room.send(issue, [list], '2099-01-01T00:00:00Z');
    const token = await room.cms.token();
    const revision = await revisionOf(article);
    const { status } = await room.cms.call(
      'POST',
      `/content-manager/collection-types/${uids.article}/${article}/actions/publish`,
      { token, body: { title: 'Un autre titre', revision } },
    );
    expect(status).toBe(200);
    const entry = await eventually(
      async () =>
        (await room.cms.strapi.db
          .query(uids.journalEntry)
          .findOne({ where: { campaign: body.id, name: 'campaign.cancelled' } })) as {
          byName: string;
        } | null,
      (found) => found !== null,
    );
    expect(entry?.byName).toBe('strapi-super-admin Test');
    expect(await stageOf(issue)).toBe('drafting');
  });
});
