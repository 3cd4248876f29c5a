import type { Limit } from './limit';

/** How fast an installation may send, besides what its mail servers are limited to. */
export interface SendingLimits {
  /** Messages of one sender domain; null for no limit. */
  sender: Limit | null;
  /** Messages to one recipient domain, by its name; `*` stands for every domain that is not named. */
  domains: ReadonlyMap<string, Limit>;
}

/** Nothing limited but by what servers answer. */
export const noLimits: SendingLimits = { sender: null, domains: new Map() };

/** What holds for a recipient domain. Pure. */
export function limitOfDomain({ domains }: SendingLimits, domain: string): Limit | null {
  return domains.get(domain) ?? domains.get('*') ?? null;
}
