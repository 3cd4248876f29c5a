module.exports = ({ env }) => ({
  connection: {
    client: 'sqlite',
    connection: { filename: env('BARE_DATABASE') },
    useNullAsDefault: true,
    pool: {
      // A test outlives no power cut; a disk that syncs each of Strapi's first statements takes a minute here.
      afterCreate(connection, done) {
        connection.pragma('journal_mode = WAL');
        connection.pragma('synchronous = OFF');
        done(null, connection);
      },
    },
  },
});
