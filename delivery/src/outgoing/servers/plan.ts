import { openMemory } from '@nachra/renderer';
import { domainOf, needsSmtpUtf8 } from '../../campaigns/candidates';
import type { ClaimedDelivery } from '../../campaigns/changes/claim';
import {
  limitOfDomain,
  type Grant,
  type Limit,
  type Paces,
  type SendingLimits,
  type Tokens,
} from '../limits';
import type { MailServer } from './mail-server';
import { ranksFor, ranksForUtf8, roundRobin } from './route';

/** What becomes of claimed deliveries before any intent is written. */
interface Plan {
  /** Those that may leave now, and by which server. */
  go: { delivery: ClaimedDelivery; server: MailServer }[];
  /** Those whose domain's limit is reached; nobody else has to wait for them. */
  held: { delivery: ClaimedDelivery; until: Date }[];
  /** Milliseconds that all others have to wait: no server may take anything, or the sender's limit is reached. */
  pauseMs: number;
}

export interface PlannerOptions {
  servers: readonly MailServer[];
  limits: SendingLimits;
  tokens: Tokens;
  paces: Paces;
  /** Milliseconds until a server may be tried; 0 when it may be now. */
  restMs: (server: MailServer) => number;
  trialOf: (server: MailServer) => Trial;
  /** Whether a server turned out to offer no SMTPUTF8. */
  isAsciiOnly: (server: MailServer) => boolean;
}

/** Whether one message is to show that a server's trouble is over, or is doing so. */
export type Trial = 'none' | 'due' | 'under-way';

/** Decides for a group of deliveries of one campaign. Asks each limit once. */
export type Planner = (group: readonly ClaimedDelivery[], senderDomain: string, now: Date) => Promise<Plan>;

/** How far ahead deliveries over a domain's limit are spread; the rest is planned again at the end of that time. */
const farthestMs = 600_000;
const soonestMs = 100;
const mostDomains = 10_000;

interface Taken extends Grant {
  /** Milliseconds from one message to the next, at this limit; 0 without one. */
  intervalMs: number;
  giveBack: (unused: number) => Promise<void>;
}

interface Unassigned {
  left: ClaimedDelivery[];
  /** Names of the servers whose limit was reached, or that are on trial. */
  full: ReadonlySet<string>;
  /** Milliseconds until the first of them takes more. */
  waitMs: number;
}

export function openPlanner({
  servers,
  limits,
  tokens,
  paces,
  restMs,
  trialOf,
  isAsciiOnly,
}: PlannerOptions): Planner {
  const rotation = roundRobin();
  /** Until when waiting deliveries have already been spread, by domain; ms since 1970. */
  const spreadUntil = openMemory<number>(mostDomains);

  async function take(key: string, wanted: number, limit: Limit | null): Promise<Taken> {
    if (limit === null) return { granted: wanted, waitMs: 0, intervalMs: 0, giveBack: async () => undefined };
    return {
      ...(await tokens.take(key, wanted, limit)),
      intervalMs: (limit.seconds * 1_000) / limit.messages,
      giveBack: (unused) => tokens.giveBack(key, unused, limit),
    };
  }

  /** A domain's limits: the one from the settings and the one learned from its servers. Both apply. */
  async function takeOfDomain(domain: string, wanted: number): Promise<Taken> {
    const set = await take(`to:${domain}`, wanted, limitOfDomain(limits, domain));
    const learned = await take(`pace:${domain}`, set.granted, await paces.limitOf(domain));
    await set.giveBack(set.granted - learned.granted);
    return {
      granted: learned.granted,
      waitMs: Math.max(set.waitMs, learned.waitMs),
      intervalMs: Math.max(set.intervalMs, learned.intervalMs),
      giveBack: async (unused) => {
        await set.giveBack(unused);
        await learned.giveBack(unused);
      },
    };
  }

  /** Spreads deliveries over a domain's limit at its own pace, so that each comes due when it may leave. */
  function hold(
    plan: Plan,
    waiting: readonly ClaimedDelivery[],
    { waitMs, intervalMs }: { waitMs: number; intervalMs: number },
    now: Date,
  ): void {
    const [first] = waiting;
    if (!first) return;
    const domain = domainOf(first.address);
    const farthest = now.getTime() + farthestMs;
    const earliest = now.getTime() + Math.max(waitMs, soonestMs);
    const known = spreadUntil.get(domain) ?? 0;
    // An instant beyond the farthest possible one comes from a clock that was set back.
    let at = known > farthest ? earliest : Math.max(earliest, known);
    for (const delivery of waiting) {
      plan.held.push({ delivery, until: new Date(Math.min(at, farthest)) });
      at += intervalMs;
    }
    spreadUntil.set(domain, Math.min(at, farthest));
  }

  function ranksOf(address: string): MailServer[][] {
    const domain = domainOf(address);
    return needsSmtpUtf8(address) ? ranksForUtf8(servers, domain, isAsciiOnly) : ranksFor(servers, domain);
  }

  /** The servers of the best rank that has one which may be tried now. */
  function usable(address: string): MailServer[] {
    return (
      ranksOf(address)
        .map((rank) => rank.filter((server) => restMs(server) === 0))
        .find((rank) => rank.length > 0) ?? []
    );
  }

  /** Gives each delivery a server that may be tried and whose limit allows it. @returns those that got none, and why */
  async function assign(plan: Plan, deliveries: readonly ClaimedDelivery[]): Promise<Unassigned> {
    const full = new Set<string>();
    let waitMs = Infinity;
    let left = [...deliveries];
    while (left.length > 0) {
      const shares = new Map<MailServer, ClaimedDelivery[]>();
      const unserved: ClaimedDelivery[] = [];
      for (const delivery of left) {
        const able = usable(delivery.address).filter(({ name }) => !full.has(name));
        const server = rotation.next(able);
        if (server) append(shares, server, delivery);
        else unserved.push(delivery);
      }
      left = unserved;
      if (shares.size === 0) break;
      for (const [server, share] of shares) {
        const trial = trialOf(server);
        const wanted = trial === 'none' ? share.length : trial === 'due' ? 1 : 0;
        const grant = await take(`by:${server.name}`, wanted, server.limit);
        plan.go.push(...share.slice(0, grant.granted).map((delivery) => ({ delivery, server })));
        if (trial === 'none' && grant.granted === share.length) continue;
        full.add(server.name);
        waitMs = Math.min(waitMs, grant.granted < wanted ? grant.waitMs : soonestMs);
        left.push(...share.slice(grant.granted));
      }
    }
    return { left, full, waitMs };
  }

  return async (group, senderDomain, now) => {
    const plan: Plan = { go: [], held: [], pauseMs: 0 };
    const sender = await take(`from:${senderDomain}`, group.length, limits.sender);
    if (sender.granted < group.length) plan.pauseMs = sender.waitMs;

    const byDomain = new Map<string, ClaimedDelivery[]>();
    for (const delivery of group.slice(0, sender.granted)) {
      if (usable(delivery.address).length > 0) {
        append(byDomain, domainOf(delivery.address), delivery);
        continue;
      }
      // No server may take this address for now; others may take others. With no servers at all it would wait forever.
      const rest = ranksOf(delivery.address).flat().map(restMs);
      const waitMs = rest.length > 0 ? Math.min(...rest) : farthestMs;
      hold(plan, [delivery], { waitMs, intervalMs: 0 }, now);
    }
    const allowed: ClaimedDelivery[] = [];
    const grants = new Map<string, Taken>();
    for (const [domain, deliveries] of byDomain) {
      const grant = await takeOfDomain(domain, deliveries.length);
      grants.set(domain, grant);
      allowed.push(...deliveries.slice(0, grant.granted));
      hold(plan, deliveries.slice(grant.granted), grant, now);
    }

    const { left, full, waitMs } = await assign(plan, allowed);
    const isFull = servers.every((server) => full.has(server.name) || restMs(server) > 0);
    if (left.length > 0 && isFull) plan.pauseMs = Math.max(plan.pauseMs, waitMs);
    for (const delivery of left) {
      await grants.get(domainOf(delivery.address))?.giveBack(1);
      // Others may still leave, by servers that do not take this domain.
      if (!isFull) hold(plan, [delivery], { waitMs, intervalMs: 0 }, now);
    }
    await sender.giveBack(sender.granted - plan.go.length);
    return plan;
  };
}

function append<Key>(lists: Map<Key, ClaimedDelivery[]>, key: Key, delivery: ClaimedDelivery): void {
  const list = lists.get(key);
  if (list) list.push(delivery);
  else lists.set(key, [delivery]);
}
