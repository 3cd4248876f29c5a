import type { AskedOf } from '../../../shared/desk';
import { endpoints, urlOf, type EndpointName } from '../../../shared/endpoints';

/** What Strapi's client sends. */
interface SentRequest {
  url: string;
  method: 'GET' | 'POST';
  data?: unknown;
  config?: { params: object };
}

/**
 * What Strapi's client is given to ask a route of the desk: method and address from the contract's list, query and body by
 * its schemas.
 *
 * @example ask('approveIssue', { parameters: { documentId }, body: { hash } })
 */
export function ask<Name extends EndpointName>(
  name: Name,
  { parameters, query, body }: AskedOf<Name>,
): SentRequest {
  return {
    url: urlOf(name, parameters),
    method: endpoints[name].method,
    ...(body !== undefined && { data: body }),
    ...(query !== undefined && { config: { params: query } }),
  };
}
