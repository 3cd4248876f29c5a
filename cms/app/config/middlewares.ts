import { settings } from '../src/settings';

/** The plugin adds to this what the newsletter needs: its access log, and the addresses of a mail's pictures. */
export default () => [
  'strapi::errors',
  {
    name: 'strapi::security',
    config: {
      contentSecurityPolicy: {
        useDefaults: true,
        // Named, because Strapi's own list lets pictures come from its market place.
        directives: { 'img-src': ["'self'", 'data:', 'blob:'], upgradeInsecureRequests: null },
      },
    },
  },
  // No page of another origin reads anything: the admin is its own, and readers' pages need no script.
  { name: 'strapi::cors', config: { origin: [] } },
  { name: 'global::own-origin', config: { publicUrl: settings().publicUrl } },
  'strapi::query',
  'global::long-bodies',
  // Multipart is read behind the upload routes' own doors: `src/doors/read-uploads.ts`.
  { name: 'strapi::body', config: { multipart: false } },
  'strapi::session',
  'strapi::favicon',
  'strapi::public',
];
