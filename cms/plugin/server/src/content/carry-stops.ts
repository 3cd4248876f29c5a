import {
  normaliseAddress,
  suppress,
  suppressedAmong,
  type Ledger,
  type RecordedDecision,
  type SuppressionReason,
} from '@nachra/delivery';
import type { AudienceStore } from './documents/audience-store';

/**
 * What a reader says herself is said for every address of hers. A bounce, and what somebody entered by hand, is about the one address.
 */
const herOwnWord: readonly SuppressionReason[] = ['unsubscribed', 'complained'];

/** What a stop is carried over with. */
interface StopsDependencies {
  audience: Pick<AudienceStore, 'onePersonWith' | 'othersOf'>;
  ledger: Ledger;
  now: () => Date;
}

/**
 * Carries what a subscriber said at one address over to her others: called when her address or the identifier that makes two
 * subscribers one person has changed. Idempotent.
 *
 * @param formerAddress where she was mailed until now; null for nowhere
 */
export async function carryStopsOf(
  dependencies: StopsDependencies,
  subscriberId: string,
  formerAddress: string | null,
): Promise<void> {
  const people = await dependencies.audience.onePersonWith(subscriberId);
  const addresses = people.map(({ address }) => address);
  const all = formerAddress === null ? addresses : [...addresses, formerAddress];
  const said = (await suppressedAmong(dependencies.ledger, all)).find(({ reason }) =>
    herOwnWord.includes(reason),
  );
  if (said !== undefined) await stopAt(dependencies, addresses, said.reason);
}

/**
 * Carries what was just said over to the other addresses of whoever said it: where she is mailed today, if the link was in a mail to an
 * address of before, and where else she is subscribed. Idempotent: it is done before the decisions are copied, and again if that failed.
 */
export async function carryDecided(
  dependencies: StopsDependencies,
  decisions: readonly RecordedDecision[],
): Promise<void> {
  for (const { name, data, subscriberId, address } of decisions) {
    const reason = herOwnWord.find((one) => one === data['reason']);
    if (name !== 'suppression.made' || reason === undefined || data['source'] === 'other-address') continue;
    const { audience } = dependencies;
    const mailed = subscriberId === null ? [] : await audience.onePersonWith(subscriberId);
    const others = address === null ? [] : await audience.othersOf(address);
    await stopAt(dependencies, [...mailed.map((one) => one.address), ...others], reason);
  }
}

async function stopAt(
  { ledger, now }: StopsDependencies,
  addresses: readonly string[],
  reason: SuppressionReason,
): Promise<void> {
  const stopped = new Set((await suppressedAmong(ledger, addresses)).map(({ address }) => address));
  for (const address of new Set(addresses))
    if (!stopped.has(address) && normaliseAddress(address) !== null)
      await suppress(ledger, { address, reason, source: 'other-address', now: now() });
}
