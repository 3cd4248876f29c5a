import { readRefusal } from './read-refusal';

/** Addresses that a test needs a confirmation for, where the person asked may give it; none for any other error. */
export function strangeAddresses(error: unknown): readonly string[] {
  const refusal = readRefusal(error);
  if (refusal.kind !== 'server' || refusal.details?.code !== 'TEST_ADDRESS_STRANGE') return [];
  const { addresses, mayConfirm } = refusal.details.data;
  return mayConfirm ? addresses : [];
}
