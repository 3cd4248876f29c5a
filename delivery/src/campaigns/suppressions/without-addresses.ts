import { readCause, type SuppressionCause } from './suppression-record';

/** Text that a person typed or a server said, without the addresses in it: for what is kept where an erasure cannot reach it. */
export function withoutAddresses(text: string): string {
  return text.replace(/[^\s<>()]+@[^\s<>()]+/g, '…');
}

/** A stored cause without the addresses that its report quotes. */
export function withoutAddressesIn(why: string): string {
  const cause = readCause(why);
  return JSON.stringify({ ...cause, sentence: withoutAddresses(cause.sentence) } satisfies SuppressionCause);
}
