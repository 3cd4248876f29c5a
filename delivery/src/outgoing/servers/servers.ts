import { domainOf, needsSmtpUtf8 } from '../../campaigns/candidates';
import type { ClaimedDelivery } from '../../campaigns/changes/claim';
import { isThrottled, type OutgoingMessage, type SmtpOutcome, type Transport } from '../smtp';
import { afterBreakage, afterFailure, closedBreaker, isOnTrial, type Breaker, type Waits } from './breaker';
import type { MailServer } from './mail-server';
import { openPlanner, type Planner, type PlannerOptions, type Trial } from './plan';
import { ranksForUtf8 } from './route';

type ServerUnavailable = Extract<SmtpOutcome, { kind: 'server-unavailable' }>;

/** The mail servers of an installation as one: routed, weighted, limited, and each left alone while it is in trouble. */
export interface MailServers {
  plan: Planner;
  /** Hands one message over. Trouble with the server opens its breaker and spends nobody's attempt. */
  send(server: MailServer, message: OutgoingMessage): Promise<SmtpOutcome>;
  /** Learns each domain's pace from the outcomes of a group. */
  learn(outcomes: readonly { delivery: ClaimedDelivery; outcome: SmtpOutcome }[], now: Date): Promise<void>;
  /** Milliseconds until any server may be tried; 0 when one may be now. */
  waitMs(): number;
  /** Connections of all servers together. */
  readonly connections: number;
  /** Closes the servers' connections and the store of the limits. */
  close(options: { graceMs: number }): Promise<void>;
}

interface MailServersOptions extends Omit<PlannerOptions, 'restMs' | 'trialOf' | 'isAsciiOnly'> {
  transportOf: (server: MailServer) => Transport;
  waits: Waits;
  /**
   * Called when a server is left alone, with for how long, and when it takes messages again. For a log: where the server
   * said nothing, `reply` is what the client reports.
   */
  onTrouble: (server: MailServer, trouble: ServerUnavailable, waitMs: number) => void;
  onRecovery: (server: MailServer) => void;
}

interface Running {
  transport: Transport;
  breaker: Breaker;
  /** Messages under way that will show whether the trouble is over. */
  trials: number;
  /** Whether it turned out to offer no SMTPUTF8. */
  isAsciiOnly: boolean;
}

export function openMailServers(options: MailServersOptions): MailServers {
  const { servers, tokens, paces, waits, onTrouble, onRecovery } = options;
  const running = new Map<string, Running>(
    servers.map((server) => [
      server.name,
      { transport: options.transportOf(server), breaker: closedBreaker, trials: 0, isAsciiOnly: false },
    ]),
  );
  // A monotonic clock: with the wall clock, a breaker that opened before the time was set back would not close.
  const restMs = ({ name }: MailServer): number =>
    Math.max(0, (running.get(name)?.breaker.openUntil ?? 0) - performance.now());

  const isAsciiOnly = ({ name }: MailServer): boolean => running.get(name)?.isAsciiOnly ?? false;

  function trialOf({ name }: MailServer): Trial {
    const one = running.get(name);
    if (one === undefined || !isOnTrial(one.breaker, performance.now())) return 'none';
    return one.trials > 0 ? 'under-way' : 'due';
  }

  /** Another server may take it; if none may, it is refused for good without being sent. */
  function afterAsciiOnly(outcome: ServerUnavailable, address: string): SmtpOutcome {
    const others = ranksForUtf8(servers, domainOf(address), isAsciiOnly).flat();
    if (others.some((server) => !isAsciiOnly(server))) return outcome;
    const { trouble: _trouble, ...answer } = outcome;
    return { ...answer, kind: 'rejected' };
  }

  function leaveAlone(server: MailServer, one: Running, breaker: Breaker, trouble: ServerUnavailable): void {
    const opens = breaker.openUntil > one.breaker.openUntil;
    one.breaker = breaker;
    if (!opens) return;
    const { fault, reply } = trouble;
    const heard = { ...trouble, reply: reply || (fault?.detail ?? '') };
    onTrouble(server, heard, Math.round(breaker.openUntil - performance.now()));
  }

  return {
    connections: servers.reduce((sum, { smtp }) => sum + smtp.connections, 0),
    plan: openPlanner({ ...options, restMs, trialOf, isAsciiOnly }),

    async send(server, message) {
      const one = running.get(server.name);
      if (one === undefined) throw new Error(`No mail server ${server.name}.`);
      const isTrial = isOnTrial(one.breaker, performance.now());
      one.trials += Number(isTrial);
      const outcome = await one.transport.send(message).finally(() => (one.trials -= Number(isTrial)));
      const now = performance.now();
      if (outcome.kind === 'server-unavailable') {
        // Our own stop is not the server's trouble.
        if (outcome.trouble === 'stopped') return outcome;
        if (outcome.trouble === 'ascii-only') {
          one.isAsciiOnly = true;
          return afterAsciiOnly(outcome, message.envelope.to);
        }
        leaveAlone(server, one, afterFailure(one.breaker, now, waits), outcome);
        return outcome;
      }
      if (isBrokenOff(outcome)) {
        const trouble = { ...outcome, kind: 'server-unavailable', trouble: 'breaking-off' } as const;
        leaveAlone(server, one, afterBreakage(one.breaker, now, waits), trouble);
        return outcome;
      }
      if (needsSmtpUtf8(message.envelope.to)) one.isAsciiOnly = false;
      // Messages under way when the trouble began may still be accepted; only one sent after the wait shows that it is over.
      const isRecovery = isOnTrial(one.breaker, now);
      if (isRecovery || one.breaker.failures === 0) one.breaker = closedBreaker;
      if (isRecovery) onRecovery(server);
      return outcome;
    },

    async learn(outcomes, now) {
      const heard = new Map<string, { accepted: number; throttled: number }>();
      for (const { delivery, outcome } of outcomes) {
        if (outcome.kind === 'server-unavailable') continue;
        const domain = domainOf(delivery.address);
        const sum = heard.get(domain) ?? { accepted: 0, throttled: 0 };
        sum.accepted += Number(outcome.kind === 'accepted');
        sum.throttled += Number(isThrottled(outcome));
        heard.set(domain, sum);
      }
      await paces.hear(heard, now);
    },

    waitMs: () => Math.min(...servers.map(restMs)),

    async close(closeOptions) {
      tokens.close();
      await Promise.all([...running.values()].map(({ transport }) => transport.close(closeOptions)));
    },
  };
}

/** Whether the connection broke between the first byte of the message and the answer to it. */
function isBrokenOff({ kind, code }: SmtpOutcome): boolean {
  return kind === 'in-doubt' || (kind === 'deferred' && code === null);
}
