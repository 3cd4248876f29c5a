import type { MailServer } from './mail-server';

type Routed = Pick<MailServer, 'name' | 'weight' | 'domains' | 'exceptDomains'>;

/**
 * The servers that may take mail to a domain, in two ranks: those it is routed to by name, and those that take everything.
 * The second rank is used only while no server of the first can be. Pure.
 */
export function ranksFor<Server extends Routed>(servers: readonly Server[], domain: string): Server[][] {
  const able = servers.filter(
    ({ exceptDomains }) => !exceptDomains.some((pattern) => covers(pattern, domain)),
  );
  const named = able.filter(({ domains }) => domains.some((pattern) => covers(pattern, domain)));
  const general = able.filter(({ domains }) => domains.length === 0);
  return [named, general].filter((rank) => rank.length > 0);
}

/**
 * As {@link ranksFor}, for an address that needs SMTPUTF8: without the servers that are known not to offer it, unless they
 * are the only ones that may take it. Pure.
 */
export function ranksForUtf8<Server extends Routed>(
  servers: readonly Server[],
  domain: string,
  isAsciiOnly: (server: Server) => boolean,
): Server[][] {
  const able = ranksFor(
    servers.filter((server) => !isAsciiOnly(server)),
    domain,
  );
  return able.length > 0 ? able : ranksFor(servers, domain);
}

/** Chooses among servers by weight, evenly: of 3 and 1 it makes a a b a, not a a a b. */
interface Rotation {
  next<Server extends Routed>(rank: readonly Server[]): Server | undefined;
}

/** Smooth weighted round robin, as nginx has it: each gains its weight; the one with the most is chosen and pays the total. */
export function roundRobin(): Rotation {
  const credit = new Map<string, number>();
  return {
    next(rank) {
      const [first, ...others] = rank;
      if (first === undefined) return undefined;
      for (const { name, weight } of rank) credit.set(name, (credit.get(name) ?? 0) + weight);
      const richest = others.reduce(
        (best, server) => ((credit.get(server.name) ?? 0) > (credit.get(best.name) ?? 0) ? server : best),
        first,
      );
      const total = rank.reduce((sum, { weight }) => sum + weight, 0);
      credit.set(richest.name, (credit.get(richest.name) ?? 0) - total);
      return richest;
    },
  };
}

function covers(pattern: string, domain: string): boolean {
  return pattern.startsWith('*.') ? domain.endsWith(pattern.slice(1)) : domain === pattern;
}
