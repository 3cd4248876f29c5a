import { settings } from '../src/settings';

export default () => {
  const { secrets, publicUrl } = settings();
  return {
    auth: {
      secret: secrets.adminJwtSecret,
      // Koa refuses to set a secure cookie over plain HTTP, which is what a local try-out is.
      cookie: { secure: publicUrl.startsWith('https://') },
      // A page of the admin can read its access token, so that one ends soon; it is renewed by a cookie that no script can read.
      sessions: { accessTokenLifespan: 10 * 60 },
    },
    apiToken: { salt: secrets.apiTokenSalt },
    transfer: { token: { salt: secrets.transferTokenSalt } },
    secrets: { encryptionKey: secrets.encryptionKey },
    // Strapi counts in one process's memory, and right attempts too: `src/sign-in/attempt-limits.ts` counts for all.
    rateLimit: { enabled: false },
    autoOpen: false,
    flags: { nps: false, promoteEE: false, docLinks: false },
    ai: { enabled: false },
  };
};
