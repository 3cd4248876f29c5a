/**
 * What a dispatch is doing, besides the messages under way, which are finished and settled in every mode.
 *
 * ```
 *          ┌──────found some──────┐
 *          ▼                      │
 * (start) open ──claim ahead──▶ claiming ──found none──▶ dry
 *
 * open, claiming, dry ──asked to stop, or nothing may leave for a while──▶ closing
 * open, claiming, dry, closing ──something threw──▶ failed
 * ```
 *
 * - `open`: begins claimed deliveries, and claims the next chunk as soon as the rest of this one fits into a group, which
 *   leads to `claiming`. A dispatch starts here.
 * - `claiming`: begins claimed deliveries while the next chunk is being claimed. It ends with that claim.
 * - `dry`: begins claimed deliveries and claims no more: the last claim found nothing, or there is no `claimMore`, in
 *   which case a dispatch starts here.
 * - `closing`: begins nothing. The worker was asked to stop, every server is in trouble, or a limit is reached.
 * - `failed`: begins nothing, and at the end throws `error`, the first one that occurred.
 *
 * A dispatch is over when no message and no claim is under way, and nothing claimed may still begin. Deliveries that were
 * claimed and not begun go back to the queue.
 */
export type Mode =
  | { readonly name: 'open' }
  | { readonly name: 'claiming'; readonly claim: Promise<void> }
  | { readonly name: 'dry' }
  | { readonly name: 'closing'; readonly claim: Promise<void> | null }
  | { readonly name: 'failed'; readonly claim: Promise<void> | null; readonly error: unknown };

/** The claim under way; null when there is none. Pure. */
export function claimOf(mode: Mode): Promise<void> | null {
  return 'claim' in mode ? mode.claim : null;
}

/** Whether deliveries may begin. Pure. */
export function mayBegin({ name }: Mode): boolean {
  return name !== 'closing' && name !== 'failed';
}

/** After a claim: claiming ahead goes on as long as it finds something. Pure. */
export function afterClaim(mode: Mode, found: boolean): Mode {
  switch (mode.name) {
    case 'claiming':
      return { name: found ? 'open' : 'dry' };
    case 'closing':
    case 'failed':
      return { ...mode, claim: null };
    case 'open':
    case 'dry':
      return mode;
  }
}

/** Nothing new is to begin. Pure. */
export function closing(mode: Mode): Mode {
  return mode.name === 'failed' ? mode : { name: 'closing', claim: claimOf(mode) };
}

/** Something threw; the first of several errors is kept. Pure. */
export function failed(mode: Mode, error: unknown): Mode {
  return mode.name === 'failed' ? mode : { name: 'failed', claim: claimOf(mode), error };
}
