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
