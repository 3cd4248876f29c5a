import { settings } from '../src/settings';

interface SqliteConnection {
  pragma(statement: string): unknown;
}

export default () => ({
  connection: {
    client: 'sqlite',
    connection: { filename: settings().databaseFile },
    useNullAsDefault: true,
    pool: {
      // Readers do not wait for a writer in this mode; Strapi's default (a rollback journal) makes the admin stall.
      afterCreate(
        connection: SqliteConnection,
        done: (error: Error | null, connection: SqliteConnection) => void,
      ) {
        connection.pragma('journal_mode = WAL');
        connection.pragma('synchronous = NORMAL');
        done(null, connection);
      },
    },
  },
});
