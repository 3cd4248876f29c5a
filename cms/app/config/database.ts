import { settings } from '../src/settings';

type Done<Connection> = (error: Error | null, connection: Connection) => void;

interface PostgresConnection {
  query(sql: string, done: (error: Error | null) => void): void;
}

interface SqliteConnection {
  pragma(statement: string): unknown;
}

export default () => {
  const { databaseUrl, databaseFile } = settings();
  return {
    connection: {
      ...(databaseUrl === null ? onSqlite(databaseFile) : onPostgres(databaseUrl)),
      // Otherwise an error quotes the values with the statement, and a save that fails would log a reader's address.
      compileSqlOnError: false,
    },
  };
};

function onPostgres(connectionString: string) {
  return {
    client: 'postgres',
    // Named, because PostgreSQL looks first for a schema with the account's name, and `nachra` is the ledger's.
    connection: { connectionString, schema: 'public', application_name: 'nachra-cms', keepAlive: true },
    pool: {
      min: 0,
      max: 10,
      // On a server that is configured to answer before a commit is on disk, a power cut could lose an approval by which mail left.
      afterCreate(connection: PostgresConnection, done: Done<PostgresConnection>) {
        connection.query(
          `SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'`,
          (error) => done(error, connection),
        );
      },
    },
  };
}

function onSqlite(filename: string) {
  return {
    client: 'sqlite',
    connection: { filename },
    useNullAsDefault: true,
    pool: {
      // Readers do not wait for a writer in this mode; Strapi's default (a rollback journal) makes the admin stall. Each commit
      // reaches the disk: an approval, the position and an unsubscription have to be there before anything follows from them.
      afterCreate(connection: SqliteConnection, done: Done<SqliteConnection>) {
        connection.pragma('journal_mode = WAL');
        connection.pragma('synchronous = FULL');
        // What is erased is not to stay in the bytes of the file.
        connection.pragma('secure_delete = ON');
        done(null, connection);
      },
    },
  };
}
