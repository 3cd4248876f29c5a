/**
 * What tells a worker that it may be worth looking into the ledger. It holds no truth: a call that is lost costs a wait, a
 * call too many costs a look that finds nothing.
 */
export interface WorkQueue {
  /**
   * Waits until the ledger is to be looked into; never longer than an idle worker's poll. What was taken by the call
   * before counts as done.
   *
   * @param foundLast whether the last look found something, so that there may be more
   */
  next(foundLast: boolean, signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/** How a queue on Redis is. */
export interface QueueState {
  reachable: boolean;
  /** Jobs that wait or are being worked on; null while the server cannot be reached. */
  jobs: number | null;
}
