import { afterAll, beforeAll, describe } from 'vitest';
import type { RunningPostgres } from '../../support/postgres';
import { startPreparedPostgres } from '../../support/prepared-postgres';
import { describeWith, postgres } from '../../support/requires';
import { openNewsroom, type Newsroom } from './newsroom';

/**
 * Runs a suite on a newsroom of its own, on SQLite, and on PostgreSQL where there is one. What the suite does before all of its
 * tests finds the newsroom open.
 *
 * @param environment variables over those of the harness
 */
export function onEachDatabase(
  title: string,
  environment: Record<string, string>,
  suite: (room: () => Newsroom) => void,
): void {
  const on = (startServer: () => Promise<RunningPostgres | undefined>) => () => {
    let server: RunningPostgres | undefined;
    let room: Newsroom;
    beforeAll(async () => {
      server = await startServer();
      room = await openNewsroom({ ...environment, ...(server ? { DATABASE_URL: server.url } : {}) });
    });
    afterAll(async () => {
      await room?.close();
      await server?.close();
    });
    suite(() => room);
  };
  describe(
    `${title}, on SQLite`,
    on(async () => undefined),
  );
  describeWith([postgres])(`${title}, on PostgreSQL`, on(startPreparedPostgres));
}
