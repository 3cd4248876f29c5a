import { useKnownIssues, useListIssuesQuery } from '../api/issues';
import { isActive } from '../model/campaign';

/** One page of issues; asked for again every five seconds while a campaign of one of them moves. */
export function useIssues(query: { page: number; pageSize: number }) {
  const known = useKnownIssues(query);
  const moving = known.data?.rows.some(({ campaign }) => campaign !== null && isActive(campaign)) ?? false;
  return useListIssuesQuery(query, { pollingInterval: moving ? 5_000 : 0, refetchOnMountOrArgChange: true });
}
