import { readdir } from 'node:fs/promises';
import knex from 'knex';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CampaignDetail } from '../../../cms/plugin/shared/desk';
import { uids } from '../../../cms/plugin/shared/uids';
import { startPostgres, type RunningPostgres } from '../../support/postgres';
import { describeWith, postgres as postgresNeed } from '../../support/requires';
import { startSmtpSink, type SmtpSink } from '../../support/smtp-sink';
import { eventually, openNewsroom, type Newsroom, type Refused } from './newsroom';
import { loadCms, loadPlugin, withoutRevision } from '../../support/cms';

const { openApprovalStore } = loadPlugin<
  typeof import('../../../cms/plugin/server/src/content/documents/approval-store')
>('content/documents/approval-store');

describeWith([postgresNeed])('a newsroom on PostgreSQL', () => {
  let postgres: RunningPostgres;
  let sink: SmtpSink;
  let room: Newsroom;

  beforeAll(async () => {
    [postgres, sink] = await Promise.all([startPostgres(), startSmtpSink()]);
    // A server that answers before a commit is on disk, as some are configured.
    const database = knex({ client: 'pg', connection: postgres.url });
    await database.raw('ALTER ROLE nachra SET synchronous_commit = off');
    await database.destroy();
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
    const end = await room.complete(body.id);
    expect(end).toMatchObject({ status: 'complete', counts: { accepted: 2 } });
    expect((await sink.messageTo('amal@postgres.test')).html).toContain('Amal');
    await room.reaches(issue, 'sent');
  });

  it('sends nothing to whoever is deleted by a write that ends after her campaign was frozen', async () => {
    const issue = await room.issue();
    expect((await room.approve(issue)).status).toBe(200);
    const list = await room.list('Part', ['stays@postgres.test', 'leaves@postgres.test']);
    const subscribers = room.cms.strapi.documents(uids.subscriber);
    const leaving = await subscribers.findFirst({ filters: { address: 'leaves@postgres.test' } });
    let campaign = '';
    await withoutRevision(() =>
      room.cms.strapi.db.transaction(async () => {
        await subscribers.delete({ documentId: leaving?.documentId ?? '' });
        // Somebody else schedules the issue before this is committed, and the campaign is witnessed.
        const { body } = await room.send(issue, [list], '2099-01-01T00:00:00Z');
        expect(body.recipients).toBe(2);
        campaign = body.id;
      }),
    );
    await eventually(
      async () => (await room.desk<CampaignDetail>('GET', `/campaigns/${campaign}`)).body.counts,
      ({ queued, suppressed }) => queued === 1 && suppressed === 1,
    );
    await room.desk('POST', `/campaigns/${campaign}/cancel`);
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

  it('has each commit of the content on the disk before anything follows from it, whatever the server does by itself', async () => {
    const { rows } = await room.cms.strapi.db.connection.raw<{ rows: object[] }>('SHOW synchronous_commit');
    expect(rows).toEqual([{ synchronous_commit: 'on' }]);
  });

  it('counts attempts to sign in of all processes together, in a table that two of them make at the same moment', async () => {
    const { openAttemptLimits } =
      loadCms<typeof import('../../../cms/app/src/sign-in/attempt-limits')>('sign-in/attempt-limits');
    const [one, other] = await Promise.all([
      openAttemptLimits(room.cms.strapi, 'a secret'),
      openAttemptLimits(room.cms.strapi, 'a secret'),
    ]);
    const attempt = { kind: 'sign-in', account: 'shared@nachra.test', address: '2001:db8::7' } as const;
    const waits = await Promise.all(
      Array.from({ length: 12 }, (_, index) => (index % 2 === 0 ? one : other).take(attempt)),
    );
    expect(waits.filter((wait) => wait === 0)).toHaveLength(5);
    await one.giveBack(attempt);
    expect(await other.take({ ...attempt, address: '2001:db8::8' })).toBe(0);
  });

  it('counts test sends of all processes together: one waits for what another is writing', async () => {
    const { strapi } = room.cms;
    const issue = await room.issue();
    const test = async (count: number) => {
      const addresses = Array.from({ length: count }, (_, index) => `t${index}@example.test`);
      const { status, body } = await room.desk<Refused>('POST', `/issues/${issue}/test`, { addresses });
      return status === 200 ? 'sent' : body.error.details.code;
    };
    expect(await test(1)).toBe('sent');
    // What another process does in the meantime.
    const other = knex({ client: 'pg', connection: postgres.url });
    const { tableName } = strapi.db.metadata.get(uids.journalEntry) as { tableName: string };
    const users = await other<{ id: number }>('admin_users').select('id');
    const counting = await other.transaction();
    for (const { id } of users) await counting('admin_users').where({ id }).update({ id });
    await counting.raw(
      `INSERT INTO ${tableName} (document_id, at, name, by_id, by_name, data)
       SELECT 'other', at, name, by_id, by_name, '{"count": 25}' FROM ${tableName} WHERE name = 'test.sent' LIMIT 1`,
    );
    const asked = test(10);
    const waits = eventually(
      async () => (await other('pg_locks').where({ granted: false }).count())[0],
      (row) => Number(row?.['count']) > 0,
    );
    await Promise.race([asked, waits]);
    await counting.commit();
    expect(await asked).toBe('TEST_LIMIT');
    await waits.catch(() => undefined);
    await other.destroy();
  });
});
