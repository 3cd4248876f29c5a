module.exports = {
  auth: { secret: 'bare-secret-of-sixteen-or-more' },
  apiToken: { salt: 'bare-salt-of-sixteen-or-more' },
  transfer: { token: { salt: 'bare-salt-of-sixteen-or-more' } },
  secrets: { encryptionKey: 'bare-key-of-sixteen-or-more' },
};
