import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openLedger } from '@nachra/delivery';
import { afterEach, describe, expect, it } from 'vitest';
import { loadCms, startCms, type RunningCms } from '../../support/cms';
import { startPostgres, type RunningPostgres } from '../../support/postgres';
import { describeWith, postgres as postgresNeed } from '../../support/requires';

type Secrets = typeof import('../../../cms/app/src/settings/secrets');

/** A CMS that is stopped and started again: who is signed in stays so, unless the content has gone back in time. */
function suite(startServer: () => Promise<RunningPostgres | null>): void {
  let server: RunningPostgres | null = null;
  let folder = '';
  let cms: RunningCms | null = null;
  afterEach(async () => {
    await cms?.close();
    await server?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('ends sessions for a content that is older than it was, and not for workers that went on meanwhile', async () => {
    server = await startServer();
    folder = await mkdtemp(path.join(tmpdir(), 'nachra-sessions-'));
    const environment = {
      ...loadCms<Secrets>('settings/secrets').randomSecrets(),
      ...{ NACHRA_DATA_DIR: folder, SMTP_URL: 'smtp://127.0.0.1:1' },
      ...(server && { DATABASE_URL: server.url }),
    };
    const start = async () => {
      cms = await startCms(environment);
      return cms;
    };
    const open = () =>
      openLedger(
        server
          ? { client: 'postgres', url: server.url }
          : { client: 'sqlite', filename: path.join(folder, 'ledger.db') },
      );
    const sessions = async (of: RunningCms) => of.strapi.db.query('admin::session').count({});
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
    await second.strapi.db
      .query('plugin::newsletter.ledger-anchor')
      .updateMany({ where: {}, data: { position: '0' } });
    await second.close();
    const third = await start();
    expect(await sessions(third)).toBe(0);
  });
}

describe('a restart on SQLite', () => suite(async () => null));
describeWith([postgresNeed])('a restart on PostgreSQL', () => suite(startPostgres));
