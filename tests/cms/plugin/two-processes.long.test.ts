import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { uids } from '../../../cms/plugin/shared/uids';
import { loadPlugin, withoutRevision } from '../../support/cms';
import { openPreparedDatabase } from '../../support/prepared-postgres';
import { describeWith, postgres as postgresNeed } from '../../support/requires';
import type { PostgresDatabase } from '../../support/shared-postgres';
import { eventually, openNewsroom, type Newsroom, type Refused } from './newsroom';

type Transactions = typeof import('../../../cms/plugin/server/src/common/content-transactions');
type JournalModule = typeof import('../../../cms/plugin/server/src/common/journal');

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

describeWith([postgresNeed])('two processes on one PostgreSQL', () => {
  let database: PostgresDatabase;
  let room: Newsroom;
  /** What another process does. */
  let other: Client;

  beforeAll(async () => {
    database = await openPreparedDatabase();
    room = await openNewsroom({ DATABASE_URL: database.url, SMTP_URL: 'smtp://127.0.0.1:1' });
    other = new Client({ connectionString: database.url });
    await other.connect();
  });
  afterAll(async () => {
    await other?.end();
    await room?.close();
    await database?.close();
  });

  it('copy the same decisions of the ledger at once, each of them once', async () => {
    const { openJournal } = loadPlugin<JournalModule>('common/journal');
    const by = { id: 'system', name: 'Nachra' };
    const events = Array.from({ length: 5 }, (_, index) => ({
      ...{
        id: index + 1,
        name: 'suppression.made' as const,
        at: new Date(),
        by,
        ...{ subscriberId: null, address: null },
        campaign: null,
      },
      ...{ person: `p${index}`, data: {} },
    }));
    const copies = Array.from({ length: 6 }, () =>
      openJournal(room.cms.strapi, () => new Date()).copyEvents('at-once', events),
    );
    const counts = await Promise.all(copies);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(events.length);
    expect(await room.cms.strapi.db.query(uids.journalEntry).count({ where: { ledgerUid: 'at-once' } })).toBe(
      5,
    );
  });

  const waiting = async (): Promise<number> => {
    const query = `SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock'`;
    return (await room.cms.strapi.db.connection.raw<{ rows: unknown[] }>(query)).rows.length;
  };

  it.each([
    [
      'withdraws',
      async (issue: string) => (await room.desk<Refused>('POST', `/issues/${issue}/withdraw`)).status,
    ],
    [
      'ends by a change',
      async () => {
        const brand = await room.cms.strapi.documents(uids.brand).findFirst();
        await room.update(uids.brand, brand?.documentId ?? '', { senderName: 'AMANEWS Rabat' });
        return 200;
      },
    ],
  ])('lock in one order when one has in hand what the other %s', async (_, act) => {
    const issue = await room.issue();
    expect((await room.approve(issue)).status).toBe(200);
    // Whoever approves has the issue first, and then what was approved before.
    await other.query('BEGIN');
    await other.query('SELECT id FROM newsletter_issues WHERE document_id = $1 FOR UPDATE', [issue]);
    const acting = act(issue);
    await eventually(waiting, (count) => count > 0);
    await other.query('UPDATE newsletter_approvals SET ended_at = ended_at WHERE issue = $1', [issue]);
    await other.query('COMMIT');
    expect(await acting).toBe(200);
    expect((await room.detail(issue)).stage).toBe('drafting');
  });

  it('let no approval count as having seen a save that was still open when it was given', async () => {
    const article = await room.article({ title: 'Avant' });
    const issue = await room.issue({ articles: [article] });
    const [editor, author] = await Promise.all([
      room.cms.token('nachra-publisher'),
      room.cms.token('nachra-editor'),
    ]);
    const asked = async (act: 'submit' | 'approve', token: string) => {
      const { edition, findings } = await room.detail(issue);
      const acknowledged = findings.flatMap(({ key, mustAcknowledge }) => (mustAcknowledge ? key : []));
      const body = act === 'approve' ? { hash: edition?.hash, acknowledged } : undefined;
      const answer = await room.cms.call<Refused>('POST', `/newsletter/issues/${issue}/${act}`, {
        ...{ token, body },
      });
      return answer.status === 200 ? 'OK' : answer.body.error.details.code;
    };
    expect(await asked('submit', author)).toBe('OK');
    let [letGo, isSaved] = [() => undefined as void, () => undefined as void];
    const saved = new Promise<void>((resolve) => (isSaved = () => resolve()));
    const held = new Promise<void>((resolve) => (letGo = () => resolve()));
    // Her save has its number in the journal and is not committed when somebody else approves what was there before it.
    room.cms.strapi.db.lifecycles.subscribe({
      models: [uids.journalEntry],
      async afterCreate({ result }) {
        const { name, document } = result as { name: string; document: string };
        if (name !== 'content.saved' || document !== article) return;
        isSaved();
        await held;
      },
    });
    const save = room.save(uids.article, article, { title: 'Après' }, editor);
    await saved;
    const approving = asked('approve', await room.cms.token());
    await Promise.race([approving, eventually(waiting, (count) => count > 0)]);
    letGo();
    expect((await save).status).toBe(200);
    expect(await approving).toBe('EDITION_CHANGED');
    await withoutRevision(() => room.cms.strapi.documents(uids.article).publish({ documentId: article }));
    expect(await asked('approve', editor)).toBe('FOUR_EYES');
  });

  it('have a decision tried again that the database ended for the other, and no write of another kind', async () => {
    const { contentTransactions } = loadPlugin<Transactions>('common/content-transactions');
    const { transaction, repeatable, afterwards } = contentTransactions(room.cms.strapi, silent);
    const followed: number[] = [];
    const worked = (code: string, failures: number) => {
      let tries = 0;
      return transaction(async () => {
        const mine = (tries += 1);
        await afterwards(async () => followed.push(mine));
        if (mine <= failures) throw Object.assign(new Error('ended'), { code });
        return mine;
      });
    };
    expect(await repeatable(() => worked('40P01', 2))).toBe(3);
    // What follows a try that was undone does not happen.
    expect(followed).toEqual([3]);
    await expect(repeatable(() => worked('40001', 9))).rejects.toMatchObject({ code: '40001' });
    await expect(repeatable(() => worked('23505', 1))).rejects.toMatchObject({ code: '23505' });
    await expect(worked('40P01', 1)).rejects.toMatchObject({ code: '40P01' });
  });
});
