import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CampaignDetail } from '../../../cms/plugin/shared/desk';
import { uids } from '../../../cms/plugin/shared/uids';
import { startPostgres, type RunningPostgres } from '../../support/postgres';
import { describeWith, postgres as postgresNeed } from '../../support/requires';
import { startSmtpSink, type SmtpSink } from '../../support/smtp-sink';
import { loadPlugin } from '../../support/cms';
import { eventually, openNewsroom, type Newsroom } from './newsroom';

const { openApprovalStore } = loadPlugin<
  typeof import('../../../cms/plugin/server/src/content/documents/approval-store')
>('content/documents/approval-store');

describeWith([postgresNeed])('a newsroom on PostgreSQL', () => {
  let postgres: RunningPostgres;
  let sink: SmtpSink;
  let room: Newsroom;

  beforeAll(async () => {
    [postgres, sink] = await Promise.all([startPostgres(), startSmtpSink()]);
    room = await openNewsroom({
      DATABASE_URL: postgres.url,
      SMTP_URL: sink.url,
      NACHRA_WORKER: 'embedded',
    });
  });
  afterAll(async () => {
    await room.close();
    await sink.close();
    await postgres.close();
  });

  it('writes, approves and sends as on SQLite', async () => {
    const issue = await room.issue({ greeting: true });
    expect((await room.approve(issue)).status).toBe(200);
    const list = await room.list('PostgreSQL', [
      { address: 'amal@postgres.test', firstName: 'Amal' },
      'driss@postgres.test',
      { address: 'nobody@postgres.test', confirmed: false },
    ]);
    const { status, body } = await room.send(issue, [list]);
    expect([status, body.recipients, body.exclusions]).toEqual([200, 2, 1]);
    const end = await eventually(
      async () => (await room.desk<CampaignDetail>('GET', `/campaigns/${body.id}`)).body,
      (campaign) => campaign.status === 'complete',
    );
    expect(end).toMatchObject({ status: 'complete', counts: { accepted: 2 } });
    expect((await sink.messageTo('amal@postgres.test')).html).toContain('Amal');
    expect(
      await eventually(
        async () => (await room.detail(issue)).stage,
        (stage) => stage === 'sent',
      ),
    ).toBe('sent');
  });

  it('sends nothing of an approval that ends while its campaign is frozen', async () => {
    const issue = await room.issue();
    expect((await room.approve(issue)).status).toBe(200);
    const list = await room.list('Repris', ['meanwhile@postgres.test']);
    let isOver = false;
    room.cms.strapi.db.lifecycles.subscribe({
      models: [uids.subscriber],
      async afterFindMany() {
        if (isOver) return;
        isOver = true;
        await room.desk('POST', `/issues/${issue}/withdraw`);
      },
    });
    const { status, body } = await room.send(issue, [list]);
    expect([status, body.error.details.code]).toEqual([409, 'NOT_APPROVED']);
    const { stage, campaigns } = await room.detail(issue);
    expect([stage, campaigns.map((campaign) => campaign.status)]).toEqual(['drafting', ['cancelled']]);
    expect(await sink.messagesTo('meanwhile@postgres.test')).toEqual([]);
  });

  it('keeps an approval from ending while a campaign of it is let go', async () => {
    const issue = await room.issue();
    expect((await room.approve(issue)).status).toBe(200);
    const { db } = room.cms.strapi;
    const records = openApprovalStore(room.cms.strapi);
    const { name = '' } = (await records.standingHead(issue)) ?? {};
    let isEnded = false;
    let letGo = () => undefined as void;
    // Begun outside of the transaction, as another request is.
    const ended = new Promise<void>((resolve) => (letGo = resolve))
      .then(() => records.end(issue, 'withdrawn', new Date()))
      .then(() => (isEnded = true));
    await db.transaction(async () => {
      expect(await records.claim(name)).toBe(true);
      letGo();
      const waiting = async () => {
        const { rows } = await db.connection.raw<{ rows: { count: string }[] }>(
          `SELECT COUNT(*) AS count FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query ILIKE '%newsletter_approvals%'`,
        );
        return Number(rows[0]?.count);
      };
      await eventually(waiting, (count) => count > 0);
      expect(isEnded).toBe(false);
    });
    await ended;
    expect(await db.transaction(() => records.claim(name))).toBe(false);
  });

  it('keeps content and ledger in one database, each in a schema of its own, and makes no file', async () => {
    const { strapi, dataDir } = room.cms;
    const { rows } = await strapi.db.connection.raw<{ rows: { name: string }[] }>(
      `SELECT table_schema || '.' || table_name AS name FROM information_schema.tables
       WHERE table_name IN ('newsletter_issues', 'delivery') ORDER BY name`,
    );
    expect(rows.map(({ name }) => name)).toEqual(['nachra.delivery', 'public.newsletter_issues']);
    expect((await readdir(dataDir)).filter((file) => file.includes('.db'))).toEqual([]);
  });
});
