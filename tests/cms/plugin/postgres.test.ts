import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startPostgres, type RunningPostgres } from '../../support/postgres';
import { describeWith, postgres as postgresNeed } from '../../support/requires';
import { startSmtpSink, type SmtpSink } from '../../support/smtp-sink';
import { eventually, openNewsroom, type Newsroom } from './newsroom';

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
    const end = await room.complete(body.id);
    expect(end).toMatchObject({ status: 'complete', counts: { accepted: 2 } });
    expect((await sink.messageTo('amal@postgres.test')).html).toContain('Amal');
    expect(
      await eventually(
        async () => (await room.detail(issue)).stage,
        (stage) => stage === 'sent',
      ),
    ).toBe('sent');
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
