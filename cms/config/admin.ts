import type { Core } from '@strapi/strapi';
import { previewUrl } from '../src/plugins/newsletter/server/src/preview/preview-url';
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
    flags: { nps: false, promoteEE: false, docLinks: false },
    ai: { enabled: false },
    preview: {
      enabled: true,
      config: {
        allowedOrigins: ["'self'"],
        handler: (uid: string, params: unknown) => previewUrl(application(), uid, params),
      },
    },
  };
};

/** Strapi hands its preview handler no application; the running one is found where Strapi keeps it. */
function application(): Core.Strapi {
  return (globalThis as unknown as { strapi: Core.Strapi }).strapi;
}
