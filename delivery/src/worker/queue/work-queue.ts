/**
 * Tells a worker that it may be worth checking the ledger. It is never the source of truth: a lost call costs a wait, and one
 * too many costs a check that finds nothing.
 */
export interface WorkQueue {
  /**
   * Waits until the ledger should be checked; never longer than an idle worker's poll. The job taken by the previous call
   * counts as done.
   *
   * @param foundLast whether the last check found something, so that there may be more
   */
  next(foundLast: boolean, signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/** The state of a queue on Redis. */
export interface QueueState {
  reachable: boolean;
  /** Jobs that are waiting or being worked on; null while the server cannot be reached. */
  jobs: number | null;
}
