import { afterAll, beforeAll, describe } from 'vitest';
import { openPreparedDatabase } from '../../support/prepared-postgres';
import { describeWith, postgres } from '../../support/requires';
import type { PostgresDatabase } from '../../support/shared-postgres';
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
  const on = (openDatabase: () => Promise<PostgresDatabase | undefined>) => () => {
    let database: PostgresDatabase | undefined;
    let room: Newsroom;
    beforeAll(async () => {
      database = await openDatabase();
      room = await openNewsroom({ ...environment, ...(database ? { DATABASE_URL: database.url } : {}) });
    });
    afterAll(async () => {
      await room?.close();
      await database?.close();
    });
    suite(() => room);
  };
  describe(
    `${title}, on SQLite`,
    on(async () => undefined),
  );
  describeWith([postgres])(`${title}, on PostgreSQL`, on(openPreparedDatabase));
}
