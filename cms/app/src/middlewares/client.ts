import type { Core } from '@strapi/strapi';
import { clientOf, forwardedHeaders } from '../doors/client-of';
import type { TrustedProxies } from '../doors/trusted-proxies';

/**
 * The first middleware of all: finds out who asks, and leaves only that in the headers, so that whatever reads them later,
 * Koa, a rate limit or a library, reads the truth. Koa itself knows hops only, and believes forwarded hosts from anybody.
 */
const client: Core.MiddlewareFactory<{ trusted: TrustedProxies }> = ({ trusted }) => {
  const whoAsks = clientOf(trusted);
  return async (context, next) => {
    const { address, protocol, host } = whoAsks(context.req);
    const { headers } = context.req;
    for (const name of forwardedHeaders) delete headers[name];
    headers['x-forwarded-for'] = address;
    if (protocol !== null) headers['x-forwarded-proto'] = protocol;
    if (host !== null) headers['x-forwarded-host'] = host;
    context.request.ip = address;
    await next();
  };
};

export default client;
