import type { Ledger } from '../ledger';
import type { SmtpOutcome, Transport } from '../smtp';
import { beginGroup } from './begin-group';
import type { BackOff } from './back-off';
import type { ClaimedDelivery, Lease } from './claimed';
import type { messageMakers } from './message-makers';
import { release } from './release';
import { settleGroup } from './settle-group';
import { settle, type Settlement } from './settlement';

/** What a chunk is dispatched with. */
export interface DispatchDependencies {
  ledger: Ledger;
  transport: Transport;
  makers: ReturnType<typeof messageMakers>;
  now: () => Date;
  lease: () => Lease;
  /** Deliveries whose intent is written together: at most so many can be in doubt after a crash. */
  groupSize: number;
  backOff?: BackOff;
  /** True once the worker was asked to stop: what is under way finishes, nothing new begins. */
  isStopping: () => boolean;
}

/** Trouble of the server that ended a chunk early, or null when every group was tried. */
export type ChunkTrouble = Extract<SmtpOutcome, { kind: 'server-unavailable' }> | null;

/**
 * Takes a claimed chunk to the mail server, group by group: intent, bytes, outcome. When the server cannot be used, what
 * has not left goes back to the queue and the chunk ends.
 *
 * @param chunk deliveries of one campaign, as {@link claimChunk} gave them
 */
export async function dispatchChunk(
  chunk: readonly ClaimedDelivery[],
  dependencies: DispatchDependencies,
): Promise<ChunkTrouble> {
  const { ledger, groupSize, isStopping, makers, now, lease } = dependencies;
  // Whatever can go wrong in preparing an edition goes wrong here, before any intent is written.
  await Promise.all(chunk.map(({ campaignId, language }) => makers(campaignId, language)));
  for (let index = 0; index < chunk.length; index += groupSize) {
    if (isStopping()) break;
    const begun = await beginGroup(ledger, chunk.slice(index, index + groupSize), lease(), now());
    const trouble = await sendGroup(begun, dependencies);
    if (trouble !== null) {
      await release(ledger, lease().owner, null, now());
      return trouble;
    }
  }
  await release(ledger, lease().owner, null, now());
  return null;
}

async function sendGroup(
  group: readonly ClaimedDelivery[],
  dependencies: DispatchDependencies,
): Promise<ChunkTrouble> {
  const { ledger, now, lease, backOff } = dependencies;
  const [first] = group;
  if (!first) return null;
  const outcomes = await Promise.all(
    group.map(async (delivery) => ({ delivery, outcome: await sendOne(delivery, dependencies) })),
  );
  const settlements: Settlement[] = [];
  const unharmed: number[] = [];
  let trouble: ChunkTrouble = null;
  for (const { delivery, outcome } of outcomes) {
    const settlement = settle(delivery, outcome, now(), backOff);
    if (settlement) settlements.push(settlement);
    else unharmed.push(delivery.rowId);
    if (outcome.kind === 'server-unavailable') trouble = outcome;
  }
  await settleGroup(ledger, settlements, first.campaignRow, now());
  if (unharmed.length > 0) await release(ledger, lease().owner, unharmed, now());
  return trouble;
}

async function sendOne(
  delivery: ClaimedDelivery,
  { makers, transport, now }: DispatchDependencies,
): Promise<SmtpOutcome> {
  const make = await makers(delivery.campaignId, delivery.language);
  return transport.send(make(delivery, now()));
}
