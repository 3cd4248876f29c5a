import { useKnownIssues, useListIssuesQuery } from '../api/issues';
import { isActive } from '../../../shared/campaign-order';
import { useWhileVisible } from './use-while-visible';

/** One page of issues; asked for again every few seconds, for others move issues too. */
export function useIssues(query: { page: number; pageSize: number }) {
  const known = useKnownIssues(query);
  const moving = known.data?.rows.some(({ campaign }) => campaign !== null && isActive(campaign)) ?? false;
  const pollingInterval = useWhileVisible(moving ? 5_000 : 10_000);
  return useListIssuesQuery(query, { pollingInterval, refetchOnMountOrArgChange: true });
}
