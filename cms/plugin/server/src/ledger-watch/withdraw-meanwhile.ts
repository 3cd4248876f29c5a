import {
  onePersonIn,
  withdrawDoubles,
  withdrawLeft,
  type AddressesToday,
  type Ledger,
} from '@nachra/delivery';

/** Who the subscribers are today. */
export interface SubscribersToday {
  addressesToday: AddressesToday;
  /** The identifier of each subscriber who has one. */
  peopleToday: () => Promise<ReadonlyMap<string, string>>;
}

/**
 * Withdraws from campaigns that are frozen and may not leave yet whoever has left while their audience was read and frozen, and whoever
 * was found meanwhile to be one person with another reader of the number: the write that said so found no delivery yet.
 *
 * @param rows of the campaigns in the ledger
 */
export async function withdrawMeanwhile(
  ledger: Ledger,
  rows: readonly number[],
  { addressesToday, peopleToday }: SubscribersToday,
  now: () => Date,
): Promise<void> {
  if (rows.length === 0) return;
  for (const row of rows) await withdrawLeft(ledger, row, addressesToday, now());
  await withdrawDoubles(ledger, onePersonIn(await peopleToday()), now());
}
