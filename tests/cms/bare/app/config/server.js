module.exports = ({ env }) => ({
  host: '127.0.0.1',
  app: { keys: ['bare-key-of-sixteen-or-more'] },
  dirs: { public: env('BARE_PUBLIC') },
  logger: { config: { silent: true }, startup: { enabled: false }, updates: { enabled: false } },
});
