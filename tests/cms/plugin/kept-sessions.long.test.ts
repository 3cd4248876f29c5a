import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openLedger } from '@nachra/delivery';
import { afterEach, describe, expect, it } from 'vitest';
import { loadCms, startCms, type RunningCms } from '../../support/cms';
import { openPreparedDatabase } from '../../support/prepared-postgres';
import { describeWith, postgres as postgresNeed } from '../../support/requires';
import type { PostgresDatabase } from '../../support/shared-postgres';

type Secrets = typeof import('../../../cms/app/src/settings/secrets');

/** A CMS that is stopped and started again: who is signed in stays so, unless the content has gone back in time. */
function suite(openDatabase: () => Promise<PostgresDatabase | null>): void {
  let database: PostgresDatabase | null = null;
  let folder = '';
  let cms: RunningCms | null = null;
  afterEach(async () => {
    await cms?.close();
    await database?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('ends sessions for a content that is older than it was, and not for workers that went on meanwhile', async () => {
    database = await openDatabase();
    folder = await mkdtemp(path.join(tmpdir(), 'nachra-sessions-'));
    const environment = {
      ...loadCms<Secrets>('settings/secrets').randomSecrets(),
      ...{ NACHRA_DATA_DIR: folder, SMTP_URL: 'smtp://127.0.0.1:1' },
      ...(database && { DATABASE_URL: database.url }),
    };
    const start = async () => {
      cms = await startCms(environment);
      return cms;
    };
    const open = () =>
      openLedger(
        database
          ? { client: 'postgres', url: database.url }
          : { client: 'sqlite', filename: path.join(folder, 'ledger.db') },
      );
    const sessions = async (of: RunningCms) => of.strapi.db.query('admin::session').count({});
    const anchors = (of: RunningCms) => of.strapi.db.query('plugin::newsletter.ledger-anchor');
    const counted = async (of: RunningCms) => (await anchors(of).findOne({})) as { sessionsEnded: number };
    const first = await start();
    await first.token();
    expect(await sessions(first)).toBe(1);
    await first.close();

    // A worker in a process of its own sends while no CMS is there.
    const ledger = await open();
    await ledger.rows(ledger.dialect.movePosition);
    await ledger.close();
    const second = await start();
    expect(await sessions(second)).toBe(1);

    // The content alone is put back, to before what it has stored since.
    await anchors(second).updateMany({ where: {}, data: { position: '0' } });
    await second.close();
    const third = await start();
    expect(await sessions(third)).toBe(0);

    // Somebody signs out, and the content alone is put back to before that: nothing was sent or written since.
    await third.token();
    const { sessionsEnded } = await counted(third);
    const { userId } = (await third.strapi.db.query('admin::session').findOne({})) as { userId: string };
    await third.strapi.sessionManager?.('admin').invalidateRefreshToken(userId);
    await third.close();
    const fourth = await start();
    await fourth.token();
    await fourth.close();
    // Known to the ledger, and not put back yet.
    const fifth = await start();
    expect(await sessions(fifth)).toBe(1);
    expect((await counted(fifth)).sessionsEnded).toBe(sessionsEnded + 1);
    await anchors(fifth).updateMany({ where: {}, data: { sessionsEnded } });
    await fifth.close();
    const sixth = await start();
    expect(await sessions(sixth)).toBe(0);
    // Once: it counts on from there.
    await sixth.token();
    await sixth.close();
    expect(await sessions(await start())).toBe(1);
  });
}

describe('a restart on SQLite', () => suite(async () => null));
describeWith([postgresNeed])('a restart on PostgreSQL', () => suite(openPreparedDatabase));
