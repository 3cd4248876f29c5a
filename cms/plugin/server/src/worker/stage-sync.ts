import type { EventLog } from '../common/log';
import type { Stages } from '../campaigns/stages';

/** Keeps the issues' stages in step with their campaigns. */
interface StageSync {
  /** Something moved in the ledger: look soon. */
  nudge(): void;
  /** Stops looking and waits for a look that is under way. */
  stop(): Promise<void>;
}

/**
 * Looks at the ledger every few seconds, and soon after the worker has reported progress. Never two looks at once. The
 * ledger is asked each time and nothing is remembered, so a restart in the middle of a campaign changes nothing.
 *
 * @param everyMs between two looks; reports of progress may shorten it to a fifth
 */
export function startStageSync(stages: Pick<Stages, 'sync'>, log: EventLog, everyMs = 5_000): StageSync {
  let running: Promise<void> | null = null;
  let timer: NodeJS.Timeout | null = null;
  let stopped = false;

  function look(): void {
    timer = null;
    running = stages
      .sync()
      .catch((error: unknown) => {
        log.error(
          { event: 'stages.sync-failed' },
          error instanceof Error ? (error.stack ?? error.message) : String(error),
        );
      })
      .finally(() => {
        running = null;
        arm(everyMs);
      });
  }

  function arm(delay: number): void {
    if (stopped || running) return;
    if (timer) clearTimeout(timer);
    timer = setTimeout(look, delay);
    // The timer must not keep the process alive.
    timer.unref();
  }

  arm(0);
  let soon = false;
  return {
    nudge() {
      if (soon || stopped) return;
      // A campaign of a thousand reports progress in bursts; one look a second is plenty.
      soon = true;
      setTimeout(() => {
        soon = false;
        arm(0);
      }, everyMs / 5).unref();
    },
    async stop() {
      stopped = true;
      if (timer) clearTimeout(timer);
      await running;
    },
  };
}
