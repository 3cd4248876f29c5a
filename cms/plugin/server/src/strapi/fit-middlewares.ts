import type { Core } from '@strapi/strapi';
import { extendMiddlewareConfiguration } from '@strapi/utils';

type Middleware = string | { name?: string; resolve?: string; config?: unknown };

/** Strapi's list where an application has no `config/middlewares` (`register-middlewares` of `@strapi/core`). */
const strapiDefaults: readonly Middleware[] = [
  'strapi::logger',
  'strapi::errors',
  'strapi::security',
  'strapi::cors',
  'strapi::poweredBy',
  'strapi::session',
  'strapi::query',
  'strapi::body',
  'strapi::favicon',
  'strapi::public',
];

const accessLog = 'plugin::newsletter.access-log';

/**
 * Fits the application's list of middlewares to the newsletter: the access log without tokens stands in place of
 * Strapi's logger, and the pages of the admin may show a mail's pictures and previews. Must run in `register`: Strapi
 * reads the list after it.
 *
 * @param publicUrl charts lie there, and the admin may have been opened by another address
 */
export function fitMiddlewares(strapi: Core.Strapi, publicUrl: string): void {
  const configured = strapi.config.get<readonly Middleware[] | undefined>('middlewares') ?? strapiDefaults;
  const logged = [accessLog, ...configured.filter((each) => nameOf(each) !== 'strapi::logger')];
  const isProduction = strapi.config.get('environment') === 'production';
  strapi.config.set(
    'middlewares',
    extendMiddlewareConfiguration(logged, {
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
              new URL(publicUrl).origin,
              ...(isProduction ? [] : ['http:']),
            ],
            'frame-src': ["'self'"],
          },
        },
      },
    }),
  );
}

function nameOf(middleware: Middleware): string | undefined {
  return typeof middleware === 'string' ? middleware : middleware.name;
}
