import { useReadIssueQuery } from '../api/issues';
import { useWhileVisible } from './use-while-visible';

/** How one issue stands now, with its findings; undefined until it is known. All who ask share one request. */
export function useIssueStanding(documentId: string) {
  const pollingInterval = useWhileVisible(20_000);
  return useReadIssueQuery(documentId, { pollingInterval }).data;
}
