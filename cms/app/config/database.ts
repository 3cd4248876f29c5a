import { settings } from '../src/settings';

interface SqliteConnection {
  pragma(statement: string): unknown;
}

export default () => {
  const { databaseUrl, databaseFile } = settings();
  return { connection: databaseUrl === null ? onSqlite(databaseFile) : onPostgres(databaseUrl) };
};

function onPostgres(connectionString: string) {
  return {
    client: 'postgres',
    // Named, because PostgreSQL looks first for a schema with the account's name, and `nachra` is the ledger's.
    connection: { connectionString, schema: 'public', application_name: 'nachra-cms', keepAlive: true },
    pool: { min: 0, max: 10 },
  };
}

function onSqlite(filename: string) {
  return {
    client: 'sqlite',
    connection: { filename },
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
  };
}
