import { parseSmtpUrl, type MailServer } from '@nachra/delivery';

/** A mail server by its address, of two connections; name only what the test is about. */
export function aServer(url: string, over: Partial<MailServer> = {}): MailServer {
  return {
    name: url,
    smtp: parseSmtpUrl(url, { connections: 2 }),
    weight: 1,
    limit: null,
    domains: [],
    exceptDomains: [],
    ...over,
  };
}
