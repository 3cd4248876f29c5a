import type { Ledger } from '../ledger';
import type { MailServer, MailServers } from '../servers';
import type { SmtpOutcome } from '../smtp';
import { beginGroup } from './begin-group';
import type { BackOff } from './back-off';
import type { ClaimedDelivery, Lease } from './claimed';
import { holdBack } from './hold-back';
import type { messageMakers } from './message-makers';
import { release } from './release';
import { settleGroup } from './settle-group';
import { settle, type Settlement } from './settlement';

/** What a chunk is dispatched with. */
export interface DispatchDependencies {
  ledger: Ledger;
  servers: MailServers;
  makers: ReturnType<typeof messageMakers>;
  /** The domain that a campaign's sender is limited by. */
  senderDomainOf: (campaignId: string) => Promise<string>;
  now: () => Date;
  lease: () => Lease;
  /** Deliveries whose intent is written together: at most so many can be in doubt after a crash. */
  groupSize: number;
  backOff?: BackOff;
  /** True once the worker was asked to stop: what is under way finishes, nothing new begins. */
  isStopping: () => boolean;
}

/** How a chunk ended. */
export interface ChunkEnd {
  /** Milliseconds in which nothing may leave: every server is in trouble, or a limit is reached. 0 when all went on. */
  pauseMs: number;
  /** When the first of those comes due whose domain takes no more for now; null when nobody is held back. */
  heldUntil: Date | null;
}

/**
 * Takes a claimed chunk to the mail servers, group by group: server and limits, intent, bytes, outcome. What cannot leave
 * goes back to the queue, and no attempt is spent on it.
 *
 * @param chunk deliveries of one campaign, as {@link claimChunk} gave them
 */
export async function dispatchChunk(
  chunk: readonly ClaimedDelivery[],
  dependencies: DispatchDependencies,
): Promise<ChunkEnd> {
  const { ledger, servers, groupSize, isStopping, makers, senderDomainOf, now, lease } = dependencies;
  const [first] = chunk;
  const end: ChunkEnd = { pauseMs: 0, heldUntil: null };
  if (!first) return end;
  // Whatever can go wrong in preparing an edition goes wrong here, before any intent is written.
  await Promise.all(chunk.map(({ campaignId, language }) => makers(campaignId, language)));
  const sender = await senderDomainOf(first.campaignId);
  for (let index = 0; index < chunk.length && end.pauseMs === 0; index += groupSize) {
    if (isStopping()) break;
    const { go, held, pauseMs } = await servers.plan(chunk.slice(index, index + groupSize), sender, now());
    await holdBack(
      ledger,
      lease().owner,
      held.map(({ delivery, until }) => ({ rowId: delivery.rowId, until })),
      now(),
    );
    for (const { until } of held) {
      if (end.heldUntil === null || until < end.heldUntil) end.heldUntil = until;
    }
    if (go.length > 0) await sendGroup(go, dependencies);
    end.pauseMs = Math.max(pauseMs, servers.waitMs());
  }
  await release(ledger, lease().owner, null, now());
  return end;
}

async function sendGroup(
  group: readonly { delivery: ClaimedDelivery; server: MailServer }[],
  dependencies: DispatchDependencies,
): Promise<void> {
  const { ledger, servers, now, lease, backOff } = dependencies;
  const serverOf = new Map(group.map(({ delivery, server }) => [delivery.rowId, server]));
  const begun = await beginGroup(
    ledger,
    group.map(({ delivery }) => delivery),
    lease(),
    now(),
  );
  const [first] = begun;
  if (!first) return;
  const outcomes = await Promise.all(
    begun.flatMap((delivery) => {
      const server = serverOf.get(delivery.rowId);
      return server ? [sendOne(delivery, server, dependencies)] : [];
    }),
  );
  const settlements: Settlement[] = [];
  const unharmed: number[] = [];
  for (const { delivery, outcome } of outcomes) {
    const settlement = settle(delivery, outcome, now(), backOff);
    if (settlement) settlements.push(settlement);
    else unharmed.push(delivery.rowId);
  }
  await settleGroup(ledger, settlements, first.campaignRow, now());
  if (unharmed.length > 0) await release(ledger, lease().owner, unharmed, now());
  await servers.learn(outcomes, now());
}

async function sendOne(
  delivery: ClaimedDelivery,
  server: MailServer,
  { makers, servers, now }: DispatchDependencies,
): Promise<{ delivery: ClaimedDelivery; outcome: SmtpOutcome }> {
  const make = await makers(delivery.campaignId, delivery.language);
  return { delivery, outcome: await servers.send(server, make(delivery, now())) };
}
