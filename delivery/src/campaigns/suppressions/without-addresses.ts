import { withoutAddresses } from '../candidates';
import { readCause, type SuppressionCause } from './suppression-record';

/** A stored cause without the addresses that its report quotes. */
export function withoutAddressesIn(why: string): string {
  const cause = readCause(why);
  return JSON.stringify({ ...cause, sentence: withoutAddresses(cause.sentence) } satisfies SuppressionCause);
}
