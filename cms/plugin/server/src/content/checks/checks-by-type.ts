import { uids } from '../../../../shared/uids';
import { agendaLinks, articleDates, articleLinks, brandLinks } from './links-and-dates';
import type { Check } from './document-check';
import { dashboardFigures } from './dashboard-figures';
import { issueUnique, issuePeriod } from './issue-fields';
import { segmentRule } from './check-segment-rule';
import { subscriberAddress } from './subscriber-address';

/** Which checks hold for which content type. */
export const checks: Readonly<Record<string, readonly Check[]>> = {
  [uids.article]: [articleLinks, articleDates],
  [uids.issue]: [issueUnique, issuePeriod, agendaLinks],
  [uids.dashboard]: [dashboardFigures],
  [uids.brand]: [brandLinks],
  [uids.subscriber]: [subscriberAddress],
  [uids.segment]: [segmentRule],
};
