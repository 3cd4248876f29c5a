import { setTimeout as delay } from 'node:timers/promises';
import type { WorkerConfig } from './settings-by-ipc';
import type { WorkerDependencies, WorkerTiming } from './dependencies';
import { claimChunk, dispatchChunk, openPreparation, recover, unwrittenOutcomes } from '../outgoing/dispatch';
import { releaseClaimed, type Lease } from '../campaigns/changes/claim';
import type { Ledger } from '../ledger';
import type { MailServers } from '../outgoing/servers';
import { isGone, self } from './owner';
import { chunkSize, type WorkQueue } from './queue';

/** What the loop needs. */
interface Work {
  ledger: Ledger;
  servers: MailServers;
  queue: WorkQueue;
  now: () => Date;
  lease: Lease;
  timing: WorkerTiming;
  config: WorkerConfig;
  dependencies: WorkerDependencies;
}

/**
 * Recovers, claims, dispatches, and waits when there is nothing to do, until it is asked to stop. Once the ledger is damaged it
 * only waits for that: what it would write could not be believed.
 */
export async function workUntilStopped({
  ledger,
  servers,
  queue,
  now,
  lease,
  timing,
  config,
  dependencies,
}: Work): Promise<void> {
  const { logger, signal, onProgress, onBreaker } = dependencies;
  const preparation = openPreparation(ledger, config.linkSecret, config.dkim);
  const unwritten = unwrittenOutcomes(ledger, timing.leaseMs);
  const [firstWait, longestWait] = timing.troubleMs;
  let troubleWait = firstWait;
  // Nothing has been recovered yet.
  let found = true;
  let heldUntil: Date | null = null;
  const pause = (ms: number): Promise<unknown> => delay(ms, undefined, { signal }).catch(() => undefined);
  for (;;) {
    const heldMs: number = heldUntil === null ? Infinity : heldUntil.getTime() - now().getTime();
    if (!found && heldMs < timing.pollMs) {
      // Deliveries whose domain accepts them in a moment need not wait for the next poll.
      await pause(Math.max(heldMs, 0));
      found = true;
      heldUntil = null;
    }
    await queue.next(found, signal);
    if (signal.aborted) return unwritten.write(lease, now()).catch(() => undefined);
    try {
      await unwritten.write(lease, now());
      // At this point this worker has nothing under way: deliveries that still bear its name are left from a failed write.
      const recovered = await recover(ledger, now(), (owner) => owner === self || isGone(owner));
      if (recovered.requeued + recovered.inDoubt > 0) {
        logger.warn(
          { event: 'worker.recovered', ...recovered },
          'Recovered what a lost worker or a failed write had left under way.',
        );
      }
      const chunk = await claimChunk(ledger, lease, chunkSize, now());
      const [first] = chunk;
      found = first !== undefined;
      if (!first) continue;
      const until = performance.now() + timing.dispatchMs;
      const campaigns = new Set([first.campaignId]);
      const end = await dispatchChunk(chunk, {
        ledger,
        servers,
        preparation,
        now,
        lease,
        unwritten,
        async claimMore() {
          for (const campaign of campaigns) onProgress?.(campaign);
          if (performance.now() > until) return [];
          const more = await claimChunk(ledger, lease, chunkSize, now());
          if (more[0]) campaigns.add(more[0].campaignId);
          return more;
        },
        backOff: config.backOff,
        onSpoilt: (campaign, why) =>
          logger.error({ event: 'campaign.held', campaign, hold: 'edition-spoilt' }, why.message),
        isStopping: () => signal.aborted,
      });
      heldUntil = end.heldUntil ?? heldUntil;
      troubleWait = firstWait;
      for (const campaign of campaigns) onProgress?.(campaign);
      onBreaker?.(servers.waitMs() > 0);
      if (end.pauseMs > 0) await pause(end.pauseMs);
    } catch (error) {
      if (ledger.isDamaged()) {
        logger.error({ event: 'ledger.damaged' }, describe(error));
        dependencies.onDamage?.();
        return untilStopped(signal);
      }
      found = true;
      await releaseClaimed(ledger, self, now()).catch(() => undefined);
      logger.error({ event: 'worker.failed', againInMs: troubleWait }, describe(error));
      await pause(troubleWait);
      troubleWait = Math.min(troubleWait * 2, longestWait);
    }
  }
}

/** Waits for a stop, and does nothing else. */
export function untilStopped(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
