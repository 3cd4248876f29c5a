/**
 * What a dispatch is doing, apart from the messages on their way, which every mode sees to their end and settles.
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
 * - `open`: begins what is claimed; claims the next chunk as soon as what is left of this one fits into a group. A dispatch
 *   begins here. It leaves for `claiming` by that claim.
 * - `claiming`: begins what is claimed, while the next chunk is being claimed. Left when the claim is over.
 * - `dry`: begins what is claimed, and claims nothing more: the last claim found nothing, or there is no `claimMore`, in
 *   which case a dispatch begins here.
 * - `closing`: begins nothing. The worker was asked to stop, every server is in trouble, or a limit is reached.
 * - `failed`: begins nothing, and throws `error`, the first there was, at the end.
 *
 * A dispatch is over when nothing is on its way, no claim is under way, and nothing is claimed that may still begin. What is
 * claimed and was not begun goes back to the queue.
 */
export type Mode =
  | { readonly name: 'open' }
  | { readonly name: 'claiming'; readonly claim: Promise<void> }
  | { readonly name: 'dry' }
  | { readonly name: 'closing'; readonly claim: Promise<void> | null }
  | { readonly name: 'failed'; readonly claim: Promise<void> | null; readonly error: unknown };

/** The claim that is under way; null when none is. Pure. */
export function claimOf(mode: Mode): Promise<void> | null {
  return 'claim' in mode ? mode.claim : null;
}

/** Whether deliveries may begin. Pure. */
export function mayBegin({ name }: Mode): boolean {
  return name !== 'closing' && name !== 'failed';
}

/** After a claim: more is claimed ahead as long as some is found. Pure. */
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

/** Something threw; of several errors the first is kept. Pure. */
export function failed(mode: Mode, error: unknown): Mode {
  return mode.name === 'failed' ? mode : { name: 'failed', claim: claimOf(mode), error };
}
