import { settings } from '../src/settings';

export default () => [
  'global::access-log',
  'strapi::errors',
  {
    name: 'strapi::security',
    config: {
      contentSecurityPolicy: {
        useDefaults: true,
        directives: {
          // A mail's pictures are remote, and a preview in `srcdoc` inherits this policy.
          'img-src': [
            "'self'",
            'data:',
            'blob:',
            'https:',
            // Charts lie on our public address, which need not be the one that the admin was opened by.
            new URL(settings().publicUrl).origin,
            ...(settings().environment === 'production' ? [] : ['http:']),
          ],
          'frame-src': ["'self'"],
          upgradeInsecureRequests: null,
        },
      },
    },
  },
  'strapi::cors',
  'strapi::query',
  'strapi::body',
  'strapi::session',
  'strapi::favicon',
  'strapi::public',
];
