import { listExclusions, type ExclusionReason, type Ledger } from '@nachra/delivery';
import type { ExclusionRow, Page } from '../../../shared/desk';
import type { AudienceStore } from '../content/documents/audience-store';

/**
 * Who was left out of a campaign and why, with the names and addresses that the subscribers have today: the ledger keeps ids
 * alone. A search is made among the subscribers first.
 */
export async function exclusionsOf(
  { ledger, audience }: { ledger: Ledger; audience: Pick<AudienceStore, 'named' | 'search'> },
  campaignId: string,
  query: { page: number; pageSize: number; reason?: ExclusionReason; search?: string },
): Promise<Page<ExclusionRow>> {
  const { page, pageSize, reason, search } = query;
  const subscriberIds = search?.trim() ? await audience.search(search.trim()) : undefined;
  const { rows, total } = await listExclusions(ledger, campaignId, { page, pageSize, reason, subscriberIds });
  const subscribers = await audience.named(rows.map(({ subscriberId }) => subscriberId));
  const known = new Map(subscribers.map((subscriber) => [subscriber.documentId, subscriber]));
  return {
    rows: rows.map(({ subscriberId, reason: why, language }) => {
      const { address = '', firstName = '', lastName = '' } = known.get(subscriberId) ?? {};
      return { subscriberId, address, name: `${firstName} ${lastName}`.trim(), language, reason: why };
    }),
    ...{ page, pageSize, total },
  };
}
