import type { IncomingMessage } from 'node:http';
import type { Core } from '@strapi/strapi';
import { clientOf, forwardedHeaders } from './client-of';
import type { TrustedProxies } from './trusted-proxies';

/**
 * Finds out who asks before anything else sees a request, and leaves only that in its headers, so that whatever reads them later,
 * Koa, a plugin that answers before Strapi's middlewares, or a library, reads the truth. Koa itself knows hops only, and believes
 * forwarded hosts from anybody. Called in `register`.
 */
export function believeProxies(strapi: Core.Strapi, trusted: TrustedProxies): void {
  const whoAsks = clientOf(trusted);
  strapi.server.httpServer.prependListener('request', (request: IncomingMessage) => {
    const { headers } = request;
    const { address, protocol, host } = whoAsks(request);
    for (const name of forwardedHeaders) delete headers[name];
    headers['x-forwarded-for'] = address;
    if (protocol !== null) headers['x-forwarded-proto'] = protocol;
    if (host !== null) headers['x-forwarded-host'] = host;
  });
}
