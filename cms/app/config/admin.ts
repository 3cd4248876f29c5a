import { settings } from '../src/settings';

export default () => {
  const { secrets, signInLimit, publicUrl } = settings();
  return {
    auth: {
      secret: secrets.adminJwtSecret,
      // Koa refuses to set a secure cookie over plain HTTP, which is what a local try-out is.
      cookie: { secure: publicUrl.startsWith('https://') },
    },
    apiToken: { salt: secrets.apiTokenSalt },
    transfer: { token: { salt: secrets.transferTokenSalt } },
    secrets: { encryptionKey: secrets.encryptionKey },
    rateLimit: { enabled: signInLimit },
    autoOpen: false,
    flags: { nps: false, promoteEE: false, docLinks: false },
    ai: { enabled: false },
  };
};
